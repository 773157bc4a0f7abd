import { expect, test, vi } from 'vitest';
import { dayOfDateText, expandSeries, isoWeekOf } from '#calendar';
import type { CatalogueMeeting, CatalogueWhen } from '#core/catalogue/catalogueFile.ts';
import { readCatalogue } from '#core/catalogue/readCatalogue.ts';
import { cpuTimeOf } from '../../cpuTime.ts';

const source = { name: 'a page', url: 'https://example.org/', date: '2026-01-01' };

const aMeeting = (changes: Partial<CatalogueMeeting>): CatalogueMeeting => ({
  uid: 'hall',
  title: 'Hall',
  description: '',
  when: { kind: 'weekly', weeks: 1, on: ['TU'], anchor: null },
  time: '09:00',
  zone: 'Europe/Berlin',
  minutes: 30,
  join: null,
  agenda: null,
  notes: null,
  recordings: null,
  recorded: null,
  calendar: null,
  said: null,
  chat: null,
  mailingList: null,
  alternatives: [],
  doubts: [],
  questions: [],
  weekQuestions: [],
  assumptions: [],
  source,
  ...changes,
});

const fileWith = (...meetings: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      format: 1,
      id: 'example',
      name: 'Example',
      conduct: null,
      communities: [
        {
          id: 'hall',
          name: 'Hall',
          kind: 'group',
          description: '',
          page: null,
          chat: 'https://chat.example.org/hall',
          mailingList: null,
          calendar: null,
          leads: [],
          meetings,
          source,
        },
      ],
    }),
  );

function datesWith(when: CatalogueWhen, from: string, to: string): string[] {
  const { series, problems } = readCatalogue(fileWith(aMeeting({ when })));
  expect(problems).toEqual([]);
  const window = { from: Date.parse(from), to: Date.parse(to) };
  return expandSeries(series, window, 'UTC').occurrences.map(({ originalStart }) =>
    originalStart.slice(0, 10),
  );
}

test('even weeks are those that odd ones leave, also around a year of 53 weeks', () => {
  const even: CatalogueWhen = { kind: 'isoWeeks', parity: 'even', on: ['MO', 'FR'] };
  expect(datesWith(even, '2026-12-14', '2027-01-20')).toEqual([
    '2026-12-21',
    '2026-12-25',
    '2027-01-11',
    '2027-01-15',
  ]);
});

test('over thirty years the weeks of a parity are exactly those of ISO 8601', () => {
  const dates = datesWith({ kind: 'isoWeeks', parity: 'odd', on: ['FR'] }, '2024-01-01', '2054-01-01');
  const expected: string[] = [];
  for (let day = dayOfDateText('2024-01-05') ?? 0; day < (dayOfDateText('2054-01-01') ?? 0); day += 7) {
    if (isoWeekOf(day) % 2 === 1) expected.push(new Date(day * 86_400_000).toISOString().slice(0, 10));
  }
  expect(dates).toEqual(expected);
});

test('the weeks of ISO 8601 are counted right at the turn of years', () => {
  const weeks = { '2026-12-31': 53, '2027-01-01': 53, '2027-01-04': 1, '2024-12-30': 1, '2023-01-01': 52 };
  const dates = Object.keys(weeks);
  expect(Object.fromEntries(dates.map((date) => [date, isoWeekOf(dayOfDateText(date) ?? 0)]))).toEqual(weeks);
});

test('months are counted from both ends', () => {
  expect(datesWith({ kind: 'monthly', nth: 2, on: 'TH' }, '2026-11-01', '2027-01-01')).toEqual([
    '2026-11-12',
    '2026-12-10',
  ]);
  expect(datesWith({ kind: 'monthly', nth: -1, on: 'FR' }, '2026-11-01', '2027-01-01')).toEqual([
    '2026-11-27',
    '2026-12-25',
  ]);
});

test('a month without a fifth one has none', () => {
  expect(datesWith({ kind: 'monthly', nth: 5, on: 'TU' }, '2026-11-01', '2027-04-01')).toEqual([
    '2026-12-29',
    '2027-03-30',
  ]);
});

test('a missing length is assumed, with a doubt', () => {
  const { series } = readCatalogue(fileWith(aMeeting({ minutes: null })));
  expect(series[0]).toMatchObject({
    pattern: { length: { days: 0, ms: 3_600_000 } },
    details: {
      doubts: [{ kind: 'lengthAssumed', minutes: 60 }],
      links: { chat: 'https://chat.example.org/hall' },
    },
  });
});

test.each([
  [
    'an anchor on another weekday',
    { when: { kind: 'weekly', weeks: 2, on: ['TU'], anchor: '2026-11-25' } },
    'anchor',
  ],
  ['a zone that does not exist', { zone: 'Mars/Olympus' }, 'Mars/Olympus'],
] as const)('%s costs that meeting and no other', (_name, changes, told) => {
  const read = readCatalogue(fileWith(aMeeting(changes), aMeeting({ uid: 'other' })));
  expect(read.series.map(({ uid }) => uid)).toEqual(['other']);
  expect(read.problems).toMatchObject([{ code: 'catalogue/meeting' }]);
  expect(read.problems[0]?.detail).toContain(told);
});

test.each([
  ['no JSON', new TextEncoder().encode('BEGIN:VCALENDAR'), 'catalogue/notJson'],
  ['nothing', new Uint8Array(), 'catalogue/notJson'],
  ['a mistyped name', fileWith({ ...aMeeting({}), titel: 'Hall' }), 'catalogue/wrongShape'],
  [
    'an address that is not https',
    fileWith(aMeeting({ join: 'http://zoom.us/j/123456789' })),
    'catalogue/wrongShape',
  ],
])('a file with %s becomes a problem and throws nothing', (_name, bytes, code) => {
  const read = readCatalogue(bytes);
  expect(read.series).toEqual([]);
  expect(read.problems).toMatchObject([{ code }]);
});

test('a file is read in time in proportion to its meetings', () => {
  const fileOf = (count: number): Uint8Array =>
    fileWith(...Array.from({ length: count }, (_, at) => aMeeting({ uid: `hall-${at}` })));
  const [quarter, whole] = [fileOf(1_000), fileOf(4_000)];
  const read = (bytes: Uint8Array): number => cpuTimeOf(() => void readCatalogue(bytes));
  const before = Math.min(read(quarter), read(quarter));
  expect(before).toBeLessThan(1_000);
  expect(Math.min(read(whole), read(whole))).toBeLessThan(10 * Math.max(before, 15));
});

test('a zone is not asked about for each meeting', () => {
  const formats = vi.spyOn(Intl, 'DateTimeFormat');
  const meetings = Array.from({ length: 50 }, (_, at) => aMeeting({ uid: `hall-${at}`, zone: 'Asia/Oral' }));
  expect(readCatalogue(fileWith(...meetings)).series).toHaveLength(50);
  const asked = formats.mock.calls.filter(([, options]) => options?.timeZone === 'Asia/Oral');
  formats.mockRestore();
  expect(asked.length).toBeLessThan(5);
});
