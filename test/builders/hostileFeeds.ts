import { DAY, HOUR } from '#base';
import { aCalendar } from './aCalendar.ts';

/** Feeds that would take the agenda, the reader or the screen from all others. */

const calendarOf = (events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR', ''].join('\r\n');

const longEvent = (index: number, start: string, length: string, rule: string): string =>
  [
    'BEGIN:VEVENT',
    `UID:long-${index}`,
    'DTSTAMP:20260101T000000Z',
    start,
    length,
    `RRULE:${rule}`,
    `SUMMARY:Long ${index}`,
    'END:VEVENT',
  ].join('\r\n');

const many = (count: number, make: (index: number) => string): string =>
  calendarOf(Array.from({ length: count }, (_, index) => make(index)));

/** So many events that began a day before and end weeks later. */
export const runningFor = (count: number, now: number): string =>
  aCalendar(
    Array.from({ length: count }, (_, index) => ({
      title: `Sprint ${index}`,
      start: new Date(now - DAY).toISOString(),
      minutes: (40 * DAY) / 60_000,
    })),
  );

/** So many meetings, one every ten minutes from now on. */
export const everyTenMinutes = (count: number, now: number): string =>
  aCalendar(
    Array.from({ length: count }, (_, index) => ({
      title: `Slot ${index}`,
      start: new Date(now + 60 * DAY - index * 10 * 60_000).toISOString(),
      minutes: 10,
    })),
  );

/** All-day events that repeat daily and last 17 years each: a mistyped year. */
export const allDayForYears = (count: number): string =>
  many(count, (index) =>
    longEvent(index, 'DTSTART;VALUE=DATE:19970902', 'DTEND;VALUE=DATE:20140409', 'FREQ=DAILY'),
  );

/** Events of 12,000 days that repeat each hour. */
export const hourlyForYears = (count: number): string =>
  many(count, (index) => longEvent(index, 'DTSTART:19970902T090000Z', 'DURATION:P12000D', 'FREQ=HOURLY'));

/** Meetings of an hour that repeat each minute. */
export const minutely = (count: number): string =>
  many(count, (index) => longEvent(index, 'DTSTART:19970902T090000Z', 'DURATION:PT1H', 'FREQ=MINUTELY'));

/** A page of lists in lists, which Markdown readers look through again and again. */
export const pageOfMarks = (): string => `# Team\n\n${'- '.repeat(30_000)}x\n`;

/** A page that is fine. */
export const finePage = (): string =>
  '# Team\n\nWe meet every Tuesday at 17:00 UTC on https://zoom.us/j/97512345678.\n';

/** A stand-up on each day at 15:00 UTC. */
export const dailyStandUp = (now: number): string =>
  aCalendar([
    {
      title: 'Stand-up',
      start: new Date(Math.floor(now / DAY) * DAY + 15 * HOUR).toISOString(),
      minutes: 15,
      lines: ['RRULE:FREQ=DAILY'],
    },
  ]);
