/** A file name that people gave: short, with an ending, without long runs of letters and digits mixed. */
const isPlainName = (name: string): boolean => /^[\w.-]{1,32}\.\w{2,5}$/.test(name) && !/\w{20}/.test(name);

/**
 * A URL as it may be shown: the host and a harmless file name, since private addresses hold tokens in path or query.
 */
export function maskUrl(address: string): string {
  if (!URL.canParse(address)) return '…';
  const url = new URL(address);
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const name = segments.at(-1) ?? '';
  const hidden = segments.length > 1 || !isPlainName(name) ? '/…' : '';
  const shown = isPlainName(name) ? `/${name}` : '';
  return `${url.protocol}//${url.host}${name === '' ? '' : hidden + shown}${url.search === '' ? '' : '?…'}`;
}

/**
 * Long addresses that everyone may read: no part of them is a token. GitHub adds a query to the address of a private
 * file.
 */
const PUBLIC = [
  /^https:\/\/(?:calendar|www)\.google\.com\/calendar\/ical\/[^/?#]+\/public\/\w+\.ics$/,
  /^https:\/\/raw\.githubusercontent\.com\/[^?#]+$/,
  /^https:\/\/calendar\.fedoraproject\.org\/ical\/[^?#]*$/,
  /^https:\/\/www\.w3\.org\/groups\/[^?#]+$/,
];

/** True if the address may hold a token, so that it is stored encrypted and never leaves this computer. */
export const mayHoldToken = (url: string): boolean =>
  maskUrl(url) !== url && !PUBLIC.some((form) => form.test(url));
