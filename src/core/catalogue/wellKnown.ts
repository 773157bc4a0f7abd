/** Where a community keeps its own file (RFC 8615). */
const PATH = '/.well-known/office-hours.json';

/** True for an address of a site without a path: its file is at a place of its own. */
export function hasWellKnown(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
}

/** `https://example.org/.well-known/office-hours.json`. */
export const wellKnownAddress = (site: string): string => new URL(PATH, site).href;
