/** What the user calls their server: a domain whose server DNS may name, or a server. */
export type GivenServer =
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'server'; readonly url: string };

/**
 * Understands a web address, a host with or without a path, a domain, or an email address. Null if it is none of them.
 * @param given as the user wrote it
 */
export function readGivenServer(given: string): GivenServer | null {
  const text = given.trim();
  const domain = /^[^\s@/:]+@([^\s@/:]+)$/.exec(text)?.[1] ?? text;
  if (isDomain(domain)) return { kind: 'domain', domain: domain.toLowerCase() };
  const written = /^caldavs?:\/\//i.test(text) ? text.replace(/^caldav(s?):/i, 'http$1:') : text;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null;
  if (!/\.|^localhost$|^\[/.test(url.hostname)) return null;
  url.hash = '';
  return { kind: 'server', url: url.href };
}

/** A name with a dot, of letters, digits and hyphens; not an IP address. */
const isDomain = (text: string): boolean =>
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u.test(text);

/** The addresses to ask, in this order (RFC 6764 §6). @param url of a server */
export function addressesToAsk(url: string): readonly string[] {
  const wellKnown = new URL('/.well-known/caldav', url).href;
  const hasPath = new URL(url).pathname !== '/';
  return hasPath ? [url, wellKnown] : [wellKnown, url];
}

/** Providers that spread their accounts over servers beside the one that users know, such as `p42-caldav.icloud.com`. */
const PROVIDERS: readonly string[] = ['icloud.com', 'fastmail.com', 'yahoo.com'];

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/**
 * Whether a server may get the login of an account: the account's own server, an https server below its name, such as
 * `caldav.fastmail.com` for `fastmail.com`, or another https server of the same known provider. Servers that merely share
 * the end of their names get nothing: anybody can have a name beside `cloud.co.uk` or `anna.duckdns.org`.
 * @param account URL of the account's server
 */
export function mayLogIn(account: string, target: string): boolean {
  const [own, other] = [URL.parse(account), URL.parse(target)];
  if (own === null || other === null || other.username !== '' || other.password !== '') return false;
  if (own.origin === other.origin) return true;
  if (other.protocol !== 'https:' || isIpAddress(own.hostname)) return false;
  // The same server, now protected.
  if (own.hostname === other.hostname) return true;
  if (own.hostname.includes('.') && isWithin(other.hostname, own.hostname)) return true;
  return PROVIDERS.some((domain) => isWithin(own.hostname, domain) && isWithin(other.hostname, domain));
}

/**
 * Whether an account that is looked up at this address may use its stored password: it is on the same server, and the name
 * is the same. @param given as the user wrote it
 */
export function keepsPassword(
  { server, user }: { readonly server: string; readonly user: string },
  given: string,
  name: string,
): boolean {
  const other = readGivenServer(given);
  return other?.kind === 'server' && new URL(other.url).origin === URL.parse(server)?.origin && name === user;
}

const isIpAddress = (host: string): boolean => /^[\d.]+$|^\[/.test(host);
