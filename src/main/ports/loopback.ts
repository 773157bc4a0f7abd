/** Waits on a port of this computer for the answer that a browser brings (RFC 8252 §7.3). */
export interface Loopback {
  /** @param isExpected false for requests that are refused, and do not end the waiting */
  listen(isExpected: (answer: URLSearchParams) => boolean): Promise<LoopbackWaiting>;
}

/** Disposing closes the port. */
export interface LoopbackWaiting extends AsyncDisposable {
  /** The address to which the browser is sent. */
  readonly redirectUri: string;
  /** The query of the expected request; null if the signal aborts first. */
  answer(signal: AbortSignal): Promise<URLSearchParams | null>;
}
