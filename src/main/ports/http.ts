import type { Problem, Result } from '#base';

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

/**
 * Why a request returned no body. `status`: the server refused; `redirect`: to an address that we do not follow; `proxy`:
 * the way to the server failed.
 */
export type HttpFailureReason =
  | 'unreachable'
  | 'certificate'
  | 'proxy'
  | 'silence'
  | 'cutOff'
  | 'tooLarge'
  | 'redirect'
  | 'status';

/** What is known about a failure beside its status and reason. */
export interface HttpFailureFacts {
  /** Retry-After, ms; null if the server sends none. */
  readonly retryAfterMs: number | null;
  /** WWW-Authenticate of the server that refused; null if it sends none. */
  readonly challenge: string | null;
  /** The failure in words, for `certificate` and `proxy`; null for other reasons. */
  readonly problem: Problem | null;
}

/** A request that returned no body; `status` is 0 if the server was not reached, 413 if the body is too large. */
export class HttpFailure extends Error implements HttpFailureFacts {
  readonly status: number;
  readonly reason: HttpFailureReason;
  readonly retryAfterMs: number | null;
  readonly challenge: string | null;
  readonly problem: Problem | null;
  constructor(
    status: number,
    message: string,
    reason: HttpFailureReason = status === 0 ? 'unreachable' : 'status',
    { retryAfterMs = null, challenge = null, problem = null }: Partial<HttpFailureFacts> = {},
  ) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
    this.challenge = challenge;
    this.problem = problem;
  }
}

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** A token in place of a name and a password (RFC 6750). */
export interface TokenLogin {
  readonly accessToken: string;
  /** Another one, when the server refused this one; a problem if the user has to sign in again. */
  readonly renew: () => Promise<Result<TokenLogin>>;
}

/** How a request of WebDAV says who asks. */
export type DavLogin = Login | TokenLogin;

/** What a request of WebDAV asks: about resources, by XML, or for the text of one object, or to replace it. */
export type DavQuestion =
  | {
      readonly method: 'PROPFIND' | 'REPORT';
      /** 1: also the resources in this one. */
      readonly depth: 0 | 1;
      /** XML. */
      readonly body: string;
    }
  | { readonly method: 'GET' }
  | {
      readonly method: 'PUT';
      /** iCalendar. */
      readonly body: string;
      /** The version that it replaces: a header with its value, see `ObjectVersion`. */
      readonly condition: readonly [name: 'if-match' | 'if-schedule-tag-match', value: string];
    };

/** A request of WebDAV. */
export type DavRequest = DavQuestion & {
  readonly url: string;
  readonly login: DavLogin;
  /** Whether a server may get the login. A redirect to another one is not followed. */
  readonly mayLogIn: (url: string) => boolean;
};

export interface DavReply {
  readonly status: number;
  /** Of the resource that answered, after redirects. */
  readonly url: string;
  /** UTF-8, in memory that threads share: an answer with thousands of entries is read in a worker. */
  readonly body: Uint8Array;
  /** Of the object; null if the server names none. */
  readonly etag: string | null;
  /** Its version as far as its organiser and the answers are concerned (RFC 6638 §3.2.10); null if there is none. */
  readonly scheduleTag: string | null;
  /** WWW-Authenticate; null if the server sends none. */
  readonly challenge: string | null;
  /** The address of a redirect that was not followed because of `mayLogIn`. */
  readonly leadsTo: string | null;
  /** Retry-After, ms; null if the server sends none. */
  readonly retryAfterMs: number | null;
}

/** What is wished for; of a calendar if left out. */
export interface GetWishes {
  /** Accept. */
  readonly accept?: string;
  /** Largest body, bytes. */
  readonly bodyBytes?: number;
  /** For the server of the address, if it asks for one; no other server gets it. */
  readonly login?: Login | null;
}

export interface FormReply {
  readonly status: number;
  /** UTF-8. */
  readonly text: string;
  readonly contentType: string | null;
}

export interface Http {
  /** @throws HttpFailure */
  get(
    url: string,
    validators: { readonly etag: string | null; readonly lastModified: string | null },
    signal: AbortSignal,
    wishes?: GetWishes,
  ): Promise<HttpReply>;
  /** Any status is a reply, and not a failure. @throws HttpFailure */
  dav(request: DavRequest, signal: AbortSignal): Promise<DavReply>;
  /**
   * Sends a form to this server and no other: it follows no redirect, since the form has secrets. Any status is a reply.
   * @param form URL-encoded
   * @throws HttpFailure
   */
  post(url: string, form: string, signal: AbortSignal): Promise<FormReply>;
}
