/** The port of the web: what a server is asked, and what comes of it. */

/** The answer of a server, or that nothing changed since the validators. */
export type HttpReply =
  | { readonly kind: 'unchanged'; readonly freshForMs: number | null }
  | {
      readonly kind: 'body';
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** How long the server calls the answer fresh (Cache-Control), ms; null when it does not say. */
      readonly freshForMs: number | null;
    };

/** Why a request gave no body. `status`: the server refused; `redirect`: it sends us where we do not go. */
export type HttpFailureReason =
  | 'unreachable'
  | 'certificate'
  | 'silence'
  | 'cutOff'
  | 'tooLarge'
  | 'redirect'
  | 'status';

/** A request that did not give a body; `status` is 0 when the server was not reached, 413 when the body is too large. */
export class HttpFailure extends Error {
  readonly status: number;
  readonly reason: HttpFailureReason;
  /** How long the server asks to be left in peace (Retry-After), ms; null when it does not say. */
  readonly retryAfterMs: number | null;
  constructor(
    status: number,
    message: string,
    reason: HttpFailureReason = status === 0 ? 'unreachable' : 'status',
    retryAfterMs: number | null = null,
  ) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface Http {
  /** @throws HttpFailure */
  get(
    url: string,
    validators: { readonly etag: string | null; readonly lastModified: string | null },
    signal: AbortSignal,
  ): Promise<HttpReply>;
}
