/**
 * The path of an object, written in one way: a server may answer with another form than the one that it was asked for.
 * Null if it is no address of this server.
 */
export function pathOf(href: string, base: string): string | null {
  const url = URL.parse(href, base);
  if (url === null || url.host !== new URL(base).host) return null;
  try {
    return url.pathname
      .split('/')
      .map((segment) => encodeURIComponent(decodeURIComponent(segment)))
      .join('/');
  } catch {
    return url.pathname;
  }
}
