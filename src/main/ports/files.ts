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

/** Files by absolute path. Writes are atomic (written beside, flushed, renamed) and create missing folders. */
export interface Files {
  /**
   * Null if the file does not exist. Rejects on any other I/O error.
   * @param atMost bytes; a larger file is not read @throws FileTooLarge
   */
  read(path: string, atMost?: number): Promise<Uint8Array | null>;
  write(path: string, content: string | Uint8Array): Promise<void>;
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
   * Calls when something below the folder changed, also after the folder was removed and created again. Creates the
   * folder if it is missing, where possible.
   */
  watch(folder: string, callback: () => void): Disposable;
  /** Calls when the file was created, changed or removed. */
  watchFile(path: string, callback: () => void): Disposable;
}
