import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextTimes, rhythmOf } from '#core/catalogue/meetingSchedule.ts';
import { datesOf, draftToSeries } from '#community-pages';
import { readSigs } from '#community-pages/readers';
import { ONCE } from '../meetingDraft.ts';

const read = (name: string) => readSigs(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

test('a team of yaml2ical meets in odd or even weeks of the year, in UTC', () => {
  const { groups, drafts, problems } = read('irc-team.yaml');
  expect(problems).toEqual([]);
  expect(groups).toMatchObject([{ name: 'Kite team meeting', leads: [{ name: 'Robin Example' }] }]);
  expect(drafts).toMatchObject([
    { weekdays: ['TU'], time: '14:00', zone: 'UTC', durationMinutes: 45, skips: ['2026-12-22'] },
    { weekdays: ['TH'], time: '09:00', zone: 'UTC', durationMinutes: null },
  ]);
  const weeks = drafts.map(({ rrule }) => /BYWEEKNO=(\d+,\d+)/u.exec(rrule ?? '')?.[1]);
  expect(weeks).toEqual(['2,4', '1,3']);
  expect(drafts.every((draft) => datesOf(draft) !== null && !draft.hasQuestions)).toBe(true);
});

test('a calendar of yaml2ics gives its series with their first date, zone, length and end', () => {
  const { groups, drafts } = read('events-calendar.yaml');
  expect(groups).toMatchObject([{ id: 'kite-calendar', name: 'Kite calendar' }]);
  expect(drafts.map(({ title, rrule, anchor }) => [title, rrule, anchor])).toEqual([
    ['Kite call', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-03-05'],
    ['Kite triage', 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20260601T000000Z', '2026-01-07'],
    ['New flyers', 'FREQ=MONTHLY;BYDAY=1TU', '2026-02-03'],
    // A single date.
    ['The one party', ONCE, '2026-07-01'],
  ]);
  expect(drafts[0]).toMatchObject({
    time: '21:00',
    zone: 'Europe/Berlin',
    durationMinutes: 90,
    join: 'https://zoom.us/j/11111111111',
    notes: 'https://pad.example.org/kites',
  });
  expect(drafts[1]).toMatchObject({ zone: 'UTC', durationMinutes: 30 });
});

test('the workstreams of OpenTelemetry are read from the words of their schedules, with turns', () => {
  const { groups, drafts } = read('workstreams.yaml');
  expect(groups.map(({ id }) => id)).toEqual(['wind', 'line', 'paper']);
  const [wind, ...line] = drafts;
  expect(wind).toMatchObject({
    community: 'wind',
    weekdays: ['TU'],
    time: '07:30',
    zone: 'America/Los_Angeles',
    notes: 'https://docs.google.com/document/d/wind-notes',
  });
  expect(line.map(({ weekdays, community }) => [community, weekdays])).toEqual([
    ['line', ['MO']],
    ['line', ['WE']],
  ]);
});

test('a calendar of Rust gives its events in their zones, with ends, pauses, single dates and what it includes', () => {
  const { name, drafts, calendars, problems } = read('rust-calendar.toml');
  expect(problems).toEqual([]);
  expect(name).toBe('Kite compilers');
  expect(calendars).toEqual([{ name: 'wg-string', address: 'wg-string.toml' }]);
  expect(drafts.map(({ title, rrule, anchor, time, zone }) => [title, rrule, anchor, time, zone])).toEqual([
    ['Kite triage', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-03-05', '10:00', 'America/New_York'],
    // Three dates end in April.
    ['Kite board', 'FREQ=MONTHLY;BYDAY=1MO;UNTIL=20260430', '2026-02-02', '17:00', 'UTC'],
    ['Old kite hours', 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20260325T130000Z', '2026-01-07', '10:00', 'Europe/London'],
    ['Old kite hours', 'FREQ=WEEKLY;BYDAY=TH', '2026-01-07', '16:00', 'Europe/London'],
    ['Kite day', ONCE, '2026-07-01', '10:00', 'UTC'],
    ['Kite release', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15', '2026-01-15', '10:00', 'UTC'],
    ['Wind watch', null, '2026-01-15', '06:00', 'UTC'],
  ]);
  expect(drafts[0]).toMatchObject({
    durationMinutes: 90,
    skips: ['2026-03-19'],
    join: 'https://meet.jit.si/kite-triage',
    notes: 'https://pad.example.org/triage',
  });
  // Every hour is no meeting that can be dated: it asks.
  expect(
    drafts.filter((draft) => datesOf(draft) === null).map(({ title, hasQuestions }) => [title, hasQuestions]),
  ).toEqual([['Wind watch', true]]);
});

test('a meeting of a single date has no rhythm, and none after it', () => {
  const day = read('rust-calendar.toml').drafts.find(({ title }) => title === 'Kite day');
  if (day === undefined) throw new Error('The fixture has no Kite day');
  expect(draftToSeries(day, null)?.pattern?.rules).toEqual([]);
  const dates = datesOf(day);
  if (dates === null) throw new Error('It has a date');
  const schedule = { ...dates, anchor: dates.start, minutes: 120, skips: [] };
  expect(rhythmOf(schedule)).toEqual({ kind: 'other' });
  expect(nextTimes(schedule, Date.parse('2026-06-01T00:00Z'), 3)).toEqual([
    { from: Date.parse('2026-07-01T10:00Z'), to: Date.parse('2026-07-01T12:00Z') },
  ]);
  expect(nextTimes(schedule, Date.parse('2026-08-01T00:00Z'), 3)).toEqual([]);
});

test('a meeting that has ended has no next dates', () => {
  const schedule = {
    rule: 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20260325T130000Z',
    anchor: '2026-01-07',
    time: '10:00',
    zone: 'UTC',
    minutes: 60,
    skips: [],
  };
  expect(nextTimes(schedule, Date.parse('2026-03-20T00:00Z'), 3)).toHaveLength(1);
  expect(nextTimes(schedule, Date.parse('2026-03-26T00:00Z'), 3)).toEqual([]);
});

test('a meeting file of Node.js names its room, its calendar, and asks for no guess about dates', () => {
  const { groups, drafts, calendars } = read('kites.meeting.json');
  expect(groups).toMatchObject([
    { name: 'Kite Steering Committee', charter: 'https://github.com/kites/steering' },
  ]);
  expect(drafts).toMatchObject([
    { title: 'Kites.js Steering Meeting', join: 'https://zoom.us/j/11111111111', hasQuestions: true },
  ]);
  expect(drafts.map(datesOf)).toEqual([null]);
  expect(calendars).toEqual([
    {
      name: 'Kites.js: Kite Steering Committee',
      address: 'https://webcal.prod.itx.linuxfoundation.org/lfx/a0000000000000KITE',
    },
  ]);
  // Nobody who is invited is taken for a lead.
  expect(JSON.stringify(groups)).not.toContain('Robin');
});

test('a table of projects gives the calendar of each that has one', () => {
  const { groups, drafts, calendars } = read('projects.csv');
  expect(drafts).toEqual([]);
  expect(groups.map(({ id, mailingList, chat }) => [id, mailingList, chat])).toEqual([
    ['kites-open', 'https://lists.example.org/g/kites', null],
    ['strings', null, 'https://slack.example.org'],
  ]);
  expect(calendars).toEqual([
    { name: 'Kites, Open', address: 'https://webcal.prod.itx.linuxfoundation.org/lfx/a0000000000000KITE' },
    { name: 'Strings', address: 'https://webcal.prod.itx.linuxfoundation.org/lfx/lfStrings' },
  ]);
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['a broken line', 'name = "Kites"\n[[events]]\ntitle = \n', 'Line 3 breaks the rules of TOML'],
  ['a document that is nested too deeply', `name = "Kites"\nx = ${'['.repeat(200_000)}`, 'TOML'],
  ['too large a document', `name = "Kites"\n${'# kite\n'.repeat(200_000)}`, 'larger than one megabyte'],
])('TOML with %s gives one problem', (_, text, words) => {
  const { drafts, problems } = readSigs(bytesOf(text));
  expect(drafts).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(`${problems[0]?.title} ${problems[0]?.detail}`).toContain(words);
});

test('events with values of any type leave the others readable', () => {
  const odd = [
    'start = 1',
    'start = "soon"',
    'start = { date = [], timezone = 1 }',
    'start = "2026-99-99T99:99:00Z"',
  ];
  const text = [
    'name = "Kites"',
    ...odd.map(
      (line) =>
        `[[events]]\ntitle = "Odd"\n${line}\nrecurrence_rules = [1, "x", { frequency = "__proto__" }]`,
    ),
    '[[events]]\ntitle = "Kite"\nstart = "2026-03-05T10:00:00Z"\nrecurrence_rules = [{ frequency = "weekly", interval = 1e300, count = -4 }]',
    '[[events]]\ntitle = "Good"\nstart = "2026-03-05T10:00:00Z"\nrecurrence_rules = [{ frequency = "yearly", count = 1000000000 }]',
  ].join('\n');
  const { drafts } = readSigs(bytesOf(text));
  expect(drafts.map(({ title, rrule }) => [title, rrule])).toEqual([
    ['Kite', null],
    ['Good', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5'],
  ]);
});

/** CPU time of reading, ms. */
const costOf = (text: string): number => {
  const bytes = bytesOf(text);
  const before = process.cpuUsage();
  readSigs(bytes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

test.each([
  ['quotes of a table', (count: number) => `Name,iCal\n${'"'.repeat(count)}`],
  ['rows of a table', (count: number) => `Name,iCal\n${'a,b\n'.repeat(count / 4)}`],
  [
    'events',
    (count: number) =>
      `name = "x"\n${'[[events]]\ntitle = "x"\nstart = "2026-03-05T10:00:00Z"\n'.repeat(count / 52)}`,
  ],
  ['comments before anything', (count: number) => '# x\n'.repeat(count / 4)],
  ['blanks', (count: number) => ' \n'.repeat(count / 2)],
])('time grows with the length of many %s, and no faster', (_, text) => {
  costOf(text(20_000));
  const small = Math.max(costOf(text(20_000)), 8);
  expect(costOf(text(160_000))).toBeLessThan(small * 8 * 6);
});
