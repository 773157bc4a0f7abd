import { expect, test } from 'vitest';
import { asksForWeek, needsAnswer } from '#calendar';
import { buildAgenda } from '#core/agenda/buildAgenda.ts';
import { homeDate, type WeekAnswer, type WeekSaying } from '#core/agenda/whichWeek.ts';
import { readFeed } from '#core/feeds/readFeed.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { aCalendar } from '../../builders/aCalendar.ts';

/** The day on which the feeds are read. */
const NOW = Date.UTC(2026, 10, 29);

const page = new TextEncoder().encode(
  '# Kites\n\n## Meeting\n\nBiweekly on Tuesdays at 09:00 PT on [Zoom](https://zoom.us/j/11111111111).\n',
);
const window = { from: Date.parse('2026-11-20T00:00Z'), to: Date.parse('2027-01-12T00:00Z') };
const feed = (id: string, format: Feed['format']): Feed => ({
  id,
  name: id,
  source: { kind: 'web', url: `https://example.org/${id}` },
  format,
  followed: 'all',
  color: 0,
});
const kites = { feed: feed('kites', 'markdown'), content: readFeed('markdown', page, { now: NOW }) };
const [series] = kites.content.series;
const uid = series?.uid ?? '';

const said = (saying: WeekSaying, at = 7, ofUid = uid): WeekAnswer => ({
  feedId: 'kites',
  uid: ofUid,
  rule: null,
  source: 'you',
  at,
  ...saying,
});
const answer = (date: string): WeekAnswer => said({ says: 'on', date });
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
  expect(all[0]?.week).toMatchObject({ feedId: 'kites', uid, settled: null, saidAt: null });
  expect(all[0]?.week?.left).toHaveLength(2);
});

