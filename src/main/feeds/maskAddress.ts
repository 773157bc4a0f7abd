import { isBuiltIn, isPasted, ENCRYPTED, type Feed } from '#core/feeds/feed.ts';

/** A file name that people gave: short, with an ending, without long runs of letters and digits mixed. */
const isPlainName = (name: string): boolean => /^[\w.-]{1,32}\.\w{2,5}$/.test(name) && !/\w{20}/.test(name);

/**
 * An address as it may be shown: of a URL only the host and a harmless file name, for private addresses hold
 * tokens in path or query; of a file its path; of the catalogue its name.
 */
export function maskAddress(feed: Pick<Feed, 'kind' | 'address'>): string {
  if (isBuiltIn(feed)) return 'built in';
  if (isPasted(feed)) return 'pasted text';
  if (feed.address.startsWith(ENCRYPTED)) return 'address locked';
  if (!/^https?:/i.test(feed.address)) return feed.address;
  if (!URL.canParse(feed.address)) return '…';
  const url = new URL(feed.address);
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const name = segments.at(-1) ?? '';
  const hidden = segments.length > 1 || !isPlainName(name) ? '/…' : '';
  const shown = isPlainName(name) ? `/${name}` : '';
  return `${url.protocol}//${url.host}${name === '' ? '' : hidden + shown}${url.search === '' ? '' : '?…'}`;
}
