/** The origin of our pages. */

export const bundleScheme = 'app';
const bundleHost = 'bundle';

/** The main page of the built app, served by `protocol.ts`. */
export const bundlePage = `${bundleScheme}://${bundleHost}/index.html`;

/**
 * Scheme and host of an address; null if it has no host. `URL.origin` does not work here: it is `null` for every scheme
 * that the URL standard does not define.
 */
export function originOf(address: string): string | null {
  const url = URL.parse(address);
  return url === null || url.host === '' ? null : `${url.protocol}//${url.host}`;
}

/** Whether an address belongs to the page's own origin. */
export const isOwnPage = (address: string, page: string): boolean =>
  originOf(address) !== null && originOf(address) === originOf(page);
