/**
 * What a start of the app asks for, read from its arguments. Anybody can write a link into a web page, so links are
 * read strictly: exactly the forms below, and what follows from them is always shown before anything happens.
 */

/** What an `office-hours:` link asks for. */
export type DeepLink =
  | { readonly kind: 'joinNext' }
  | { readonly kind: 'note' }
  /** `address` is https, written anew by us. */
  | { readonly kind: 'follow'; readonly address: string };

/**
 * `stayHidden`: a start with the computer, in the tray alone. `joinNow`: joins without a question, as only the user's
 * own desktop can ask for it. `notice`: a notification of an earlier run was pressed; `id` names its meeting, null where
 * the system does not say.
 */
export type LaunchRequest =
  | DeepLink
  | { readonly kind: 'show' | 'stayHidden' | 'joinNow' | 'misunderstood' }
  | { readonly kind: 'notice'; readonly id: string | null };

/** Longer ones are not written by people; Windows passes no longer ones on. */
const LONGEST_LINK = 2048;

const isDeepLink = (text: string): boolean => /^office-hours:/i.test(text);

/** The https address of a calendar that a link may name: no file, no password, no port that another service may have. */
function feedAddress(text: string): string | null {
  if (/[\p{Cc}\s]/u.test(text)) return null;
  const url = URL.parse(text.replace(/^webcals?:/i, 'https:'));
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return null;
  return url.href;
}

/**
 * Reads `office-hours://join-next`, `office-hours://note` and `office-hours://follow?feed=ADDRESS`; null for
 * everything else. ADDRESS is an https or webcal address, percent-encoded.
 */
export function readDeepLink(text: string): DeepLink | null {
  // URL drops tabs and line ends silently, so they are looked for before.
  if (text.length > LONGEST_LINK || /[\p{Cc}\p{Cf}\s"<>\\^`{|}]/u.test(text) || !isDeepLink(text))
    return null;
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.port !== '' || url.hash !== '')
    return null;
  // Some browsers add the slash.
  if (url.pathname !== '' && url.pathname !== '/') return null;
  const names = [...url.searchParams.keys()];
  switch (url.hostname.toLowerCase()) {
    case 'join-next':
      return names.length === 0 ? { kind: 'joinNext' } : null;
    case 'note':
      return names.length === 0 ? { kind: 'note' } : null;
    case 'follow': {
      const address = names.join() === 'feed' ? feedAddress(url.searchParams.get('feed') ?? '') : null;
      return address === null ? null : { kind: 'follow', address };
    }
    default:
      return null;
  }
}

/** What the app's own arguments ask for. Beside a link nothing else counts: a page may have smuggled it in. */
export function readLaunchRequest(args: readonly string[]): LaunchRequest {
  const links = args.filter(isDeepLink);
  if (links.length > 0) {
    const [link, ...others] = links;
    return (others.length === 0 && readDeepLink(link ?? '')) || { kind: 'misunderstood' };
  }
  if (args.includes('--join-next')) return { kind: 'joinNow' };
  return { kind: args.includes('--hidden') ? 'stayHidden' : 'show' };
}
