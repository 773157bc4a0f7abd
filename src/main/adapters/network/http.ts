import { setImmediate } from 'node:timers/promises';
import { type Http, HttpFailure, type HttpReply, type Login } from '../../ports/http.ts';
import { davHeaders, freshFor, retryAfter } from './httpHeaders.ts';

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
/** A server may think long before its first byte: Radicale parses a large calendar at the first request. */
const DAV_PATIENCE = 4;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * HTTP GET with validators, and requests of WebDAV; without cookies. Follows redirects itself, because each step must stay on http or https and
 * must not downgrade from https to http.
 */
export function createHttp(userAgent: string, limits: HttpLimits = defaultLimits): Http {
  return {
    get(address, validators, signal, wishes) {
      const headers = new Headers({
        'user-agent': userAgent,
        accept: wishes?.accept ?? 'text/calendar, */*;q=0.8',
        'accept-encoding': 'br, gzip, deflate',
      });
      if (validators.etag !== null) headers.set('if-none-match', validators.etag);
      if (validators.lastModified !== null) headers.set('if-modified-since', validators.lastModified);
      return withinLimits(limits, signal, async (either, onBytes) => {
        const { response } = await follow(
          parseAddress(address),
          { headers },
          either,
          limits.redirects,
          onBytes,
        );
        return readReply(response, wishes?.bodyBytes ?? limits.bodyBytes, onBytes);
      });
    },

    dav(request, signal) {
      const address = parseAddress(request.url);
      if (!request.mayLogIn(address.href)) throw new Error('A login was to be sent to another server');
      const headers = new Headers({
        'user-agent': userAgent,
        'accept-encoding': 'br, gzip, deflate',
        authorization: basic(request.login),
        ...davHeaders(request),
      });
      const { method, mayLogIn } = request;
      const body = request.method === 'GET' ? {} : { body: request.body };
      const patient = { ...limits, silenceMs: limits.silenceMs * DAV_PATIENCE };
      return withinLimits(patient, signal, async (either, onBytes) => {
        const sent = { headers, method, ...body, mayFollow: (url: URL) => mayLogIn(url.href) };
        const { response, url, leadsTo } = await follow(address, sent, either, limits.redirects, onBytes);
        return {
          status: response.status,
          url: url.href,
          text: new TextDecoder().decode(await readBody(response, limits.bodyBytes, onBytes)),
          etag: response.headers.get('etag'),
          scheduleTag: response.headers.get('schedule-tag'),
          challenge: response.headers.get('www-authenticate'),
          leadsTo: leadsTo?.href ?? null,
          retryAfterMs: retryAfter(response.headers, Date.now()),
        };
      });
    },
  };
}

const basic = ({ user, password }: Login): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Runs a request that ends with silence, after the longest time, or with `signal`. */
async function withinLimits<T>(
  { silenceMs, wholeMs }: HttpLimits,
  signal: AbortSignal,
  run: (either: AbortSignal, onBytes: () => void) => Promise<T>,
): Promise<T> {
  const silence = createSilenceAlarm(silenceMs);
  const whole = AbortSignal.timeout(wholeMs);
  try {
    return await run(AbortSignal.any([signal, silence.signal, whole]), silence.restart);
  } catch (error) {
    if (error instanceof HttpFailure) throw error;
    if (signal.aborted) throw new HttpFailure(0, 'The request was cancelled.');
    if (silence.signal.aborted) throw new HttpFailure(0, 'The server stopped answering.', 'silence');
    if (whole.aborted) throw new HttpFailure(0, 'The server took too long.', 'silence');
    throw notReached(error);
  } finally {
    silence.stop();
  }
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

/** What is sent to each address. */
interface Sent {
  readonly headers: Headers;
  readonly method?: string;
  readonly body?: string;
  /** Whether a redirect may be followed to this address; left out if to any. */
  readonly mayFollow?: (url: URL) => boolean;
}

interface Followed {
  readonly response: Response;
  readonly url: URL;
  /** The redirect that was not followed; null if there was none. */
  readonly leadsTo: URL | null;
}

/** Repeats the same request at each address: PROPFIND and REPORT must not become GET, and GET stays what it is. */
async function follow(
  start: URL,
  sent: Sent,
  signal: AbortSignal,
  redirects: number,
  onBytes: () => void,
): Promise<Followed> {
  let url = start;
  for (let left = redirects; ; left -= 1) {
    const response = await request(url, sent, signal);
    onBytes();
    if (!redirectStatuses.has(response.status)) return { response, url, leadsTo: null };
    const next = redirectTarget(url, response);
    if (sent.mayFollow?.(next) === false) return { response, url, leadsTo: next };
    await response.body?.cancel();
    if (left === 0) throw new HttpFailure(response.status, 'The server redirects without end.', 'redirect');
    url = next;
  }
}

function request(url: URL, { headers, method = 'GET', body }: Sent, signal: AbortSignal): Promise<Response> {
  const target = new URL(url);
  const sent = new Headers(headers);
  // fetch rejects addresses with credentials, so they are sent as a header, to their own host only.
  if (target.username !== '') {
    const [user, password] = [decodeURIComponent(target.username), decodeURIComponent(target.password)];
    sent.set('authorization', basic({ user, password }));
    target.username = '';
    target.password = '';
  }
  return fetch(target, {
    method,
    headers: sent,
    signal,
    redirect: 'manual',
    credentials: 'omit',
    ...(body === undefined ? {} : { body }),
  });
}

function redirectTarget(from: URL, response: Response): URL {
  const to = URL.parse(response.headers.get('location') ?? '', from.href);
  if (to === null || !isWeb(to))
    throw new HttpFailure(response.status, 'The server redirects to no web address.', 'redirect');
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new HttpFailure(response.status, 'The server redirects to an unprotected address.', 'redirect');
  // A server chooses no login: it could use the app to log in elsewhere in the user's network. Their own login stays
  // with its server.
  const isSameServer = to.origin === from.origin;
  to.username = isSameServer ? from.username : '';
  to.password = isSameServer ? from.password : '';
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
