import { nameIn } from './xmlTree.ts';

/** Names of WebDAV (RFC 4918), its sync (RFC 6578), CalDAV (RFC 4791) and the extensions that all servers know. */

export const DAV = 'DAV:';
export const CALDAV = 'urn:ietf:params:xml:ns:caldav';
export const CALENDAR_SERVER = 'http://calendarserver.org/ns/';
export const APPLE = 'http://apple.com/ns/ical/';

export const dav = (local: string): string => nameIn(DAV, local);
export const caldav = (local: string): string => nameIn(CALDAV, local);

export const CTAG = nameIn(CALENDAR_SERVER, 'getctag');
export const COLOR = nameIn(APPLE, 'calendar-color');
