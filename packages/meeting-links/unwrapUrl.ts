import { lookUpHost } from './serviceIndex.ts';
import { isGoogleFront, wrapperIndex, type Wrapping } from './wrappers.ts';

/** Maximum nested wrappers; mail that was forwarded several times has a few. */
const MAX_WRAPPERS = 6;

/** Maximum length of an address in characters; nested wrappers of real mail are far shorter. */
export const LONGEST_URL = 8_192;

/** Percent-decodes leniently: invalid escapes stay, where `decodeURIComponent` would throw. */
export const decodeLeniently = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });
  }
};

/**
 * Parses a web address. Null if it is invalid, contains a user, or has an unusual port: look-alikes do, meeting
 * services do not.
 */
export function parseWebUrl(text: string): URL | null {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') return null;
  if (url.port !== '' && url.port !== '443' && url.port !== '80') return null;
  url.port = '';
  url.protocol = 'https:';
  return url;
}

/** The value of a query parameter, decoded leniently: URLSearchParams would turn `+` into a space. */
export function queryValue(url: URL, name: string): string | null {
  const pairs = url.search.slice(1).split('&');
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : decodeLeniently(found.slice(name.length + 1));
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Decodes base64url as Latin-1; ignores characters outside the alphabet. */
function decodeBase64(text: string): string {
  let bits = 0;
  let held = 0;
  let decoded = '';
  for (const character of text.replaceAll('+', '-').replaceAll('/', '_')) {
    const value = BASE64.indexOf(character);
    if (value === -1) continue;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    decoded += String.fromCharCode((bits >> held) & 0xff);
  }
  return decoded;
}

/**
 * urldefense v3: `/v3/__ADDRESS__;REPLACED!!…`. `*` replaces one character, `**A` two, `**B` three and so on;
 * REPLACED contains them in base64url.
 */
function fromUrldefense3(text: string): string | null {
  const from = text.indexOf('__');
  const to = text.indexOf('__;', from + 2);
  if (from === -1 || to === -1) return null;
  const end = text.indexOf('!', to);
  const replaced = decodeBase64(text.slice(to + 3, end === -1 ? undefined : end));
  let used = 0;
  const take = (count: number): string => {
    used += count;
    return replaced.slice(used - count, used);
  };
  const address = text
    .slice(from + 2, to)
    .replaceAll(/\*\*([\w-])|\*/g, (star, length: string | undefined) =>
      length === undefined ? take(1) || star : take(BASE64.indexOf(length) + 2),
    );
  return address.replace(/^(https?):\/(?!\/)/i, '$1://');
}

function fromUrldefense(url: URL): string | null {
  if (url.pathname.startsWith('/v3/')) return fromUrldefense3(url.href);
  const inner = queryValue(url, 'u');
  if (inner === null || !url.pathname.startsWith('/v2/')) return inner;
  return decodeLeniently(inner.replaceAll('-', '%').replaceAll('_', '/'));
}

type Reader<Kind extends Wrapping['kind']> = (url: URL, wrapping: Wrapping & { kind: Kind }) => string | null;

/** Readers of the inner address, one for each kind of wrapping. */
const readers: { readonly [Kind in Wrapping['kind']]: Reader<Kind> } = {
  parameter: (url, { names }) =>
    names.map((name) => queryValue(url, name)).find((value) => value !== null) ?? null,
  urldefense: fromUrldefense,
  underscores: (url) => url.href.split('___')[1] ?? null,
  lastSegment: (url) => decodeLeniently(url.pathname.slice(url.pathname.lastIndexOf('/') + 1)) + url.hash,
  base64(url, { name }) {
    const inner = queryValue(url, name);
    return inner === null || /^https?:/i.test(inner) ? inner : decodeBase64(inner);
  },
  samePlace(url, { path, name }) {
    // The web client has the path of the meeting in its fragment.
    if (/^#\/(?:l|meet)\//.test(url.hash)) return `https://${url.host}${url.hash.slice(1)}`;
    const inner = url.pathname === path ? queryValue(url, name) : null;
    return inner === null ? null : `https://${url.host}${inner.replace(/^\/_#/, '')}`;
  },
};

/** The type parameter ties the reader to the kind of wrapping. */
const inside = <Kind extends Wrapping['kind']>(
  url: URL,
  wrapping: Wrapping & { kind: Kind },
): string | null => {
  const read: Reader<Kind> = readers[wrapping.kind];
  return read(url, wrapping);
};

/** Follows a chain of known wrappers to the inner address; returns the address itself if it is not wrapped. */
export function unwrapUrl(wrapped: URL): URL {
  let url = wrapped;
  for (let layer = 0; layer < MAX_WRAPPERS; layer++) {
    const google: Wrapping = { kind: 'parameter', names: ['q', 'url'] };
    const wrapping =
      isGoogleFront(url.hostname) && url.pathname === '/url'
        ? google
        : lookUpHost(wrapperIndex, url.hostname);
    const address = wrapping === undefined ? null : inside(url, wrapping);
    const next = address === null ? null : parseWebUrl(decodeOnceMore(address));
    if (next === null) return url;
    url = next;
  }
  return url;
}

/** Some mailers encode an address twice; a still-escaped colon shows it. */
const decodeOnceMore = (address: string): string =>
  /^https?%(?:25)?3a/i.test(address) ? decodeLeniently(decodeLeniently(address)) : address;
