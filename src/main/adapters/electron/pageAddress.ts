/** Where the window's page comes from, and how to tell it from any other. */

export const bundleScheme = 'app';
const bundleHost = 'bundle';

/** The page of the built app, served by `protocol.ts`. */
export const bundlePage = `${bundleScheme}://${bundleHost}/index.html`;

/**
 * Scheme and host of an address, or null where it has none. `URL.origin` will not do: it is `null` for every scheme
 * that the URL standard does not know.
 */
export function originOf(address: string): string | null {
  const url = URL.parse(address);
  return url === null || url.host === '' ? null : `${url.protocol}//${url.host}`;
}

/** Whether an address belongs to the page's own origin. */
export const isOwnPage = (address: string, page: string): boolean =>
  originOf(address) !== null && originOf(address) === originOf(page);
