import type { JoinLink } from './joinLink.ts';
import { PAGES } from './linkForms.ts';
import { DIRECTNESS, type MeetingService } from './meetingService.ts';
import type { Room } from './recogniseRoom.ts';
import { lookUpHost, type ServiceIndex } from './serviceIndex.ts';
import { unwrapUrl } from './unwrapUrl.ts';
import { soleUrl, tidyText } from './urlsInText.ts';

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

const DOCUMENTS =
  /^https:\/\/(?:docs\.google\.com\/(?:document|spreadsheets|presentation)|drive\.google\.com|(?:[\w-]+\.)?hackmd\.io|(?:[\w-]+\.)?notion\.(?:so|site)|(?:etherpad|pad)\.[\w.-]+|(?:[\w-]+\.)?sharepoint\.com)\//;

/** Whether a whole field holds nothing but the address of a document. */
export function isDocumentLink(field: string): boolean {
  const url = soleUrl(tidyText(field));
  return url !== null && DOCUMENTS.test(unwrapUrl(url).href);
}

const bigBlueButton: MeetingService = {
  id: 'bigbluebutton',
  name: 'BigBlueButton',
  hosts: [],
  forms: [],
  saysPasscode: true,
};
const nextcloud: MeetingService = {
  id: 'nextcloud',
  name: 'Nextcloud Talk',
  hosts: [],
  forms: [],
  saysPasscode: true,
};
const jitsi: MeetingService = {
  id: 'jitsi-anywhere',
  name: 'Jitsi Meet',
  hosts: [],
  forms: [],
  saysPasscode: true,
  native: { kind: 'scheme', scheme: 'jitsi-meet', withHost: true },
};

/** Software that has a room wherever the words beside an address name it, with the forms of its paths. */
const BY_NAME: readonly { readonly name: RegExp; readonly service: MeetingService; readonly path: RegExp }[] =
  [
    { name: /jitsi/i, service: jitsi, path: /^\/(?!static\/)(?<id>[^/.]+(?:\/[^/.]+)?)\/?$/ },
    {
      name: /big ?blue ?button|bbb/i,
      service: bigBlueButton,
      path: /^\/(?:(?:[\w-]+\/)?(?:b|r|gl|rooms)\/)?(?<id>[\w-]+)(?:\/join)?\/?$/i,
    },
    { name: /nextcloud/i, service: nextcloud, path: /^\/(?:index\.php\/)?call\/(?<id>[a-z0-9]{4,})\/?$/i },
  ];

/** Hosts that only talk of such software, and pages on all others that are no rooms. */
const NOT_A_SERVER =
  /(?:^|\.)(?:wiki|docs?|blog|git|forum|discourse|lists?|pad|etherpad|support|help)\.|(?:^|\.)(?:jitsi|jitsi\.github|bigbluebutton|nextcloud)\.(?:org|com|io)$/;

/**
 * How a host is called that does nothing but hold meetings: `meet.example.org`, `jitsi2.example.org`. Behind `conf.` there
 * are sites of conferences, behind `talk.` forums, and behind `video.` films with longer paths.
 */
const MEETING_HOST = /^(?:meet|meeting|jitsi|bbb|call|video|visio)\d{0,2}\./;
const ROOM_ON_MEETING_HOST = /^\/(?<id>[^/.]+)\/?$/;

/** Servers of companies that kept it; Microsoft's own is a service of its own. */
const skypeServer: MeetingService = {
  id: 'skype-server',
  name: 'Skype for Business',
  hosts: [],
  forms: [],
  saysPasscode: true,
};
const SKYPE_HOST = /^(?:meet|join)\./;

/** Forms of address that stand for one software wherever it runs. */
const ANYWHERE: readonly {
  readonly service: MeetingService;
  readonly path: RegExp;
  readonly host?: RegExp;
}[] = [
  {
    service: bigBlueButton,
    path: /^\/(?:[\w-]+\/)?b\/(?<id>[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}(?:-[a-z0-9]{3})?)\/?$/i,
  },
  { service: bigBlueButton, path: /^\/rooms\/(?<id>[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3})(?:\/join)?\/?$/i },
  { service: nextcloud, path: /^\/(?:index\.php\/)?call\/(?<id>[a-z0-9]{8,})\/?$/i },
  {
    service: skypeServer,
    path: /^\/[\w.-]{1,80}\/meet\/(?:[\w.-]{1,80}\/)?(?<id>[A-Z0-9]{6,12})\/?$/,
    host: SKYPE_HOST,
  },
];

