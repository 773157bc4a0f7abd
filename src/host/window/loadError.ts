/** Rejection of `loadURL`, with the fields Electron puts there. */
export class LoadError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;
  constructor(code: string, errno: number, url: string) {
    super(`${code} (${errno}) loading '${url}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}
