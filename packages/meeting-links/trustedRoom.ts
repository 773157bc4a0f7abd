import type { JoinLink } from './joinLink.ts';
import { PAGES } from './linkForms.ts';
import { DIRECTNESS, type MeetingService } from './meetingService.ts';
import type { Room } from './recogniseRoom.ts';
import { lookUpHost, type ServiceIndex } from './serviceIndex.ts';
import { unwrapUrl } from './unwrapUrl.ts';
import { soleUrl, tidyText } from './urlsInText.ts';

/**
 * Rooms on unknown hosts: free conference software runs anywhere. A dedicated field is trusted if the form of the
 * address is unambiguous; CONFERENCE (RFC 7986 §5.11) is always trusted.
 */

/** Hosts of documents, videos, code and short links: never rooms, in any field. */
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

/** Whether a field consists of the address of a document. */
export function isDocumentLink(field: string): boolean {
  const url = soleUrl(tidyText(field));
  return url !== null && DOCUMENTS.test(unwrapUrl(url).href);
}

const bigBlueButton: MeetingService = {
  id: 'bigbluebutton',
  name: 'BigBlueButton',
  hosts: [],
  forms: [],
  writesPasscode: true,
};
const nextcloud: MeetingService = {
  id: 'nextcloud',
  name: 'Nextcloud Talk',
  hosts: [],
  forms: [],
  writesPasscode: true,
};
const jitsi: MeetingService = {
  id: 'jitsi-anywhere',
  name: 'Jitsi Meet',
  hosts: [],
  forms: [],
  writesPasscode: true,
  native: { kind: 'scheme', scheme: 'jitsi-meet', withHost: true },
};

/** Software recognised by words beside the address, with its path forms. */
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

/** Hosts about such software, and pages of any host that are not rooms. */
const NOT_A_SERVER =
  /(?:^|\.)(?:wiki|docs?|blog|git|forum|discourse|lists?|pad|etherpad|support|help)\.|(?:^|\.)(?:jitsi|jitsi\.github|bigbluebutton|nextcloud)\.(?:org|com|io)$/;

/**
 * Host names of servers that only hold meetings: `meet.example.org`, `jitsi2.example.org`. Not `conf.` (conference
 * sites), `talk.` (forums) or longer paths on `video.` (films).
 */
const MEETING_HOST = /^(?:meet|meeting|jitsi|bbb|call|video|visio)\d{0,2}\./;
const ROOM_ON_MEETING_HOST = /^\/(?<id>[^/.]+)\/?$/;

/** Self-hosted servers; Microsoft's own is a row of the table. */
const skypeServer: MeetingService = {
  id: 'skype-server',
  name: 'Skype for Business',
  hosts: [],
  forms: [],
  writesPasscode: true,
};
const SKYPE_HOST = /^(?:meet|join)\./;

/** Address forms that identify one software on any host. */
const SELF_HOSTED_FORMS: readonly {
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

/** Look-alikes: the name of a known service on another host, punycode, or local hosts. */
const isLookAlike = ({ hostname, href }: URL, index: ServiceIndex): boolean =>
  /(?:^|\.)xn--/.test(hostname) ||
  !hostname.includes('.') ||
  [...index.keys()].some((known) => href.includes(known) || hostname.includes(known.replaceAll('.', '-')));

/** Path prefixes of such software: a cheap test for each address of a long text. */
const SOFTWARE_PATHS = ['/b/', '/gl/b/', '/rooms/', '/call/', '/index.php/call/'];

/** A host name with Nextcloud in it: the path form alone is ambiguous. */
const CLOUD_HOST = /(?:^|\.)(?:nextcloud|cloud|nc|talk)\./;

/** Whether the path at a position of running text looks like a room of such software. */
export const hasPathOfSoftware = (text: string, pathAt: number): boolean =>
  SOFTWARE_PATHS.some((path) => text.startsWith(path, pathAt)) || hasSkypePath(text, pathAt);

/** `/acme.example/meet/AB12CD34` */
const SKYPE_PATH = /\/[\w.-]{1,80}\/meet\//y;
function hasSkypePath(text: string, pathAt: number): boolean {
  SKYPE_PATH.lastIndex = pathAt;
  return SKYPE_PATH.test(text);
}

/**
 * The room of an address by its path, its host or the words beside it; null if it is ambiguous.
 * @param words the software named beside it, see {@link namesBeside}
 * @param isPlace whether it is in a dedicated field
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
  const service: MeetingService = { id: 'other', name: hostname, hosts: [], forms: [], writesPasscode: true };
  return bareRoom(url, service, room.groups?.['id'] ?? null);
}

/** Whether a host may have a room by the words beside it or by its name; see {@link roomOfSoftware}. */
export const hasHostOfSoftware = (host: string, isPlace: boolean): boolean =>
  /^(?:[\w-]*jitsi|bbb|bigbluebutton|nextcloud)/.test(host) || (isPlace && MEETING_HOST.test(host));

function matchAnywhere(url: URL): Room | null {
  for (const { service, path, host } of SELF_HOSTED_FORMS) {
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
  hasKey: false,
  parts: {},
  token: null,
});

/** A host of the table of services, or one without rooms. */
const isKnown = ({ hostname }: URL, index: ServiceIndex): boolean =>
  lookUpHost(index, hostname) !== undefined || lookUpHost(NO_ROOMS, hostname) !== undefined;

/** The room of an address that is the whole field; null if nothing confirms it. */
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
