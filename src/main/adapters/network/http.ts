import { joinShared } from '../threads/sharedBytes.ts';
import { setImmediate } from 'node:timers/promises';
import type { Response } from 'undici';
import { accountProblem } from '#core/caldav/problems.ts';
import { networkProblem, type CertificateFlaw } from '#core/network/problems.ts';
import { isPrivateHost } from '#core/network/privateHost.ts';
import { type DavLogin, type Http, HttpFailure, type HttpReply, type Login } from '../../ports/http.ts';
import type { Send } from './connection.ts';
import { davHeaders, freshFor, retryAfter } from './httpHeaders.ts';
import { authorizationFor, basic } from './serverLogin.ts';

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
/** Largest answer to a form. */
const FORM_REPLY_BYTES = 1024 * 1024;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * HTTP GET with validators, and requests of WebDAV; without cookies. Follows redirects itself, because each step must stay
 * on http or https and must not downgrade from https to http.
 * @param send the way to the network
 */
export function createHttp(userAgent: string, send: Send, limits: HttpLimits = defaultLimits): Http {
  /** Servers that accepted a login by Basic: they need not ask again. */
  const basicOrigins = new Set<string>();
  const accepted = 'br, gzip, deflate';
  return {
    get(address, validators, signal, { accept, bodyBytes = limits.bodyBytes, login = null } = {}) {
      const headers: Record<string, string> = {
        'user-agent': userAgent,
        accept: accept ?? 'text/calendar, */*;q=0.8',
        'accept-encoding': accepted,
      };
      if (validators.etag !== null) headers['if-none-match'] = validators.etag;
      if (validators.lastModified !== null) headers['if-modified-since'] = validators.lastModified;
      return withinLimits(limits, signal, async (either, onBytes) => {
        const { start, login: own } = parseAddress(address, login);
        const sender = withLogin(send, start.origin, own, basicOrigins);
        const sent = { headers };
        const { response, url } = await follow(sender, start, sent, either, limits.redirects, onBytes);
        if (url.origin !== start.origin && asksForLogin(response)) throw elsewhere(start, url);
        return readReply(response, bodyBytes, onBytes);
      });
    },

    dav(request, signal) {
      const { start } = parseAddress(request.url, null);
      if (!request.mayLogIn(start.href)) throw new Error('A login was to be sent to another server');
      const headers = {
        'user-agent': userAgent,
        'accept-encoding': accepted,
        authorization: authorizationOf(request.login),
        ...davHeaders(request),
      };
      const { method, mayLogIn } = request;
      const body = request.method === 'GET' ? {} : { body: request.body };
      const patient = { ...limits, silenceMs: limits.silenceMs * DAV_PATIENCE };
      return withinLimits(patient, signal, async (either, onBytes) => {
        const sent = { headers, method, ...body, mayFollow: (url: URL) => mayLogIn(url.href) };
        const followed = await follow(send, start, sent, either, limits.redirects, onBytes);
        const { response, url, leadsTo } = followed;
        return {
          status: response.status,
          url: url.href,
          body: await readBody(response, limits.bodyBytes, onBytes),
          etag: response.headers.get('etag'),
          scheduleTag: response.headers.get('schedule-tag'),
          challenge: response.headers.get('www-authenticate'),
          leadsTo: leadsTo?.href ?? null,
          retryAfterMs: retryAfter(response.headers, Date.now()),
        };
      });
    },

    post(address, form, signal) {
      const { start } = parseAddress(address, null);
      const headers = {
        'user-agent': userAgent,
        accept: 'application/json',
        'accept-encoding': accepted,
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      };
      return withinLimits(limits, signal, async (either, onBytes) => {
        const request = { method: 'POST', headers, body: form, mayFollow: () => false };
        const { response } = await follow(send, start, request, either, 0, onBytes);
        const bytes = await readBody(response, FORM_REPLY_BYTES, onBytes);
        return {
          status: response.status,
          text: new TextDecoder().decode(bytes),
          contentType: response.headers.get('content-type'),
        };
      });
    },
  };
}

const asksForLogin = ({ status, headers }: Response): boolean =>
  status === 401 && headers.has('www-authenticate');

/** A server leads to another one that wants a login, which only the first one gets. */
function elsewhere(from: URL, to: URL): HttpFailure {
  // From http to https the name is the same.
  const name = (url: URL): string => (from.host === to.host ? url.origin : url.host);
  const problem = accountProblem('account/otherServer', name(from), name(to));
  return new HttpFailure(401, 'Another server wants a login.', 'status', { problem });
}

const authorizationOf = (login: DavLogin): string =>
  'accessToken' in login ? `Bearer ${login.accessToken}` : basic(login);

