import { expect, test } from 'vitest';
import { parseIcs, type Series, unchangedSeries } from '#calendar';

const event = (uid: string, ...lines: readonly string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTAMP:20260101T000000Z',
  'DTSTART:20261124T090000Z',
  'DTEND:20261124T100000Z',
  'SUMMARY:Sync',
  ...lines,
  'END:VEVENT',
];

function seriesOf(...lines: readonly string[]): readonly Series[] {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  const parsed = parseIcs(new TextEncoder().encode(text));
  return parsed.series;
}

const unchanged = (before: readonly Series[], after: readonly Series[]): string[] => {
  const alike = unchangedSeries(before, after);
  return after.filter((one) => alike.has(one)).map(({ uid }) => uid);
};

test('an event that another download writes alike is unchanged, also with another DTSTAMP', () => {
  const again = event('a').map((line) => line.replace('20260101', '20261120'));
  expect(unchanged(seriesOf(...event('a')), seriesOf(...again))).toEqual(['a']);
});

test.each([
  ['title', ['SUMMARY:Other']],
  ['rule', ['RRULE:FREQ=WEEKLY']],
  ['alarm', ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT5M', 'END:VALARM']],
])('an event with another %s is not', (_name, lines) => {
  expect(
    unchanged(seriesOf(...event('a'), ...event('b')), seriesOf(...event('a', ...lines), ...event('b'))),
  ).toEqual(['b']);
});

test('a series is unchanged if all of its overrides are', () => {
  const weekly = event('a', 'RRULE:FREQ=WEEKLY');
  const moved = (hour: string): string[] =>
    event('a', 'RECURRENCE-ID:20261201T090000Z').map((line) => line.replace('T090000Z', `T${hour}0000Z`));
  expect(unchanged(seriesOf(...weekly, ...moved('09')), seriesOf(...weekly, ...moved('09')))).toEqual(['a']);
  expect(unchanged(seriesOf(...weekly, ...moved('09')), seriesOf(...weekly, ...moved('10')))).toEqual([]);
  expect(unchanged(seriesOf(...weekly, ...moved('09')), seriesOf(...weekly))).toEqual([]);
});

test('no event is unchanged where what stands before the events is other, as zones are', () => {
  const zone = (offset: string): string[] => [
    'BEGIN:VTIMEZONE',
    'TZID:Ship',
    'BEGIN:STANDARD',
    'DTSTART:20000101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  expect(
    unchanged(seriesOf(...zone('+0100'), ...event('a')), seriesOf(...zone('+0200'), ...event('a'))),
  ).toEqual([]);
  expect(
    unchanged(seriesOf(...event('a'), ...zone('+0100')), seriesOf(...event('a'), ...zone('+0100'))),
  ).toEqual([]);
});
