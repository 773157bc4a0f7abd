/** The file exceeds the size limit, or is a device or pipe. */
export class FileTooLarge extends Error {}

/** A file in a listing. */
export interface ListedFile {
  /** Absolute. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** ms. */
  readonly modified: number;
}

/** Facts about a file or folder. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number;
  /** ms. */
  readonly modified: number;
  /** Names the disk or mount it is on; the same until the computer restarts. */
  readonly disk: string;
  readonly isFolder: boolean;
}

/** Files by absolute path. Writes are atomic (written beside, flushed, renamed) and create missing folders. */
export interface Files {
  /**
   * The same files, for a folder that may be on a disk that is away: writing below it does not create it.
   * @param root absolute; what is not below it is written as before
   */
  within(root: () => string): Files;
  /**
   * Null if the file does not exist. Rejects on any other I/O error.
   * @param atMost bytes; a larger file is not read @throws FileTooLarge
   */
  read(path: string, atMost?: number): Promise<Uint8Array | null>;
  write(path: string, content: string | Uint8Array): Promise<void>;
  /**
   * As `write`, unless `mayReplace` refuses, which is asked immediately before the file is replaced.
   * @returns whether it was written
   */
  writeIf(path: string, content: string | Uint8Array, mayReplace: () => Promise<boolean>): Promise<boolean>;
  /**
   * Writes a new file, and never replaces one: the disk decides whether the name is taken, also by a name in other case.
   * @returns whether it was created
   */
  create(path: string, content: string | Uint8Array): Promise<boolean>;
  /** Removes what killed writes left in a folder, not below it. Never rejects. */
  sweep(folder: string): Promise<void>;
  /** Null if the file or folder does not exist. Rejects on any other I/O error. */
  stat(path: string): Promise<FileFacts | null>;
  /** The path with its symbolic links followed, as far as it exists. Rejects if that cannot be told. */
  realPath(path: string): Promise<string>;
  /** Creates a folder if it is missing, with those above it. */
  makeFolder(path: string): Promise<void>;
  /** Appends a line, which includes its line end, and flushes it to disk; creates the file and its folder if missing. */
  append(path: string, line: string): Promise<void>;
  /** Renames a file; rejects if the other name is taken. Creates missing folders. */
  move(from: string, to: string): Promise<void>;
  /** Deletes a file if it exists. */
  remove(path: string): Promise<void>;
  /** The files below a folder, at any depth; empty if the folder does not exist. */
  list(folder: string): Promise<readonly ListedFile[]>;
  /**
   * Renames a file so that nothing overwrites it; returns its new path.
   * @param mark part of the new name; `damaged` if left out
   */
  setAside(path: string, mark?: string): Promise<string>;
  /**
   * Calls when something below the folder changed, also after the folder was removed and created again, or its disk was
   * unplugged and plugged in again. The names are paths in the folder, with `/`; null if they are unknown.
   */
  watch(folder: string, callback: (names: readonly string[] | null) => void): Disposable;
  /** Calls when the file was created, changed or removed. */
  watchFile(path: string, callback: () => void): Disposable;
}
