import { readProxyAddress, type WrittenProxy } from './proxyRoute.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the variables say about an address. `unset`: nothing about addresses like this one. */
export type EnvironmentProxy =
  | { readonly kind: 'unset' | 'direct' }
  | { readonly kind: 'proxy'; readonly written: WrittenProxy }
  /** The variable holds no address of a proxy. */
  | { readonly kind: 'unreadable'; readonly variable: string };

/** The value of a variable in lower or upper case, as other programs read them. */
function valueOf(
  env: Environment,
  name: string,
): { readonly variable: string; readonly value: string } | null {
  for (const variable of [name, name.toUpperCase()]) {
    const value = env[variable]?.trim() ?? '';
    if (value !== '') return { variable, value };
  }
  return null;
}

/** Reads `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, in lower or upper case. @param url http or https */
export function environmentProxy(env: Environment, url: URL): EnvironmentProxy {
  const found = valueOf(env, `${url.protocol.slice(0, -1)}_proxy`) ?? valueOf(env, 'all_proxy');
  if (found === null) return { kind: 'unset' };
  if (isExcepted(valueOf(env, 'no_proxy')?.value ?? '', url)) return { kind: 'direct' };
  const written = readProxyAddress(found.value);
  return written === null ? { kind: 'unreadable', variable: found.variable } : { kind: 'proxy', written };
}

/**
 * Whether a list of exceptions has this server: `*`, a name with everything below it, an IP address, a range of IPv4
 * addresses (`10.0.0.0/8`), each with a port or without.
 */
function isExcepted(list: string, url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = entry, ofPort = port] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
      if (ofPort !== port) return false;
      const plain = name.replace(/^\[|\]$/g, '').replace(/^\*?\.+/, '');
      return host === plain || host.endsWith(`.${plain}`) || isInRange(host, plain);
    });
}

const numberOf = (address: string): number | null =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)
    ? address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
    : null;

function isInRange(host: string, range: string): boolean {
  const [start = '', bits = ''] = range.split('/');
  const [address, first] = [numberOf(host), numberOf(start)];
  if (address === null || first === null || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(address / size) === Math.floor(first / size);
}
