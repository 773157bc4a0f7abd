import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandSeries } from '../expandSeries.ts';
import { parseIcs } from '../parseIcs.ts';
import type { Override, Series, SeriesDetails } from '../series.ts';
import { runs } from '#test/effort.ts';

/**
 * Events that are written regularly are found by native search, and single ones are parsed only when they reach a
 * window. These tests compare both with the line-by-line reader, which reads every event whose BEGIN is in lower
 * case.
 */
const lineByLine = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll('BEGIN:VEVENT', 'begin:VEVENT'), 'latin1');

/** Fields read on demand are getters, not own properties, so read each. */
const detailsOf = (of: SeriesDetails): readonly unknown[] => [
  [of.title, of.description, of.location, of.url, of.conferences, of.organizer, of.attendees],
  [of.categories, of.color, of.isTransparent, of.alarms, of.doubts],
];

const overrideOf = (of: Override): readonly unknown[] => [
  [of.at, of.start, of.length, of.status, of.zone, of.isAllDay, of.isThisAndFuture],
  detailsOf(of.details),
];

const seriesOf = (of: Series): readonly unknown[] => [
  [of.uid, of.sequence, of.status, of.pattern],
  of.overrides.map(overrideOf),
  detailsOf(of.details),
];

const DAY = 24 * 60 * 60 * 1000;
const WINDOWS = [2005, 2015, 2020, 2025].map((year) => Date.UTC(year, 0, 1));

function all(bytes: Buffer) {
  const { series, problems, ...calendar } = parseIcs(bytes);
  const agendas = WINDOWS.map((from) =>
    expandSeries(series, { from, to: from + 500 * DAY }, 'America/Santiago').occurrences.map(
      ({ uid, originalStart, time, status, details }) => [uid, originalStart, time, status, details.title],
    ),
  );
  return { calendar, agendas, series: series.map(seriesOf), problems };
}

const folder = (path: string) =>
  existsSync(path) ? readdirSync(path).map((name) => ({ name, bytes: readFileSync(join(path, name)) })) : [];
const FIXTURES = folder(join(import.meta.dirname, './fixtures'));
const CORPUS = folder(join(import.meta.dirname, '../../../../shared/corpus/ics/ics'));

test.runIf(process.env['CI'])('the corpus of real calendars is there', () =>
  expect(CORPUS).not.toHaveLength(0),
);

const calendarOf = (...lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...lines.flatMap((line) => ['BEGIN:VEVENT', line, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('reading on demand gives the same result as reading line by line', () => {
  test.each([...FIXTURES, ...CORPUS])('of $name', ({ bytes }) => {
    expect(all(bytes)).toEqual(all(lineByLine(bytes)));
  });

  test('for random calendars', { tags: ['deep'] }, () => {
    fc.assert(
      fc.property(calendars, (text) => {
        expect(all(Buffer.from(text))).toEqual(all(lineByLine(Buffer.from(text))));
      }),
      {
        numRuns: runs(300),
        examples: [
          // The apparent first line of an event continues in the next.
          [calendarOf('RRULE:FREQ=WEEKLY', ' rest')],
          // The first line of an event begins its alarm.
          [calendarOf('BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM')],
        ],
      },
    );
  });
});

const date = fc
  .tuple(
    fc.integer({ min: 2004, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`);
const moment = fc.oneof(
  fc
    .tuple(date, fc.constantFrom('T090000', 'T023000', 'T100000Z', 'T240000', ''))
    .map((parts) => parts.join('')),
  fc.constantFrom('nonsense', '20200310T090000', '20200310T100000'),
);
const form = fc.constantFrom(
  ':',
  ':',
  ';TZID=Europe/Berlin:',
  ';TZID="Europe/Berlin":',
  ';TZID=Nowhere/Land:',
  ';VALUE=DATE:',
  ';X-A="a:b";TZID=America/Santiago:',
);
const property = (name: string) =>
  fc.tuple(form, moment).map(([middle, value]) => `${name}${middle}${value}`);
const alarm = fc.constantFrom(
  'BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nUID:alarm\r\nEND:VALARM',
  'BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nDTSTART:20200101',
  'BEGIN:X-PART\r\nDTSTART:20200101\r\nEND:X-PART',
);
const line = fc.oneof(
  { weight: 6, arbitrary: property('DTSTART') },
  { weight: 4, arbitrary: property('DTEND') },
  property('RECURRENCE-ID'),
  property('EXDATE'),
  property('RDATE'),
  fc.constantFrom('UID:one', 'UID:two', 'UID;X-A=1:three', 'UID:', 'uid:four', 'UID:fi\r\n ve', 'UIDS:six'),
  fc.constantFrom('RRULE:FREQ=WEEKLY', 'RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4', 'RRULE:FREQ=OFTEN'),
  fc.constantFrom('DURATION:PT1H', 'DURATION:P1D', 'DURATION:-PT1H', 'SEQUENCE:2', 'STATUS:CANCELLED'),
  fc.constantFrom(
    'SUMMARY:A title',
    'SUMMARY:A lo\r\n ng title',
    'no line',
    '',
    ' rest',
    'X_a.b:c',
    'D',
    'END:VALARM',
  ),
  alarm,
);
const event = fc
  .tuple(
    fc.array(line, { maxLength: 9 }),
    fc.constantFrom('END:VEVENT', 'END:VEVENT', 'END:VEVENT ', 'END:VTODO', ''),
  )
  .map(([lines, end]) => `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\n${end}`);
const calendars = fc
  .tuple(fc.array(event, { maxLength: 6 }), fc.constantFrom('\r\n', '\n'))
  .map(([events, end]) =>
    ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n').replaceAll('\r\n', end),
  );
