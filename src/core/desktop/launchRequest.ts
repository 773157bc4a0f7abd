/**
 * What a launch of the app requests, from its arguments. Any web page can contain a link, so links are parsed
 * strictly: only the forms below, and their effect is always shown before anything happens.
 */

/** The request of an `office-hours:` link. */
export type DeepLink =
  | { readonly kind: 'joinNext' }
  | { readonly kind: 'note' }
  /** `address` is https, serialised again by us. */
  | { readonly kind: 'follow'; readonly address: string };

/**
 * `stayHidden`: a start at login, only in the tray. `joinNow`: joins without a question, since only the user's own
 * desktop can request it. `notice`: a notification of an earlier run was clicked; `id` names its meeting, null if the
 * system does not report it.
 */
export type LaunchRequest =
  | DeepLink
  | { readonly kind: 'show' | 'stayHidden' | 'joinNow' | 'misunderstood' }
  | { readonly kind: 'notice'; readonly id: string | null };

/** People do not write longer links, and Windows does not pass longer ones on. */
const LONGEST_LINK = 2048;

const isDeepLink = (text: string): boolean => /^office-hours:/i.test(text);

/** The https address of a calendar in a link: no file, no password, and no port of another service. */
function feedAddress(text: string): string | null {
  if (/[\p{Cc}\s]/u.test(text)) return null;
  const url = URL.parse(text.replace(/^webcals?:/i, 'https:'));
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return null;
  return url.href;
}

/**
 * Parses `office-hours://join-next`, `office-hours://note` and `office-hours://follow?feed=ADDRESS`; null for
 * everything else. ADDRESS is an https or webcal address, percent-encoded.
 */
export function readDeepLink(text: string): DeepLink | null {
  // URL removes tabs and line ends silently, so reject them first.
  if (text.length > LONGEST_LINK || /[\p{Cc}\p{Cf}\s"<>\\^`{|}]/u.test(text) || !isDeepLink(text))
    return null;
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.port !== '' || url.hash !== '')
    return null;
  // Some browsers append the slash.
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

/**
 * The request in the app's arguments. If there is a link, all other arguments are ignored: a page may have injected
 * them.
 */
export function readLaunchRequest(args: readonly string[]): LaunchRequest {
  const links = args.filter(isDeepLink);
  if (links.length > 0) {
    const [link, ...others] = links;
    return (others.length === 0 && readDeepLink(link ?? '')) || { kind: 'misunderstood' };
  }
  if (args.includes('--join-next')) return { kind: 'joinNow' };
  return { kind: args.includes('--hidden') ? 'stayHidden' : 'show' };
}
