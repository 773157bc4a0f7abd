/** Links to Google calendars, in their several forms, and the address of the iCalendar data. */

const HOSTS = /^(?:calendar|www)\.google\.com$/i;
/** Every calendar id is an e-mail address; those of holidays and contacts contain `#`. */
const CALENDAR_ID = /^[^\s@/\\:?&=<>"']+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i;

/** True for a bare calendar id. */
export const isCalendarId = (text: string): boolean => text.length <= 320 && CALENDAR_ID.test(text);

/** The public address of a calendar by its id. */
export const publicAddress = (id: string): string =>
  `https://calendar.google.com/calendar/ical/${encodeURIComponent(id)}/public/basic.ics`;

/** Newer links hide the id in base64, without its padding. */
function readId(written: string): string | null {
  const text = written.trim();
  if (isCalendarId(text)) return text;
  if (!/^[\w+/-]{8,}={0,2}$/.test(text)) return null;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return isCalendarId(decoded) ? decoded : null;
}

/** The calendars in a link to Google Calendar. */
export interface GoogleLink {
  /** Ids of the calendars, in the order of the link. */
  readonly ids: readonly string[];
  /** The address of another calendar in it, as written: `cid=webcal://…`. */
  readonly address: string | null;
}

/** Reads an embed link (`…/embed?src=`) or a link to add a calendar (`?cid=`); null for any other address. */
export function readGoogleLink(url: URL): GoogleLink | null {
  if (!HOSTS.test(url.host) || !/^\/calendar(?:\/|$)/.test(url.pathname)) return null;
  const isEmbed = /\/(?:html)?embed$/.test(url.pathname);
  const written = url.searchParams.getAll(isEmbed ? 'src' : 'cid');
  if (written.length === 0) return null;
  const address = written.find((one) => /^(?:webcals?|https?):\/\//i.test(one)) ?? null;
  return { ids: [...new Set(written.flatMap((one) => readId(one) ?? []))], address };
}