test.each([
  ['2026-11-24', odd],
  ['2026-12-01', even],
  // Over the end of a year with 53 weeks, from any date on which it met.
  ['2027-01-05', odd],
  ['2025-12-30', even],
])('the answer %s leaves only the true dates, without a doubt', (date, dates) => {
  const settled = agendaOf([answer(date)]);
  expect(settled.map(homeDate)).toEqual(dates);
  expect(settled.some((one) => one.isWeekUnknown)).toBe(false);
  expect(settled[0]?.week?.settled).toEqual({ date, feedName: null, turnTitle: null, at: 7 });
  expect(settled[0]?.doubts.some(asksForWeek)).toBe(false);
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
    expect(occurrences[0]?.week?.settled).toMatchObject({
      date: '2026-12-01',
      feedName: 'calendar',
      at: null,
    });
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

test('“not this week” leaves the other week, and the last word counts', () => {
  expect(agendaOf([said({ says: 'off', date: '2026-11-24' })]).map(homeDate)).toEqual(even);
  const both = [answer('2026-11-24'), said({ says: 'off', date: '2026-12-08' }, 8)];
  expect(agendaOf(both).map(homeDate)).toEqual(even);
});

/** A page with these words about when it meets. */
const pageOf = (words: string, id = 'kites') => ({
  feed: feed(id, 'markdown'),
  content: readFeed('markdown', new TextEncoder().encode(`# Kites\n\n## Meeting\n\n${words}\n`), {
    now: NOW,
  }),
});
const second = pageOf('Every second Tuesday, 09:00 PT on [Zoom](https://zoom.us/j/11111111111).');
const uidOf = ({ content }: typeof second): string => content.series[0]?.uid ?? '';
const secondAgenda = (...sayings: WeekSaying[]): Occurrence[] => {
  const weeks = sayings.map((saying, index) => said(saying, index, uidOf(second)));
  return buildAgenda([{ ...second, weeks }], window, 'Europe/Berlin').occurrences;
};
const datesWithDoubt = (all: readonly Occurrence[]): string[] =>
  all.map((one) => `${homeDate(one)}${one.isWeekUnknown ? '?' : ''}`);

test('“every second Tuesday” has three readings, and each of them can be chosen', () => {
  const [first] = secondAgenda();
  expect(first?.week?.left.map(({ rule }) => rule)).toEqual([
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    'FREQ=MONTHLY;BYDAY=2TU',
  ]);
  expect(first?.rhythm).toBe('every 2 weeks on Tuesday or second Tuesday of the month');
  const biweekly = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU';
  expect(datesWithDoubt(secondAgenda({ says: 'rule', rule: biweekly, date: '2026-12-01' }))).toEqual(even);
  const monthly = secondAgenda({ says: 'rule', rule: 'FREQ=MONTHLY;BYDAY=2TU', date: '2026-12-08' });
  expect(datesWithDoubt(monthly)).toEqual(['2026-12-08']);
  expect(monthly[0]).toMatchObject({
    rhythm: 'second Tuesday of the month',
    week: { settled: { date: '2026-12-08' } },
  });
  expect(monthly[0]?.doubts.some(needsAnswer)).toBe(false);
});

test('a date that all readings hold is sure, while the others are still asked about', () => {
  expect(datesWithDoubt(secondAgenda({ says: 'on', date: '2026-12-08' }))).toEqual([
    '2026-11-24?',
    '2026-12-08',
    '2026-12-22?',
    '2027-01-05?',
  ]);
  // The fourth Tuesday of a month is no second one.
  expect(datesWithDoubt(secondAgenda({ says: 'on', date: '2026-11-24' }))).toEqual(odd);
  expect(datesWithDoubt(secondAgenda({ says: 'off', date: '2026-11-24' }))).toEqual([
    '2026-12-01?',
    '2026-12-08?',
    '2026-12-15?',
    '2026-12-29?',
  ]);
});

test('a calendar that has it once a month settles it as the second Tuesday', () => {
  const calendar = calendarWith('RRULE:FREQ=MONTHLY;BYDAY=2TU', room, '2026-11-10T17:00:00Z');
  const { occurrences } = buildAgenda([second, calendar], window, 'Europe/Berlin');
  expect(datesWithDoubt(occurrences)).toEqual(['2026-12-08']);
  expect(occurrences[0]).toMatchObject({ week: { settled: { feedName: 'calendar' } } });
});

test('where only the weekday is known, each date can be answered for itself', () => {
  const [one] = kites.content.series;
  const doubt = { readings: [], turn: null };
  const pattern = calendarWith('RRULE:FREQ=WEEKLY', room, '2026-11-24T17:00:00Z').content.series[0]?.pattern;
  const content = { ...kites.content, series: one && pattern ? [{ ...one, doubt, pattern }] : [] };
  const weeks = [said({ says: 'off', date: '2026-11-24' }), said({ says: 'on', date: '2026-12-01' })];
  const { occurrences } = buildAgenda([{ ...kites, content, weeks }], window, 'Europe/Berlin');
  expect(datesWithDoubt(occurrences).slice(0, 2)).toEqual(['2026-12-01', '2026-12-08?']);
});

test('odd weeks of the year or of each month: what both readings hold is sure', () => {
  const oddTuesdays = pageOf('Every odd Tuesday, 09:00 PT on [Zoom](https://zoom.us/j/11111111111).');
  const datesIn = (from: string, to: string): string[] => {
    const stretch = { from: Date.parse(`${from}T00:00Z`), to: Date.parse(`${to}T00:00Z`) };
    return datesWithDoubt(buildAgenda([oddTuesdays], stretch, 'Europe/Berlin').occurrences);
  };
  expect(datesIn('2026-12-01', '2027-01-01')).toEqual(['2026-12-01', '2026-12-15', '2026-12-29']);
  expect(datesIn('2027-05-01', '2027-05-20')).toEqual(['2027-05-04?', '2027-05-11?', '2027-05-18?']);
});

const turns = pageOf(
  [
    'The meetings alternate each week:',
    '',
    '- Early call: Tuesdays at 08:00 PT on [Zoom](https://zoom.us/j/11111111111)',
    '- Late call: Tuesdays at 17:00 PT on [Zoom](https://zoom.us/j/11111111111)',
  ].join('\n'),
);

test('of two meetings that take turns the answer for one settles the other', () => {
  const [early, late] = turns.content.series;
  const weeks = [{ ...said({ says: 'on', date: '2026-11-24' }), uid: early?.uid ?? '' }];
  const { occurrences } = buildAgenda([{ ...turns, weeks }], window, 'Europe/Berlin');
  const datesOf = (title = ''): string[] => datesWithDoubt(occurrences.filter((one) => one.title === title));
  expect(datesOf(early?.details.title)).toEqual(odd);
  expect(datesOf(late?.details.title)).toEqual(even);
  const other = occurrences.find(({ title }) => title === late?.details.title);
  expect(other?.week?.settled).toMatchObject({ feedName: null, turnTitle: early?.details.title, at: null });
});
