import { visibleLine } from '#base';
import { caldav, COLOR, CTAG, dav } from './davNames.ts';
import { propText, type DavResponse, type Multistatus } from './multistatus.ts';
import type { XmlElement } from './xmlTree.ts';

/** A calendar of an account. */
export interface DavCalendar {
  /** Absolute. */
  readonly url: string;
  readonly name: string;
  /** `#rrggbb`; null if the server names none. */
  readonly color: string | null;
  /** The user may not change its meetings. */
  readonly isReadOnly: boolean;
}

/** The state of a calendar, to see whether it changed. Both are null if the server has none. */
export interface CalendarVersion {
  /** RFC 6578; null also if the server cannot list changes since a token. */
  readonly syncToken: string | null;
  readonly ctag: string | null;
}

export const isCalendar = ({ props }: DavResponse): boolean =>
  props.get(dav('resourcetype'))?.children.some(({ name }) => name === caldav('calendar')) ?? false;

/** The calendars with meetings, in the order of the server. @param base URL of the request */
export const readCalendars = ({ responses }: Multistatus, base: string): readonly DavCalendar[] =>
  responses
    .filter((response) => isCalendar(response) && hasEvents(response))
    .map((response) => readCalendar(response, base))
    .filter((calendar) => calendar !== null);

/** A server that names no components has all of them (RFC 4791 §5.2.3). */
function hasEvents({ props }: DavResponse): boolean {
  const set = props.get(caldav('supported-calendar-component-set'));
  if (set === undefined || set.children.length === 0) return true;
  return set.children.some(({ attributes }) => attributes['name']?.toUpperCase() === 'VEVENT');
}

function readCalendar(response: DavResponse, base: string): DavCalendar | null {
  const url = URL.parse(response.href, base);
  if (url === null) return null;
  return {
    url: url.href,
    name: nameOf(response) ?? visibleLine(lastSegment(url)),
    color: readColor(propText(response, COLOR)),
    isReadOnly: isReadOnly(response),
  };
}

/** The name that its owner gave it, in one line; null if it has none. */
export function nameOf(response: DavResponse): string | null {
  const name = visibleLine(propText(response, dav('displayname')) ?? '').trim();
  return name === '' ? null : name;
}

function lastSegment({ pathname }: URL): string {
  const segment = pathname.split('/').findLast((part) => part !== '') ?? pathname;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Apple's form is `#RRGGBBAA`; some servers write `#RGB` or a name. */
function readColor(text: string | null): string | null {
  const digits = /^#([0-9a-f]{3,8})$/i.exec(text ?? '')?.[1]?.toLowerCase() ?? '';
  if (digits.length === 6 || digits.length === 8) return `#${digits.slice(0, 6)}`;
  return digits.length === 3 ? `#${digits.replaceAll(/./gu, '$&$&')}` : null;
}

const WRITING: ReadonlySet<string> = new Set(['all', 'write', 'write-content', 'bind'].map(dav));

/** A server that names no rights lets the user find out by trying. */
function isReadOnly({ props }: DavResponse): boolean {
  const rights = props.get(dav('current-user-privilege-set'));
  if (rights === undefined) return false;
  return !rights.children.some(({ children }) => children.some(({ name }) => WRITING.has(name)));
}

/** Reads the version from the facts of one calendar. */
export function readVersion(response: DavResponse): CalendarVersion {
  const reports = response.props.get(dav('supported-report-set'))?.children ?? [];
  const isSync = ({ name }: XmlElement): boolean => name === dav('sync-collection');
  // Xandikos leaves out the element between.
  const canSync = reports.some(({ children }) =>
    children.some((report) => isSync(report) || report.children.some(isSync)),
  );
  return {
    syncToken: canSync ? propText(response, dav('sync-token')) : null,
    ctag: propText(response, CTAG),
  };
}
