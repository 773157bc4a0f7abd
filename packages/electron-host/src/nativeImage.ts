import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtime } from './runtime.ts';

const PNG = 0x89504e47;
const paths = new WeakMap<NativeImage, string>();

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0); // as Electron: an empty image
  }
}

/** The bytes of a PNG, and its path if it has one. Decodes nothing. */
export class NativeImage {
  readonly #png: Buffer;
  #isTemplate = false;

  private constructor(bytes: Buffer, path = '') {
    const isPng = bytes.length > 24 && bytes.readUInt32BE(0) === PNG;
    this.#png = isPng ? bytes : Buffer.alloc(0);
    if (isPng && path) paths.set(this, path);
  }

  static createEmpty(): NativeImage {
    return new NativeImage(Buffer.alloc(0));
  }

  static createFromPath(path: string): NativeImage {
    return new NativeImage(readOrNothing(path), path);
  }

  static createFromBuffer(buffer: Buffer): NativeImage {
    return new NativeImage(buffer);
  }

  static createFromDataURL(dataURL: string): NativeImage {
    return new NativeImage(Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64'));
  }

  isEmpty(): boolean {
    return this.#png.length === 0;
  }

  /** Pixels. */
  getSize(): Electron.Size {
    if (this.isEmpty()) return { width: 0, height: 0 };
    return { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) };
  }

  toPNG(): Buffer {
    return this.#png;
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`;
  }

  setTemplateImage(option: boolean): void {
    this.#isTemplate = option;
  }

  isTemplateImage(): boolean {
    return this.#isTemplate;
  }

  /** The desktop scales the image it is given; another density is not kept. */
  addRepresentation(_options: Electron.AddRepresentationOptions): void {}
}

/** A file that the desktop can read the image from, as a tray or a notification over D-Bus wants it; '' of an empty one. */
export function fileOfImage(image: NativeImage | Electron.NativeImage | string): string {
  if (typeof image === 'string') return image;
  const known = image instanceof NativeImage ? paths.get(image) : undefined;
  if (known !== undefined) return known;
  const png = image.toPNG();
  if (png.length === 0) return '';
  const folder = join(runtime.userData(), 'images');
  const file = join(folder, `${createHash('sha256').update(png).digest('hex').slice(0, 16)}.png`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, png);
  return file;
}
