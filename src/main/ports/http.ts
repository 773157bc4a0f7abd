/** The reply of a server. `unchanged`: 304, the copy that the validators describe is current. */
export type HttpReply =
  | { readonly kind: 'unchanged'; readonly freshForMs: number | null }
  | {
      readonly kind: 'body';
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** Cache-Control max-age, ms; null if the server sends none. */
      readonly freshForMs: number | null;
    };

/** Why a request returned no body. `status`: the server refused; `redirect`: to an address that we do not follow. */
export type HttpFailureReason =
  | 'unreachable'
  | 'certificate'
  | 'silence'
  | 'cutOff'
  | 'tooLarge'
  | 'redirect'
  | 'status';

/** A request that returned no body; `status` is 0 if the server was not reached, 413 if the body is too large. */
export class HttpFailure extends Error {
  readonly status: number;
  readonly reason: HttpFailureReason;
  /** Retry-After, ms; null if the server sends none. */
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