/** An address that wears a known service's name without being of it, hides other letters behind punycode, or is local. */
const isLookAlike = ({ hostname, href }: URL, index: ServiceIndex): boolean =>
  /(?:^|\.)xn--/.test(hostname) ||
  !hostname.includes('.') ||
  [...index.keys()].some((known) => href.includes(known) || hostname.includes(known.replaceAll('.', '-')));

/** How the paths of such software begin; cheap to look for, since each address of a long text is asked about. */
const SOFTWARE_PATHS = ['/b/', '/gl/b/', '/rooms/', '/call/', '/index.php/call/'];

/** A host that says that it runs Nextcloud: the form of its rooms alone does not. */
const CLOUD_HOST = /(?:^|\.)(?:nextcloud|cloud|nc|talk)\./;

/** Whether an address in running text is worth a look, by how its path begins at a position. */
export const wearsFormOfSoftware = (text: string, pathAt: number): boolean =>
  SOFTWARE_PATHS.some((path) => text.startsWith(path, pathAt)) || hasSkypePath(text, pathAt);

/** `/acme.example/meet/AB12CD34` */
const SKYPE_PATH = /\/[\w.-]{1,80}\/meet\//y;
function hasSkypePath(text: string, pathAt: number): boolean {
  SKYPE_PATH.lastIndex = pathAt;
  return SKYPE_PATH.test(text);
}

/**
 * The room of an address that its path alone, its host or the words beside it tell; null where it could be anything.
 * @param words what is written beside it, see {@link namesBeside}
 * @param isPlace it stands in a field that is made for the way to a meeting
 */
export function roomOfSoftware(
  url: URL,
  index: ServiceIndex,
  { words, isPlace }: { readonly words: string; readonly isPlace: boolean },
): Room | null {
  const { hostname, pathname } = url;
  if (isKnown(url, index) || isLookAlike(url, index)) return null;
  const match = matchAnywhere(url);
  const isCertain =
    match !== null &&
    (match.service !== nextcloud ||
      pathname.startsWith('/index.php/') ||
      CLOUD_HOST.test(hostname) ||
      isPlace);
  if (isCertain) return match;
  if (NOT_A_SERVER.test(hostname) || PAGES.test(pathname)) return null;
  const host = hostname.slice(0, hostname.indexOf('.'));
  for (const { name, service, path } of BY_NAME) {
    const room = name.test(words) || name.test(host) ? path.exec(pathname) : null;
    if (room !== null) return bareRoom(url, service, room.groups?.['id'] ?? null);
  }
  const room = isPlace && MEETING_HOST.test(hostname) ? ROOM_ON_MEETING_HOST.exec(pathname) : null;
  if (room === null) return null;
  const service: MeetingService = { id: 'other', name: hostname, hosts: [], forms: [], saysPasscode: true };
  return bareRoom(url, service, room.groups?.['id'] ?? null);
}

/** Whether a host may have a room by the words beside it or by its name alone; see {@link roomOfSoftware}. */
export const wearsNameOfSoftware = (host: string, isPlace: boolean): boolean =>
  /^(?:[\w-]*jitsi|bbb|bigbluebutton|nextcloud)/.test(host) || (isPlace && MEETING_HOST.test(host));

function matchAnywhere(url: URL): Room | null {
  for (const { service, path, host } of ANYWHERE) {
    const match = host?.test(url.hostname) === false ? null : path.exec(url.pathname);
    if (match !== null) return bareRoom(url, service, match.groups?.['id'] ?? null);
  }
  return null;
}

const bareRoom = (url: URL, service: MeetingService, id: string | null): Room => ({
  service,
  domain: url.hostname,
  indirectness: 0,
  url: new URL(url.href),
  id,
  parts: {},
  token: null,
});

/** Of a service whose rooms we know, or a place where there are none. */
const isKnown = ({ hostname }: URL, index: ServiceIndex): boolean =>
  lookUpHost(index, hostname) !== undefined || lookUpHost(NO_ROOMS, hostname) !== undefined;

/** The room of an address that fills a whole field; null where nothing vouches for it. */
export function trustedRoom(
  written: URL | null,
  source: JoinLink['source'],
  index: ServiceIndex,
): Room | null {
  if (written === null) return null;
  const url = unwrapUrl(written);
  if (isKnown(url, index) || isLookAlike(url, index)) return null;
  const software = roomOfSoftware(url, index, { words: '', isPlace: true });
  if (software !== null) return software;
  if (source !== 'conference' || url.pathname === '/') return null;
  const service: MeetingService = { id: 'other', name: url.hostname, hosts: [], forms: [] };
  return { ...bareRoom(url, service, null), indirectness: DIRECTNESS.indexOf('lobby') };
}
