import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { callbackify } from 'node:util';
import type * as undiciModule from 'undici';
import type { Dispatcher, Pool } from 'undici';
import { nameOfProxy, type Proxy, type ProxyRoute } from '#core/network/proxyRoute.ts';
import type { ReachedBy } from '../../ports/connection.ts';
import type { Login } from '../../ports/http.ts';
import { forwarding, type ProxyHeaders } from './forwarding.ts';
import { ProxyFailure } from './proxyFailures.ts';
import { basic } from './serverLogin.ts';

export type Undici = typeof undiciModule;
type Connector = ReturnType<Undici['buildConnector']>;
type Wanted = Parameters<Connector>[0];

/** Called with each new connection to a server. */
export type OnReached = (origin: string, by: ReachedBy) => void;

/** What sends the requests of one route; it keeps the connections. */
export interface RouteDispatcher {
  readonly http: Dispatcher;
  readonly https: Dispatcher;
  /** Ends its connections when their requests are done. */
  close(): Promise<void>;
}

/** HTTP/1.1 only, as Node’s own `fetch` speaks it. */
const HTTP1 = { allowH2: false } as const;
const PATIENCE_MS = 10_000;

/** @param login for the proxy */
export function createDispatcher(
  undici: Undici,
  route: ProxyRoute,
  login: Login | null,
  onReached: OnReached,
): RouteDispatcher {
  const through = (connect: Connector, proxy: string | null): Dispatcher =>
    new undici.Agent({ ...HTTP1, connect: reporting(connect, proxy, onReached) });
  if (route.kind === 'direct') {
    const agent = through(undici.buildConnector(HTTP1), null);
    return { http: agent, https: agent, close: () => agent.close() };
  }
  const { proxy } = route;
  const name = nameOfProxy(proxy);
  if (proxy.kind === 'socks4' || proxy.kind === 'socks5') {
    const agent = through(socksConnector(undici, proxy, login), name);
    return { http: agent, https: agent, close: () => agent.close() };
  }
  const pool = new undici.Pool(`${proxy.kind}://${proxy.host}:${proxy.port}`, {
    ...HTTP1,
    connect: toProxy(undici.buildConnector(HTTP1)),
  });
  const authorization = login === null ? {} : { 'proxy-authorization': basic(login) };
  const http = forwarding(pool, authorization, (origin) => onReached(origin, { proxy: name, issuer: null }));
  const https = through(tunnel(undici, pool, authorization), name);
  return {
    http,
    https,
    close: async () => {
      await https.close();
      await pool.close();
    },
  };
}

/** Who issued the certificate of a connection; null if it is not encrypted. */
function issuerOf(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket)) return null;
  // Node gives an empty object if the connection has ended.
  const issuer: Partial<Record<'CN' | 'O', string | string[]>> = socket.getPeerCertificate().issuer ?? {};
  return [issuer.CN ?? issuer.O ?? []].flat()[0] ?? null;
}

const reporting =
  (connect: Connector, proxy: string | null, onReached: OnReached): Connector =>
  (wanted, callback) =>
    connect(wanted, (...outcome) => {
      const [error, socket] = outcome;
      if (error === null)
        onReached(`${wanted.protocol}//${wanted.host}`, { proxy, issuer: issuerOf(socket) });
      callback(...outcome);
    });

/** A connection to the proxy itself. */
const toProxy =
  (connect: Connector): Connector =>
  (wanted, callback) =>
    connect(wanted, (...outcome) =>
      outcome[0] === null ? callback(...outcome) : callback(new ProxyFailure('unreachable'), null),
    );

/** A connector as a function of promises. */
const connector = (open: (wanted: Wanted) => Promise<Socket>): Connector => {
  const asCallback = callbackify(open);
  return (wanted, callback) =>
    asCallback(wanted, (error, socket) => (error ? callback(error, null) : callback(null, socket)));
};

/** Encrypts a connection that a proxy opened, and checks the certificate of the server. */
const securing =
  (secure: Connector) =>
  (wanted: Wanted, httpSocket: Socket): Promise<Socket> =>
    new Promise((resolve, reject) => {
      secure({ ...wanted, httpSocket }, (error, socket) => {
        if (error === null) resolve(socket);
        else reject(isNoTls(error) ? new ProxyFailure('broken') : error);
      });
    });

/** Whether the other side speaks something else than TLS, as the page of a proxy does that opened no tunnel. */
const isNoTls = (error: Error): boolean => 'code' in error && /^(?:EPROTO|ERR_SSL_)/.test(String(error.code));

/** https: a tunnel (CONNECT), in which the server proves itself as ever. */
function tunnel(undici: Undici, pool: Pool, authorization: ProxyHeaders): Connector {
  const secure = securing(undici.buildConnector(HTTP1));
  return connector(async (wanted) => {
    const { host, hostname, port } = wanted;
    const target = port === '' ? `${host ?? hostname}:443` : (host ?? `${hostname}:${port}`);
    const { statusCode, headers, socket } = await pool
      .connect({ path: target, headers: { host: target, ...authorization } })
      .catch((error: unknown) => {
        throw error instanceof ProxyFailure ? error : new ProxyFailure('broken');
      });
    if (statusCode >= 200 && statusCode < 300 && socket instanceof Socket) return secure(wanted, socket);
    socket.on('error', () => undefined).destroy();
    const challenge = headers['proxy-authenticate'];
    throw new ProxyFailure({
      status: statusCode,
      challenge: challenge === undefined ? null : [challenge].flat().join(', '),
    });
  });
}

/** The proxy looks up the server’s name. */
function socksConnector(undici: Undici, proxy: Proxy, login: Login | null): Connector {
  const secure = securing(undici.buildConnector(HTTP1));
  return connector(async (wanted) => {
    const { hostname, protocol, port } = wanted;
    const { SocksClient } = await import('socks');
    const standard = protocol === 'https:' ? 443 : 80;
    const { socket } = await SocksClient.createConnection({
      command: 'connect',
      proxy: {
        host: proxy.host.replace(/^\[|\]$/g, ''),
        port: proxy.port,
        type: proxy.kind === 'socks4' ? 4 : 5,
        ...(login === null ? {} : { userId: login.user, password: login.password }),
      },
      destination: { host: hostname, port: port === '' ? standard : Number(port) },
      timeout: PATIENCE_MS,
    }).catch(() => {
      throw new ProxyFailure('unreachable');
    });
    return protocol === 'https:' ? secure(wanted, socket) : socket;
  });
}
