import { posix } from 'node:path';
import type { Files } from '#main/ports/files.ts';
import { createSignal } from '#base';

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly modified: number;
}

/** One spelling of a path on every system. */
const plain = (path: string): string => path.replaceAll('\\', '/');

/** A disk in memory. It outlives the app that writes to it, so a restart finds what was there. */
export class MemoryFiles implements Files {
  readonly #files = new Map<string, MemoryFile>();
  readonly #changed = createSignal<string>();
  #writes = 0;
  /** Set to refuse writing, as a full disk does. */
  isFull = false;
  /** Set to refuse writing below this folder, as a write-protected disk does. */
  readOnly: string | null = null;
  /** Called before each line that is added; throwing is a kill at that moment. */
  beforeAppend: (path: string, line: string) => void = () => undefined;

  read(path: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.#files.get(plain(path))?.bytes ?? null);
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await Promise.resolve();
    if (this.isFull) throw new Error('ENOSPC');
    if (this.readOnly !== null && plain(path).startsWith(`${this.readOnly}/`)) throw new Error('EROFS');
    this.put(path, content);
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
    this.#changed.emit(plain(to));
  }

  remove(path: string): Promise<void> {
    this.#files.delete(plain(path));
    this.#changed.emit(plain(path));
    return Promise.resolve();
  }

  list(folder: string): ReturnType<Files['list']> {
    const inside = [...this.#files].filter(([path]) => path.startsWith(`${plain(folder)}/`));
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

  watch(folder: string, callback: () => void): Disposable {
    return this.#changed.on((path) => {
      if (path.startsWith(`${plain(folder)}/`)) queueMicrotask(callback);
    });
  }

  watchFile(wanted: string, callback: () => void): Disposable {
    return this.#changed.on((path) => {
      if (path === plain(wanted)) queueMicrotask(callback);
    });
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
