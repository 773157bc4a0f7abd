/** Longest path that is shown of an address (characters). */
const LONGEST_PATH = 32;

/** An address as its author wrote it: letters of other scripts, which `URL` writes as `%D7%A9`; nothing invisible. */
const readable = (path: string): string =>
  path.replaceAll(/(?:%[\da-f]{2})+/gi, (coded) => {
    try {
      return decodeURIComponent(coded).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, encodeURIComponent);
    } catch {
      return coded;
    }
  });

/** `github.com/kubernetes/community`: what is shown of an address. */
export function shortAddress(url: string): string {
  if (url.startsWith('mailto:')) return url.slice('mailto:'.length);
  try {
    const { host, pathname, search, hash } = new URL(url);
    const path = readable(`${pathname}${search}${hash}`);
    const name = host.replace(/^www\./, '');
    if (name === '') return url;
    return path === '/' ? name : `${name}${path.length > LONGEST_PATH ? '/…' : path}`;
  } catch {
    return url;
  }
}
