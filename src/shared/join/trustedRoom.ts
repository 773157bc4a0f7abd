import type { JoinLink } from './joinLink.ts';
import { DIRECTNESS, type MeetingService } from './meetingService.ts';
import type { Room } from './recogniseRoom.ts';
import { lookUpHost, type ServiceIndex } from './serviceIndex.ts';
import { unwrapUrl } from './unwrapUrl.ts';

/**
 * Rooms on hosts we do not know: free conference software runs anywhere. A field that is made for links is
 * believed when the form of the address leaves no doubt; CONFERENCE (RFC 7986 §5.11) is believed as such.
 */

/** Documents, videos, code and short links are never rooms, whatever field they stand in. */
const NO_ROOMS: ReadonlyMap<string, true> = new Map(
  [
    'docs.google.com',
    'drive.google.com',
    'calendar.google.com',
    'groups.google.com',
    'google.com',
    'sites.google.com',
    'hackmd.io',
    'notion.so',
    'notion.site',
    'etherpad.org',
    'dropbox.com',
    'sharepoint.com',
    'onedrive.live.com',
    'youtube.com',
    'youtu.be',
    'vimeo.com',
    'github.com',
    'gitlab.com',
    'gist.github.com',
    'wikipedia.org',
    'bit.ly',
    'tinyurl.com',
    'goo.gl',
    'meetup.com',
    'eventbrite.com',
    'lu.ma',
    'linkedin.com',
    'facebook.com',
    'twitter.com',
    'x.com',
    'kubernetes.io',
    'cncf.io',
    'linuxfoundation.org',
    'slack.com',
    'outlook.com',
  ].map((host) => [host, true]),
);

const bigBlueButton: MeetingService = { id: 'bigbluebutton', name: 'BigBlueButton', hosts: [], forms: [] };
const nextcloud: MeetingService = { id: 'nextcloud', name: 'Nextcloud Talk', hosts: [], forms: [] };

/** Forms of address that stand for one software wherever it runs. */
const ANYWHERE: readonly { readonly service: MeetingService; readonly path: RegExp }[] = [
  {
    service: bigBlueButton,
    path: /^\/(?:[\w-]+\/)?b\/(?<id>[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}(?:-[a-z0-9]{3})?)\/?$/i,
  },
  { service: bigBlueButton, path: /^\/rooms\/(?<id>[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3})(?:\/join)?\/?$/i },
  { service: nextcloud, path: /^\/(?:index\.php\/)?call\/(?<id>[a-z0-9]{8,})\/?$/i },
];

/** An address that wears a known service's name without being of it, hides other letters behind punycode, or is local. */
const isLookAlike = ({ hostname, href }: URL, index: ServiceIndex): boolean =>
  /(?:^|\.)xn--/.test(hostname) ||
  !hostname.includes('.') ||
  [...index.keys()].some((known) => href.includes(known) || hostname.includes(known.replaceAll('.', '-')));

/** The room of an address that fills a whole field; null where nothing vouches for it. */
export function trustedRoom(
  written: URL | null,
  source: JoinLink['source'],
  index: ServiceIndex,
): Room | null {
  if (written === null) return null;
  const url = unwrapUrl(written);
  const isKnown =
    lookUpHost(index, url.hostname) !== undefined || lookUpHost(NO_ROOMS, url.hostname) !== undefined;
  if (isKnown || isLookAlike(url, index)) return null;
  const bare = { domain: url.hostname, url: new URL(url.href), parts: {}, passcode: null };
  for (const { service, path } of ANYWHERE) {
    const match = path.exec(url.pathname);
    if (match !== null) return { ...bare, service, indirectness: 0, id: match.groups?.['id'] ?? null };
  }
  if (source !== 'conference' || url.pathname === '/') return null;
  const service: MeetingService = { id: 'other', name: url.hostname, hosts: [], forms: [] };
  return { ...bare, service, indirectness: DIRECTNESS.indexOf('lobby'), id: null };
}
