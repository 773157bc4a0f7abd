/** What a test wants to say of one VEVENT; the rest is plain. */
export interface EventWish {
  readonly uid?: string;
  readonly title?: string;
  /** ISO instant. */
  readonly start: string;
  readonly minutes?: number;
  /** Further lines, for example `STATUS:CANCELLED`. */
  readonly lines?: readonly string[];
}

const stamp = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** The text of an iCalendar file with these meetings, in UTC. */
export function aCalendar(events: readonly EventWish[], name = 'Team'): string {
  const lines = events.flatMap(({ uid, title = 'Meeting', start, minutes = 60, lines: more = [] }) => [
    'BEGIN:VEVENT',
    `UID:${uid ?? title}`,
    'DTSTAMP:20260101T000000Z',
    `SUMMARY:${title}`,
    `DTSTART:${stamp(Date.parse(start))}`,
    `DTEND:${stamp(Date.parse(start) + minutes * 60_000)}`,
    ...more,
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:test',
    `X-WR-CALNAME:${name}`,
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
