import { expect, test } from 'vitest';
import { buildAgenda } from '../../../src/shared/agenda/buildAgenda.ts';
import { homeDate, isOnWeekOf, type WeekAnswer } from '../../../src/shared/agenda/whichWeek.ts';
import { readFeed } from '../../../src/shared/calendar/readFeed.ts';
import type { Feed } from '../../../src/shared/calendar/feed.ts';
import type { Occurrence } from '../../../src/shared/calendar/occurrence.ts';
import { aCalendar } from '../../builders/aCalendar.ts';

/** The day on which the feeds are read. */
const NOW = Date.UTC(2026, 10, 29);

const page = new TextEncoder().encode(
  '# Kites\n\n## Meeting\n\nBiweekly on Tuesdays at 09:00 PT on [Zoom](https://zoom.us/j/11111111111).\n',
);
const window = { from: Date.parse('2026-11-20T00:00Z'), to: Date.parse('2027-01-12T00:00Z') };
const feed = (id: string, kind: Feed['kind']): Feed => ({
  id,
  kind,
  name: id,
  address: `https://example.org/${id}`,
  followed: 'all',
  color: 0,
});
const kites = { feed: feed('kites', 'markdown'), content: readFeed('markdown', page, { now: NOW }) };
const [series] = kites.content.series;
const uid = series?.uid ?? '';

const answer = (date: string): WeekAnswer => ({ feedId: 'kites', uid, date, source: 'you', at: 7 });
const agendaOf = (weeks: readonly WeekAnswer[], zone = 'Europe/Berlin'): Occurrence[] =>
  buildAgenda([{ ...kites, weeks }], window, zone).occurrences;

const everyTuesday = [
  '2026-11-24',
  '2026-12-01',
  '2026-12-08',
  '2026-12-15',
  '2026-12-22',
  '2026-12-29',
  '2027-01-05',
];
const odd = everyTuesday.filter((_, index) => index % 2 === 0);
const even = everyTuesday.filter((_, index) => index % 2 === 1);

test('without a word on the week every date is a candidate and says so', () => {
  const all = agendaOf([]);
  expect(all.map(homeDate)).toEqual(everyTuesday);
  expect(all.every((one) => one.isWeekUnknown)).toBe(true);
  expect(all[0]?.week).toEqual({ feedId: 'kites', uid, everyWeeks: 2, settled: null });
});

test.each([
  ['2026-11-24', odd],
  ['2026-12-01', even],
  // Over the end of a year with 53 weeks, from any date on which it met.
  ['2027-01-05', odd],
  ['2025-12-30', everyTuesday.filter((date) => isOnWeekOf(date, '2025-12-30', 2))],
])('the answer %s leaves only the true dates, without a doubt', (date, dates) => {
  const settled = agendaOf([answer(date)]);
  expect(settled.map(homeDate)).toEqual(dates);
  expect(settled.some((one) => one.isWeekUnknown)).toBe(false);
  expect(settled[0]?.week?.settled).toEqual({ date, feedName: null, at: 7 });
  expect(settled[0]?.assumptions.join(' ')).not.toMatch(/which week/iu);
});

test('the same keys hold before and after, so notes and reminders stay', () => {
  const keys = new Set(agendaOf([]).map((one) => one.key));
  expect(agendaOf([answer('2026-11-24')]).every((one) => keys.has(one.key))).toBe(true);
});

test('an answer counts in the home zone: a viewer in Auckland sees it a day later', () => {
  const there = agendaOf([answer('2026-11-24')], 'Pacific/Auckland');
  expect(there.map(homeDate)).toEqual(odd);
});

test('an answer for another meeting or feed settles nothing', () => {
  expect(agendaOf([{ ...answer('2026-11-24'), uid: 'other' }])).toHaveLength(7);
  expect(agendaOf([{ ...answer('2026-11-24'), feedId: 'other' }])).toHaveLength(7);
});

const calendarWith = (rule: string, room: string, start = '2026-12-01T17:00:00Z') => ({
  feed: feed('calendar', 'ics'),
  content: readFeed(
    'ics',
    new TextEncoder().encode(
      aCalendar([{ title: 'Kite call', start, lines: [`LOCATION:${room}`, ...(rule === '' ? [] : [rule])] }]),
    ),
    { now: NOW },
  ),
});
const room = 'https://zoom.us/j/11111111111?pwd=x';

test('a calendar with the same room and start on one of the two weeks settles it, and is told as the source', () => {
  const calendar = calendarWith('RRULE:FREQ=WEEKLY;INTERVAL=2', room);
  for (const sources of [
    [kites, calendar],
    [calendar, kites],
  ]) {
    const { occurrences } = buildAgenda(sources, window, 'UTC');
    expect(occurrences.map(homeDate)).toEqual(even);
    expect(occurrences.some((one) => one.isWeekUnknown)).toBe(false);
    expect(occurrences[0]?.sources).toHaveLength(2);
    expect(occurrences[0]?.week?.settled).toEqual({ date: '2026-12-01', feedName: 'calendar', at: null });
  }
});

test('the word of the user counts before that of a calendar', () => {
  const sources = [
    { ...kites, weeks: [answer('2026-11-24')] },
    calendarWith('RRULE:FREQ=WEEKLY;INTERVAL=2', room),
  ];
  const { occurrences } = buildAgenda(sources, window, 'UTC');
  expect(occurrences.filter((one) => one.week !== null).map((one) => one.week?.settled?.feedName)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test.each([
  ['has it in both weeks', 'RRULE:FREQ=WEEKLY', room, '2026-12-01T17:00:00Z'],
  ['has another room', '', 'https://zoom.us/j/22222222222', '2026-12-01T17:00:00Z'],
  ['has another time', '', room, '2026-12-01T16:00:00Z'],
])('a calendar that %s settles nothing', (_, rule, place, start) => {
  const { occurrences } = buildAgenda([kites, calendarWith(rule, place, start)], window, 'UTC');
  expect(occurrences.some((one) => one.week !== null && one.week.settled !== null)).toBe(false);
});
