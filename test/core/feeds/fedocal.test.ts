import { expect, test } from 'vitest';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { readFeed } from '#core/feeds/readFeed.ts';

/**
 * Fedocal keeps no UIDs: the library with which it writes a calendar makes them up, at each request. It also puts a prefix
 * before the names of zones, and gives its organisers no address. The meetings are invented.
 */

const NOW = Date.parse('2026-11-30T09:00:00Z');
const LOCATION = 'https://calendar.fedoraproject.org/ical/kites/';

/** What Fedocal answers at some second. */
const answer = (second: string, numbers: readonly number[]): Uint8Array =>
  new TextEncoder().encode(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//PYVOBJECT//NONSGML Version 1//EN',
      'BEGIN:VTIMEZONE',
      'TZID:fedocal_EST',
      'BEGIN:STANDARD',
      'DTSTART:20071104T030000',
      'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
      'TZNAME:EST',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20070311T020000',
      'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
      'TZNAME:EDT',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      `UID:${second} - ${numbers[0]}@host`,
      'DTSTART:20260701T153000Z',
      'DTEND:20260701T163000Z',
      `DTSTAMP:${second}`,
      'LOCATION:#kites:example.org',
      String.raw`ORGANIZER:ann\, ben`,
      'RRULE:FREQ=WEEKLY;UNTIL=20270701T000000Z',
      'SUMMARY:Kite call',
      'END:VEVENT',
      'BEGIN:VEVENT',
      `UID:${second} - ${numbers[1]}@host`,
      'DTSTART;TZID=fedocal_EST:20261203T110000',
      'DTEND;TZID=fedocal_EST:20261203T120000',
      `DTSTAMP:${second}`,
      'SUMMARY:Wind talk',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );

const feed: Feed = {
  id: 'kites',
  name: 'Kites',
  source: { kind: 'web', url: LOCATION },
  format: 'ics',
  followed: 'all',
  color: 0,
};

const meetings = (bytes: Uint8Array, location: string) =>
  buildAgenda(
    [{ feed, content: readFeed('ics', bytes, { now: NOW, location }) }],
    { from: NOW, to: NOW + 7 * 86_400_000 },
    'UTC',
  ).occurrences;

test('the calendar is read with its zones', () => {
  const found = meetings(answer('20261130T090000Z', [25_170, 44_375]), LOCATION);
  expect(found.map(({ title, originalStart }) => [title, originalStart])).toEqual([
    ['Kite call', '2026-12-02T15:30:00.000Z'],
    ['Wind talk', '2026-12-03T16:00:00.000Z'],
  ]);
});

test('its meetings keep their keys although their UIDs change with each request; those of others change', () => {
  const keys = (location: string, ...request: Parameters<typeof answer>) =>
    meetings(answer(...request), location).map(({ key }) => key);
  const [first, second] = [
    ['20261130T090000Z', [25_170, 44_375]],
    ['20261130T100000Z', [10_927, 66_446]],
  ] as const;
  expect(keys(LOCATION, ...first)).toEqual(keys(LOCATION, ...second));
  const elsewhere = 'https://example.org/kites.ics';
  expect(keys(elsewhere, ...first)).not.toEqual(keys(elsewhere, ...second));
});
