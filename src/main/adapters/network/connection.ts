import type { Response } from 'undici';
import { environmentProxy } from '#core/network/environmentProxy.ts';
import { networkProblem } from '#core/network/problems.ts';
import { challengeOf, readChallenges } from '#core/network/challenges.ts';
import { systemProxy } from '#core/network/proxyChoice.ts';
import {
  direct,
  nameOfProxy,
  readPacAnswer,
  readProxyAddress,
  type ProxyRoute,
} from '#core/network/proxyRoute.ts';
import type { Connection, ConnectionParts, ReachedBy } from '../../ports/connection.ts';
import { HttpFailure, type Login } from '../../ports/http.ts';
import { createDispatcher, type RouteDispatcher, type Undici } from './dispatchers.ts';
import { failureOfProxy, proxyChallenge, ProxyFailure } from './proxyFailures.ts';
import { createTrust } from './trust.ts';

/** One request to one server. */
export interface ServerRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** Sends one request, without cookies; follows no redirect. Rejects as `fetch` does, or with a {@link HttpFailure} of the proxy. */
export type Send = (url: URL, request: ServerRequest) => Promise<Response>;

export interface NetworkConnection extends Connection {
  readonly send: Send;
}

export interface ConnectionOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The proxies of the system for an address, as a proxy script answers; null where only variables name one. */
  readonly askSystem: ((url: string) => Promise<string>) | null;
}

/** Nothing was chosen and nothing is stored. */
const unknownUser: ConnectionParts = {
  proxy: () => systemProxy,
  certificates: () => Promise.resolve([]),
  proxyLogin: () => Promise.resolve(null),
  proxyAsked: () => undefined,
};

/** A way to a server, and the login that was written beside its proxy. */
interface Way {
  readonly route: ProxyRoute;
  readonly login: Login | null;
}
const way = (route: ProxyRoute): Way => ({ route, login: null });

/**
 * All requests of the app go through here: to each server by its proxy, trusting the system’s certificates and those of
 * the user. Loads the HTTP library, and reads the certificates, with the first request.
 */
export function createConnection({ env, askSystem }: ConnectionOptions): NetworkConnection {
  let parts = unknownUser;
  let loaded: Promise<Undici> | null = null;
  const trust = createTrust(env);
  const dispatchers = new Map<string, RouteDispatcher>();
  const reached = new Map<string, ReachedBy>();

  const load = async (): Promise<Undici> => {
    const [undici] = await Promise.all([
      import('undici'),
      parts.certificates().then((own) => trust.extend(own)),
    ]);
    return undici;
  };

  function dispatcherFor(undici: Undici, route: ProxyRoute, login: Login | null): RouteDispatcher {
    const key = JSON.stringify([route, login]);
    const known = dispatchers.get(key);
    if (known !== undefined) return known;
    const dispatcher = createDispatcher(undici, route, login, (origin, by) => {
      // A connection that resumes an earlier one does not show the certificate again.
      reached.set(origin, { ...by, issuer: by.issuer ?? reached.get(origin)?.issuer ?? null });
    });
    dispatchers.set(key, dispatcher);
    return dispatcher;
  }

  async function waysTo(url: URL): Promise<readonly Way[]> {
    const { mode, address } = parts.proxy();
    if (mode === 'none') return [way(direct)];
    if (mode === 'manual') {
      const written = readProxyAddress(address);
      if (written === null) throw badProxy(networkProblem('network/badProxyAddress'));
      return [{ route: { kind: 'proxy', proxy: written.proxy }, login: written.login }];
    }
    // Who sets a variable for the app means it; it wins over the settings of the desktop.
    const named = environmentProxy(env, url);
    if (named.kind === 'unreadable') throw badProxy(networkProblem('network/badVariable', named.variable));
    if (named.kind === 'proxy')
      return [{ route: { kind: 'proxy', proxy: named.written.proxy }, login: named.written.login }];
    if (named.kind === 'direct' || askSystem === null) return [way(direct)];
    // A proxy script gets no path and no login: they may be secret, and Chromium leaves them out for https too.
    return readPacAnswer(await askSystem(`${url.origin}/`)).map(way);
  }

  async function sendBy(
    undici: Undici,
    route: ProxyRoute,
    login: Login | null,
    url: URL,
    request: ServerRequest,
  ): Promise<Response> {
    const { http, https } = dispatcherFor(undici, route, login);
    try {
      return await undici.fetch(url, {
        ...request,
        redirect: 'manual',
        credentials: 'omit',
        dispatcher: url.protocol === 'https:' ? https : http,
      });
    } catch (error) {
      throw error instanceof Error && error.cause instanceof ProxyFailure ? error.cause : error;
    }
  }

  /** Sends with the login that is known for the proxy, once it asks for one. */
  async function sendWithLogin(
    undici: Undici,
    { route, login }: Way,
    url: URL,
    request: ServerRequest,
  ): Promise<Response> {
    if (route.kind === 'direct') return sendBy(undici, route, null, url, request);
    const proxy = nameOfProxy(route.proxy);
    const known = login ?? (await parts.proxyLogin(proxy));
    try {
      return await sendBy(undici, route, known, url, request);
    } catch (error) {
      if (!(error instanceof ProxyFailure)) throw error;
      const challenge = challengeOf(readChallenges(proxyChallenge(error)), 'basic');
      if (challenge !== null)
        parts.proxyAsked({ proxy, realm: challenge.parameters['realm'] ?? '', wasRefused: known !== null });
      throw failureOfProxy(error, proxy, known !== null);
    }
  }

  return {
    send: async (url, request) => {
      loaded ??= load();
      // A request that fails to load it leaves the next one to try again.
      const undici = await loaded.catch((error: unknown) => {
        loaded = null;
        throw error;
      });
      let failure: unknown = null;
      for (const next of await waysTo(url)) {
        try {
          return await sendWithLogin(undici, next, url, request);
        } catch (error) {
          // The next proxy of the list, or none, may lead there. A proxy that answers has decided.
          if (!(error instanceof HttpFailure) || !IS_DOWN.has(error.problem?.code ?? '')) throw error;
          failure ??= error;
        }
      }
      throw failure;
    },
    begin: (given) => {
      parts = given;
    },
    renew: async () => {
      loaded = null;
      const former = [...dispatchers.values()];
      dispatchers.clear();
      await Promise.all(former.map((dispatcher) => dispatcher.close()));
    },
    reachedBy: (origin) => reached.get(origin) ?? null,
  };
}

/** The proxy itself is not there. */
const IS_DOWN: ReadonlySet<string> = new Set(['network/proxyUnreachable', 'network/proxyBroken']);

const badProxy = (problem: ReturnType<typeof networkProblem>): HttpFailure =>
  new HttpFailure(0, 'The address of the proxy is invalid.', 'proxy', { problem });
