import { setImmediate } from 'node:timers/promises';
import { type Http, HttpFailure, type HttpReply } from '../../ports/http.ts';
import { freshFor, retryAfter } from './httpHeaders.ts';

/** Limits of a request. Tests use smaller ones. */
export interface HttpLimits {
  /** Longest wait without a byte, ms. */
  readonly silenceMs: number;
  /** Longest time for the whole request, ms: a server that sends a byte now and then would never time out otherwise. */
  readonly wholeMs: number;
  /** Largest body after decompression, bytes. */
  readonly bodyBytes: number;
  readonly redirects: number;
}

const defaultLimits: HttpLimits = {
  silenceMs: 20_000,
  wholeMs: 10 * 60_000,
  bodyBytes: 50 * 1024 * 1024,
  redirects: 5,
};
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * HTTP GET with validators, without cookies. Follows redirects itself, because each step must stay on http or https and
 * must not downgrade from https to http.
 */
export function createHttp(userAgent: string, limits: HttpLimits = defaultLimits): Http {
  return {
    async get(address, validators, signal) {
      const silence = createSilenceAlarm(limits.silenceMs);
      const whole = AbortSignal.timeout(limits.wholeMs);
      const either = AbortSignal.any([signal, silence.signal, whole]);
      const headers = new Headers({
        'user-agent': userAgent,
        accept: 'text/calendar, */*;q=0.8',
        'accept-encoding': 'br, gzip, deflate',
      });
      if (validators.etag !== null) headers.set('if-none-match', validators.etag);
      if (validators.lastModified !== null) headers.set('if-modified-since', validators.lastModified);
      try {
        const response = await follow(
          parseAddress(address),
          headers,
          either,
          limits.redirects,
          silence.restart,
        );
        return await readReply(response, limits.bodyBytes, silence.restart);
      } catch (error) {
        if (error instanceof HttpFailure) throw error;
        if (signal.aborted) throw new HttpFailure(0, 'The request was cancelled.');
        if (silence.signal.aborted) throw new HttpFailure(0, 'The server stopped answering.', 'silence');
        if (whole.aborted) throw new HttpFailure(0, 'The server took too long.', 'silence');
        throw notReached(error);
      } finally {
        silence.stop();
      }
    },
  };
}

/** Aborts its signal after `silenceMs` without a call of `restart`. */
function createSilenceAlarm(silenceMs: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), silenceMs);
  return {
    signal: controller.signal,
    restart: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}

function parseAddress(address: string): URL {
  const url = URL.parse(address);
  if (url === null || !isWeb(url)) throw new HttpFailure(0, 'Not a web address.');
  return url;
}

const isWeb = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:';

async function follow(
  start: URL,
  headers: Headers,
  signal: AbortSignal,
  redirects: number,
  onBytes: () => void,
): Promise<Response> {
  let url = start;
  for (let left = redirects; ; left -= 1) {
    const response = await request(url, headers, signal);
    onBytes();
    if (!redirectStatuses.has(response.status)) return response;
    await response.body?.cancel();
    if (left === 0) throw new HttpFailure(response.status, 'The server redirects without end.', 'redirect');
    url = redirectTarget(url, response);
  }
}

function request(url: URL, headers: Headers, signal: AbortSignal): Promise<Response> {
  const target = new URL(url);
  const sent = new Headers(headers);
  // fetch rejects addresses with credentials, so they are sent as a header, to their own host only.
  if (target.username !== '') {
    const login = `${decodeURIComponent(target.username)}:${decodeURIComponent(target.password)}`;
    sent.set('authorization', `Basic ${Buffer.from(login).toString('base64')}`);
    target.username = '';
    target.password = '';
  }
  return fetch(target, { headers: sent, signal, redirect: 'manual', credentials: 'omit' });
}

function redirectTarget(from: URL, response: Response): URL {
  const to = URL.parse(response.headers.get('location') ?? '', from.href);
  if (to === null || !isWeb(to))
    throw new HttpFailure(response.status, 'The server redirects to no web address.', 'redirect');
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new HttpFailure(response.status, 'The server redirects to an unprotected address.', 'redirect');
  return to;
}

async function readReply(response: Response, limit: number, onBytes: () => void): Promise<HttpReply> {
  const { headers } = response;
  if (response.status === 304) return { kind: 'unchanged', freshForMs: freshFor(headers) };
  if (!response.ok) {
    await response.body?.cancel();
    const pause = retryAfter(headers, Date.now());
    throw new HttpFailure(response.status, `The server answered ${response.status}.`, 'status', pause);
  }
  const bytes = await readBody(response, limit, onBytes);
  // Joining many bytes took time, and so will processing them: let other events run in between.
  await setImmediate();
  return {
    kind: 'body',
    bytes,
    contentType: headers.get('content-type'),
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    freshForMs: freshFor(headers),
  };
}

async function readBody(response: Response, limit: number, onBytes: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      onBytes();
      size += chunk.byteLength;
      if (size > limit) throw new HttpFailure(413, 'The answer is too large.', 'tooLarge');
      chunks.push(chunk);
    }
  } catch (error) {
    if (
      error instanceof HttpFailure ||
      (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
    )
      throw error;
    // The connection closed before the announced length, or the compressed body is truncated.
    throw new HttpFailure(0, 'The answer broke off.', 'cutOff');
  }
  // Shared memory: passing the bytes to a worker thread then needs no copy, which would block this thread.
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.byteLength;
  }
  return bytes;
}

/** Node's and OpenSSL's codes for an invalid certificate. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)/;

/** Why fetch failed, by its code only: its messages contain the address. */
function notReached(error: unknown): HttpFailure {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return new HttpFailure(
    0,
    `The server was not reached (${code}).`,
    CERTIFICATE.test(code) ? 'certificate' : 'unreachable',
  );
}
