import type { Instant } from '#base';
import { APPLE, CALDAV, CALENDAR_SERVER, DAV } from './davNames.ts';

/** The bodies of our requests. Prefixes: `d` WebDAV, `c` CalDAV, `s` calendarserver.org, `a` Apple. */

const NAMESPACES = `xmlns:d="${DAV}" xmlns:c="${CALDAV}" xmlns:s="${CALENDAR_SERVER}" xmlns:a="${APPLE}"`;

const xml = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<${root} ${NAMESPACES}>${content}</${root}>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const propfind = (...names: string[]): string =>
  xml('d:propfind', `<d:prop>${names.map((name) => `<${name}/>`).join('')}</d:prop>`);

/** What a server, or a principal, says about the user's calendars. */
export const ACCOUNT_BODY = propfind(
  'd:resourcetype',
  'd:current-user-principal',
  'c:calendar-home-set',
  'c:calendar-user-address-set',
);

/** The facts of calendars. */
export const CALENDARS_BODY = propfind(
  'd:resourcetype',
  'd:displayname',
  'd:current-user-privilege-set',
  'd:supported-report-set',
  'd:sync-token',
  'c:supported-calendar-component-set',
  's:getctag',
  'a:calendar-color',
);

/** The versions of the objects in a calendar, for servers without calendar-query. */
export const ETAGS_BODY = propfind('d:getetag', 'd:resourcetype');

/** What changed since a token. @param token empty for everything */
export const syncBody = (token: string): string =>
  xml(
    'd:sync-collection',
    `<d:sync-token>${escaped(token)}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop>`,
  );

/** `20261120T090000Z` */
const utc = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

export interface TimeWindow {
  readonly from: Instant;
  readonly to: Instant;
}

function query(props: string, window: TimeWindow | null): string {
  const range = window === null ? '' : `<c:time-range start="${utc(window.from)}" end="${utc(window.to)}"/>`;
  return xml(
    'c:calendar-query',
    `<d:prop>${props}</d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">${range}</c:comp-filter></c:comp-filter></c:filter>`,
  );
}

/** The versions of all events, or of those in a window of time (RFC 4791 §9.9). */
export const queryBody = (window: TimeWindow | null): string => query('<d:getetag/>', window);

/** The same with the content of each. */
export const contentBody = (window: TimeWindow | null): string =>
  query('<d:getetag/><c:calendar-data/>', window);

/** The content of some objects. @param hrefs as the server wrote them */
export const multigetBody = (hrefs: readonly string[]): string =>
  xml(
    'c:calendar-multiget',
    `<d:prop><d:getetag/><c:calendar-data/></d:prop>${hrefs.map((href) => `<d:href>${escaped(href)}</d:href>`).join('')}`,
  );
