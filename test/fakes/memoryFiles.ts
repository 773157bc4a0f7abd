import { posix } from 'node:path';
import type { Files } from '#main/ports/files.ts';
import { createSignal } from '#base';

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly modified: number;
}

/** One spelling of a path on every system. */
const plain = (path: string): string => path.replaceAll('\\', '/');

/** An error as Node throws it. */
const refusal = (code: string): Error => Object.assign(new Error(code), { code });

/** A disk in memory. It outlives the app that writes to it, so a restart finds what was there. */
export class MemoryFiles implements Files {
  readonly #files = new Map<string, MemoryFile>();
  readonly #changed = createSignal<string>();
  #writes = 0;
  /** Set to refuse writing, as a full disk does. */
  isFull = false;
  /** Set to refuse writing below this folder, as a write-protected disk does. */
  readOnly: string | null = null;
  /** Set to a folder that is gone; every other one exists. */
  missing: string | null = null;
  /** Set to another name to mount another disk. */
  disk = 'disk';
  /** Symbolic links, each with the path that it leads to. */
  readonly links = new Map<string, string>();
  /** Set to make names equal that differ only in case, as on macOS and Windows. */
  ignoresCase = false;
  /** Called before each line that is added; throwing is a kill at that moment. */
  beforeAppend: (path: string, line: string) => void = () => undefined;

  /** A folder that is missing is never created here. */
  within(): Files {
    return this;
  }

  read(path: string): Promise<Uint8Array | null> {
    const file = this.#files.get(this.#followed(path));
    return Promise.resolve(this.#isGone(path) ? null : (file?.bytes ?? null));
  }

  realPath(path: string): Promise<string> {
    return Promise.resolve(this.#followed(path));
  }

  #followed(path: string): string {
    const link = [...this.links.keys()].find((one) => `${plain(path)}/`.startsWith(`${one}/`));
    return link === undefined ? plain(path) : `${this.links.get(link)}${plain(path).slice(link.length)}`;
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await Promise.resolve();
    if (this.isFull) throw refusal('ENOSPC');
    const place = plain(path);
    if (this.readOnly !== null && place.startsWith(`${this.readOnly}/`)) throw refusal('EROFS');
    if (this.#isGone(path)) throw refusal('ENOENT');
    this.put(path, content);
  }

  async writeIf(
    path: string,
    content: string | Uint8Array,
    mayReplace: () => Promise<boolean>,
  ): Promise<boolean> {
    if (!(await mayReplace())) return false;
    await this.write(path, content);
    return true;
  }

  async create(path: string, content: string | Uint8Array): Promise<boolean> {
    const taken = [...this.#files.keys()].map((one) => this.#nameOf(one));
    if (taken.includes(this.#nameOf(plain(path)))) return false;
    await this.write(path, content);
    return true;
  }

  sweep(): Promise<void> {
    return Promise.resolve();
  }

  stat(path: string): ReturnType<Files['stat']> {
    const file = this.#files.get(plain(path));
    if (file !== undefined && !this.#isGone(path))
      return Promise.resolve({
        size: file.bytes.byteLength,
        modified: file.modified,
        disk: this.disk,
        isFolder: false,
      });
    // A path without an ending is that of a folder.
    const isFolder = posix.extname(plain(path)) === '' && !this.#isGone(path);
    return Promise.resolve(!isFolder ? null : { size: 0, modified: 0, disk: this.disk, isFolder: true });
  }

  makeFolder(path: string): Promise<void> {
    if (plain(path) === this.missing) this.missing = null;
    return Promise.resolve();
  }

  async append(path: string, line: string): Promise<void> {
    await Promise.resolve();
    this.beforeAppend(plain(path), line);
    if (this.isFull) throw new Error('ENOSPC');
    this.put(path, `${this.text(path) ?? ''}${line}\n`);
  }

  async move(from: string, to: string): Promise<void> {
    await Promise.resolve();
    const file = this.#files.get(plain(from));
    if (file === undefined || this.#files.has(plain(to))) throw new Error('ENOENT or EEXIST');
    if (this.readOnly !== null && plain(to).startsWith(`${this.readOnly}/`)) throw new Error('EROFS');
    this.#files.set(plain(to), file);
    this.#files.delete(plain(from));
    this.#changed.emit(plain(from));
    this.#changed.emit(plain(to));
  }

  remove(path: string): Promise<void> {
    this.#files.delete(plain(path));
    this.#changed.emit(plain(path));
    return Promise.resolve();
  }

  list(folder: string): ReturnType<Files['list']> {
    const inside = [...this.#files].filter(
      ([path]) => path.startsWith(`${plain(folder)}/`) && !this.#isGone(path),
    );
    return Promise.resolve(
      inside.map(([path, { bytes, modified }]) => ({ path, size: bytes.byteLength, modified })),
    );
  }

  setAside(path: string, mark = 'damaged'): Promise<string> {
    const file = this.#files.get(plain(path));
    if (file === undefined) throw new Error(`There is no ${path}`);
    const aside = `${path}.${mark}`;
    this.#files.set(plain(aside), file);
    this.#files.delete(plain(path));
    return Promise.resolve(aside);
  }

  watch(folder: string, callback: (names: readonly string[] | null) => void): Disposable {
    const root = `${plain(folder)}/`;
    return this.#changed.on((path) => {
      if (path.startsWith(root)) queueMicrotask(() => callback([path.slice(root.length)]));
    });
  }

  watchFile(wanted: string, callback: () => void): Disposable {
    return this.#changed.on((path) => {
      if (path === plain(wanted)) queueMicrotask(callback);
    });
  }

  #isGone(path: string): boolean {
    return this.missing !== null && `${plain(path)}/`.startsWith(`${this.missing}/`);
  }

  #nameOf(path: string): string {
    return this.ignoresCase ? path.normalize('NFC').toLowerCase() : path;
  }

  /** As another program would write it. */
  put(path: string, content: string | Uint8Array): void {
    this.#writes += 1;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.#files.set(plain(path), { bytes, modified: this.#writes });
    this.#changed.emit(plain(path));
  }

  text(path: string): string | null {
    const file = this.#files.get(plain(path));
    return file === undefined ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  }

  /** Names of the files in a folder. */
  names(folder: string): string[] {
    return [...this.#files.keys()]
      .filter((path) => posix.dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1))
      .sort();
  }
}
