/** Longest path that is shown of an address (characters). */
const LONGEST_PATH = 32;

/** `github.com/kubernetes/community`: what is shown of an address. */
export function shortAddress(url: string): string {
  if (url.startsWith('mailto:')) return url.slice('mailto:'.length);
  try {
    const { host, pathname, search, hash } = new URL(url);
    const path = `${pathname}${search}${hash}`;
    const name = host.replace(/^www\./, '');
    if (name === '') return url;
    return path === '/' ? name : `${name}${path.length > LONGEST_PATH ? '/…' : path}`;
  } catch {
    return url;
  }
}
