/** Ways to a server: directly, or through a proxy. */

export type ProxyKind = 'http' | 'https' | 'socks4' | 'socks5';

export interface Proxy {
  /** How the proxy is spoken to; `https` encrypts the way to it. */
  readonly kind: ProxyKind;
  /** A name or an address; IPv6 in brackets. */
  readonly host: string;
  readonly port: number;
}

export type ProxyRoute =
  | { readonly kind: 'direct' }
  | ({ readonly kind: 'proxy' } & { readonly proxy: Proxy });

export const direct: ProxyRoute = { kind: 'direct' };

/** A proxy, as its address was written. */
export interface WrittenProxy {
  readonly proxy: Proxy;
  /** The login in the address; null if it has none. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

const KINDS: Readonly<Record<string, ProxyKind>> = {
  'http:': 'http',
  'https:': 'https',
  'socks4:': 'socks4',
  'socks4a:': 'socks4',
  'socks:': 'socks5',
  'socks5:': 'socks5',
  'socks5h:': 'socks5',
};
const PORTS: Readonly<Record<ProxyKind, number>> = { http: 80, https: 443, socks4: 1080, socks5: 1080 };

/** Name of a proxy in texts, and in the store of its login: host and port. */
export const nameOfProxy = ({ host, port }: Proxy): string => `${host}:${port}`;

/** Address of a proxy without its login, as {@link readProxyAddress} reads it. */
export const addressOfProxy = (proxy: Proxy): string =>
  proxy.kind === 'http' ? nameOfProxy(proxy) : `${proxy.kind}://${nameOfProxy(proxy)}`;

/**
 * Reads the address of a proxy, as people and variables write it: `proxy.example.org:3128`, `http://…`, `socks5://…`.
 * Null if it is none.
 */
export function readProxyAddress(given: string): WrittenProxy | null {
  const text = given.trim();
  // The URL standard parses only these schemes with a host and a default port; the port of `http:` is lost if it is 80.
  const scheme = /^([a-z][a-z0-9]*:)\/\//i.exec(text)?.[1]?.toLowerCase() ?? 'http:';
  const kind = KINDS[scheme];
  const url = URL.parse(`http://${text.replace(/^[a-z][a-z0-9]*:\/\//i, '')}`);
  if (kind === undefined || url === null || url.hostname === '') return null;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  const isPort80 = /:0*80\/?$/.test(text);
  const port = url.port === '' ? (isPort80 ? 80 : PORTS[kind]) : Number(url.port);
  try {
    const login =
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
    return { proxy: { kind, host: url.hostname, port }, login };
  } catch {
    return null;
  }
}

const PAC_KINDS: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};

/**
 * Reads the answer of a proxy script, for example `PROXY a:3128; SOCKS5 b:1080; DIRECT`: what to try, in this order.
 * Parts that cannot be read are left out; an answer without any means the direct way.
 */
export function readPacAnswer(answer: string): readonly ProxyRoute[] {
  const routes = answer.split(';').flatMap((part): ProxyRoute[] => {
    const [word = '', address = ''] = part.trim().split(/\s+/);
    if (word.toUpperCase() === 'DIRECT') return [direct];
    const kind = PAC_KINDS[word.toUpperCase()];
    const read = kind === undefined ? null : readProxyAddress(`${kind}://${address}`);
    return read === null ? [] : [{ kind: 'proxy', proxy: read.proxy }];
  });
  return routes.length === 0 ? [direct] : routes;
}
