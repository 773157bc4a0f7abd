/** Chromium's numbers for the failures that a page can meet. Source: net/base/net_error_list.h */
const NUMBERS: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_TIMED_OUT: -7,
  ERR_UNEXPECTED: -9,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_CLOSED: -100,
  ERR_CONNECTION_RESET: -101,
  ERR_CONNECTION_REFUSED: -102,
  ERR_CONNECTION_FAILED: -104,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_SSL_PROTOCOL_ERROR: -107,
  ERR_ADDRESS_UNREACHABLE: -109,
  ERR_CONNECTION_TIMED_OUT: -118,
  ERR_CERT_AUTHORITY_INVALID: -202,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_TOO_MANY_REDIRECTS: -310,
  ERR_EMPTY_RESPONSE: -324,
};

/** Rejection of `loadURL`, with the fields Electron puts there. */
export class LoadError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;
  /** @param code as Chromium writes it, with or without `net::` */
  constructor(code: string, url: string) {
    const name = code.replace('net::', '');
    const errno = NUMBERS[name] ?? NUMBERS['ERR_FAILED']!;
    super(`${name} (${errno}) loading '${url}'`);
    this.code = name;
    this.errno = errno;
    this.url = url;
  }
}