/**
 * Logs in at one server. Basic sends the password itself: on an encrypted connection at once, since some servers lead to a
 * page instead of asking; on others only to a server that asks for it and offers no Digest.
 * @param origin of the only server that gets the login
 * @param basicOrigins unencrypted ones that asked for Basic before
 */
const withLogin =
  (send: Send, origin: string, login: Login | null, basicOrigins: Set<string>): Send =>
  async (url, request) => {
    if (login === null || url.origin !== origin) return send(url, request);
    const sendAs = (authorization: string): Promise<Response> =>
      send(url, { ...request, headers: { ...request.headers, authorization } });
    const isAtOnce = url.protocol === 'https:' || basicOrigins.has(origin);
    const response = await (isAtOnce ? sendAs(basic(login)) : send(url, request));
    if (response.status !== 401) return response;
    const asked = { method: request.method, path: `${url.pathname}${url.search}` };
    const authorization = authorizationFor(response.headers.get('www-authenticate'), login, asked);
    // The same again would not help.
    if (authorization === null || (isAtOnce && authorization === basic(login))) return response;
    await response.body?.cancel();
    const answer = await sendAs(authorization);
    if (answer.status !== 401 && authorization.startsWith('Basic ')) basicOrigins.add(origin);
    return answer;
  };

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

/** An address without its login, which would be stored in histories of proxies and servers; it is sent as a header. */
function parseAddress(
  address: string,
  given: Login | null,
): { readonly start: URL; readonly login: Login | null } {
  const url = URL.parse(address);
  if (url === null || !isWeb(url)) throw new HttpFailure(0, 'Not a web address.');
  const { username, password } = url;
  const written =
    username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  url.username = '';
  url.password = '';
  return { start: url, login: given ?? written };
}

const isWeb = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:';

/** What is sent to each address. */
interface Sent {
  readonly headers: Readonly<Record<string, string>>;
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
  send: Send,
  start: URL,
  { headers, method = 'GET', body, mayFollow }: Sent,
  signal: AbortSignal,
  redirects: number,
  onBytes: () => void,
): Promise<Followed> {
  let url = start;
  for (let left = redirects; ; left -= 1) {
    const request = { method, headers, signal, ...(body === undefined ? {} : { body }) };
    const response = await send(url, request).catch((error: unknown) => {
      throw certificateFailure(error, url) ?? error;
    });
    onBytes();
    if (!redirectStatuses.has(response.status)) return { response, url, leadsTo: null };
    const next = redirectTarget(url, response);
    if (mayFollow?.(next) === false) return { response, url, leadsTo: next };
    await response.body?.cancel();
    if (left === 0) throw new HttpFailure(response.status, 'The server redirects without end.', 'redirect');
    url = next;
  }
}

function redirectTarget(from: URL, response: Response): URL {
  const refuse = (message: string) => new HttpFailure(response.status, message, 'redirect');
  const to = URL.parse(response.headers.get('location') ?? '', from.href);
  if (to === null || !isWeb(to)) throw refuse('The server redirects to no web address.');
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw refuse('The server redirects to an unprotected address.');
  // Otherwise any server could make requests inside the user's network, with the app as its hand.
  if (isPrivateHost(to.hostname) && !isPrivateHost(from.hostname))
    throw refuse('The server redirects into a private network.');
  // A server chooses no login: it could use the app to log in elsewhere in the user's network.
  to.username = '';
  to.password = '';
  return to;
}

async function readReply(response: Response, limit: number, onBytes: () => void): Promise<HttpReply> {
  const { headers } = response;
  if (response.status === 304) return { kind: 'unchanged', freshForMs: freshFor(headers) };
  if (!response.ok) {
    await response.body?.cancel();
    throw new HttpFailure(response.status, `The server answered ${response.status}.`, 'status', {
      retryAfterMs: retryAfter(headers, Date.now()),
      challenge: headers.get('www-authenticate'),
    });
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
  // Passing the bytes to a worker thread then needs no copy.
  return joinShared(chunks, size);
}

/** Node's and OpenSSL's codes for an invalid certificate. */
const FLAWS: Readonly<Record<string, CertificateFlaw>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'selfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknownIssuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknownIssuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknownIssuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknownIssuer',
  CERT_UNTRUSTED: 'unknownIssuer',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'notYetValid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrongName',
};

/** Why fetch failed, by its code only: its messages contain the address. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
}

/** The failure if the certificate of a server is not valid; null for other failures. */
function certificateFailure(error: unknown, { host }: URL): HttpFailure | null {
  const code = codeOf(error);
  if (FLAWS[code] === undefined && !code.includes('CERT')) return null;
  return new HttpFailure(0, `The server was not reached (${code}).`, 'certificate', {
    problem: networkProblem('network/certificate', host, FLAWS[code] ?? 'other'),
  });
}

const notReached = (error: unknown): HttpFailure =>
  new HttpFailure(0, `The server was not reached (${codeOf(error)}).`);
