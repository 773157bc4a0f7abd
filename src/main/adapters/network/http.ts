import { setImmediate } from 'node:timers/promises';
import { type Http, HttpFailure, type HttpReply } from '../../ports/http.ts';
import { freshFor, retryAfter } from './httpHeaders.ts';

/** What a request may cost. Tests tighten it. */
export interface HttpLimits {
  /** Longest wait without a byte, ms. */
  readonly silenceMs: number;
  /** Longest time for all of it, ms: a server that sends a byte now and then would hold us for ever. */
  readonly wholeMs: number;
  /** Largest body after decompression. */
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
 * The network: GET with validators, without cookies or credentials. Redirects are followed here, by hand, because
 * each step must keep to http or https and never fall from https to http.
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

/** Aborts its signal when `restart` was not called for so long. */
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
  heard: () => void,
): Promise<Response> {
  let url = start;
  for (let left = redirects; ; left -= 1) {
    const response = await request(url, headers, signal);
    heard();
    if (!redirectStatuses.has(response.status)) return response;
    await response.body?.cancel();
    if (left === 0) throw new HttpFailure(response.status, 'The server redirects without end.', 'redirect');
    url = redirectTarget(url, response);
  }
}

function request(url: URL, headers: Headers, signal: AbortSignal): Promise<Response> {
  const target = new URL(url);
  const sent = new Headers(headers);
  // fetch refuses addresses with a password in them; servers that want one get it as a header, on their host only.
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

async function readReply(response: Response, limit: number, heard: () => void): Promise<HttpReply> {
  const { headers } = response;
  if (response.status === 304) return { kind: 'unchanged', freshForMs: freshFor(headers) };
  if (!response.ok) {
    await response.body?.cancel();
    const pause = retryAfter(headers, Date.now());
    throw new HttpFailure(response.status, `The server answered ${response.status}.`, 'status', pause);
  }
  const bytes = await readBody(response, limit, heard);
  // What is done with many bytes takes time, as putting them together did: others come in between.
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

async function readBody(response: Response, limit: number, heard: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      heard();
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
    // The connection was closed before the announced length, or what is packed does not end.
    throw new HttpFailure(0, 'The answer broke off.', 'cutOff');
  }
  // Threads share this memory: the one that reads the bytes needs no copy, which would hold up this one.
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.byteLength;
  }
  return bytes;
}

/** Node's and OpenSSL's codes for a server that cannot prove who it is. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)/;

/** Why fetch failed, by its code alone: its messages hold the address. */
function notReached(error: unknown): HttpFailure {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return new HttpFailure(
    0,
    `The server was not reached (${code}).`,
    CERTIFICATE.test(code) ? 'certificate' : 'unreachable',
  );
}
