/**
 * Pages that show a calendar beside its iCalendar data, at an address that follows from the page's. People copy the
 * address of the page.
 */

/** First parts of Fedocal’s own pages, which are no names of calendars. */
const FEDOCAL_OWN = new Set(
  'admin api calendar goto ical list location locations login logout markdown meeting mine search static updatetz'.split(
    ' ',
  ),
);

/** `/NAME/`, `/NAME/2026/12/1/` and `/list/NAME/` show the calendar NAME of Fedocal; `/ical/NAME/` is its data. */
function onFedocal(parts: readonly string[]): string | null {
  const [name, ...days] = parts[0] === 'list' ? parts.slice(1) : parts;
  const isPage = name !== undefined && !FEDOCAL_OWN.has(name) && days.every((one) => /^\d+$/.test(one));
  return isPage ? `https://calendar.fedoraproject.org/ical/${name}/` : null;
}

/** The page of a group’s calendar at W3C. */
const W3C_GROUP = /^\/groups\/(wg|ig|cg|bg)\/([\w-]+)\/calendar(?:\/export)?\/?$/;

/** The address of the data of the calendar that a page shows; null for any other address. */
export function calendarOfAddress({ host, pathname }: URL): string | null {
  if (host === 'calendar.fedoraproject.org') return onFedocal(pathname.split('/').filter(Boolean));
  const [, kind, group] = /^(?:www\.)?w3\.org$/.test(host) ? (W3C_GROUP.exec(pathname) ?? []) : [];
  return group === undefined ? null : `https://www.w3.org/groups/${kind}/${group}/calendar/export/`;
}
