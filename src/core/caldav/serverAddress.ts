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

/**
 * Whether a server may get the login of an account: the account's own server, or an https server of the same
 * organisation, such as `p42-caldav.icloud.com` for `caldav.icloud.com` and `caldav.fastmail.com` for `fastmail.com`.
 * Any other server that an answer names, by a redirect or otherwise, gets nothing.
 * @param account URL of the account's server
 */
export function mayLogIn(account: string, target: string): boolean {
  const [own, other] = [URL.parse(account), URL.parse(target)];
  if (own === null || other === null || other.username !== '' || other.password !== '') return false;
  if (own.origin === other.origin) return true;
  if (other.protocol !== 'https:' || isIpAddress(own.hostname)) return false;
  // The same server, now protected.
  if (own.hostname === other.hostname) return true;
  const labels = own.hostname.split('.');
  // A name of two labels is an organisation's own; above a longer one is at least a name of two labels.
  const organisation = labels.length > 2 ? labels.slice(1).join('.') : own.hostname;
  return labels.length >= 2 && other.hostname.endsWith(`.${organisation}`);
}

const isIpAddress = (host: string): boolean => /^[\d.]+$|^\[/.test(host);
