import { httpsAddress } from '../feeds/httpsAddress.ts';

/**
 * What a launch of the app requests, from its arguments. Any web page can contain a link, so links are parsed
 * strictly: only the forms below, and their effect is always shown before anything happens.
 */

/** The request of an `office-hours:` link. */
export type DeepLink =
  | { readonly kind: 'joinNext' }
  | { readonly kind: 'note' }
  /** `address` is https, serialised again by us: of a calendar, a page or a starter pack. */
  | { readonly kind: 'follow'; readonly address: string }
  /** A community of the directory. */
  | { readonly kind: 'followCommunity'; readonly community: string };

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

/** The id of a community of the directory. */
const COMMUNITY = /^[a-z0-9-]{1,100}$/;

const isDeepLink = (text: string): boolean => /^office-hours:/i.test(text);

/**
 * Parses `office-hours://join-next`, `office-hours://note`, `office-hours://follow?feed=ADDRESS` and
 * `office-hours://follow?community=ID`; null for everything else. ADDRESS is an https or webcal address, percent-encoded.
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
      const value = url.searchParams.get(names[0] ?? '') ?? '';
      if (names.join() === 'community')
        return COMMUNITY.test(value) ? { kind: 'followCommunity', community: value } : null;
      const address = names.join() === 'feed' ? httpsAddress(value) : null;
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
