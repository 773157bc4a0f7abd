import { readFileSync } from 'node:fs';
import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdownPage } from '../readMarkdownPage.ts';
import { runs } from '#test/effort.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const page = (name: string, address = name) =>
  readMarkdownPage(readFileSync(new URL(`./fixtures/${name}.md`, import.meta.url)), NOW, address);

const bytes = (text: string) => new TextEncoder().encode(text);

/** The meetings of a page, one line each; `?` where something is asked. */
const meetings = (name: string): string[] =>
  page(name).drafts.map(({ title, weekdays, time, zone, rrule, hasQuestions }) =>
    [
      title,
      weekdays?.join() ?? 'no day',
      time ?? 'no time',
      zone ?? 'no zone',
      rrule ?? 'no rule',
      hasQuestions ? '?' : '',
    ]
      .filter(Boolean)
      .join(' | '),
  );

test('fields in adjacent lines are one meeting', () => {
  expect(page('labelled-fields').drafts).toMatchObject([
    {
      title: 'Kite Club: community call',
      community: 'Kite Club',
      weekdays: ['TU'],
      time: '10:00',
      zone: 'America/New_York',
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      anchor: '2025-03-04',
      durationMinutes: 45,
      hasQuestions: false,
      join: 'https://zoom.us/j/12312312312?pwd=a1b2C3',
      notes: 'https://hackmd.io/kite-club',
    },
  ]);
});

test('a meeting that a page mentions twice is one, and the mention that says am or pm counts', () => {
  expect(page('two-mentions').drafts).toMatchObject([
    {
      time: '16:00',
      zone: 'America/Los_Angeles',
      durationMinutes: 60,
      hasQuestions: false,
      join: 'https://meet.google.com/abc-defg-hij',
    },
  ]);
});

test('struck-through text is not read', () => {
  expect(meetings('struck-through')).toEqual(['Kite news | MO | 10:00 | UTC | FREQ=WEEKLY;BYDAY=MO']);
});

test('past meetings and single events are not recurring', () => {
  expect(meetings('past-meetings')).toEqual([]);
});

test('a timetable gives a meeting per row, in the zone that the page names for all', () => {
  expect(meetings('timetable')).toEqual([
    'Wind | MO | 15:00 | UTC | FREQ=WEEKLY;BYDAY=MO',
    'Cord | WE | 16:30 | UTC | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE | ?',
    'Tail | TU | 17:00 | UTC | FREQ=MONTHLY;BYDAY=2TU',
  ]);
  expect(page('timetable').drafts.map(({ notes }) => notes)).toEqual([
    'https://docs.google.com/document/d/wind/edit',
    'https://docs.google.com/document/d/cord/edit',
    null,
  ]);
});

test('a table of fields is one meeting, with the links of its other rows', () => {
  expect(page('field-table').drafts).toMatchObject([
    {
      title: 'Wind',
      weekdays: ['TH'],
      zone: 'America/Los_Angeles',
      join: 'https://meet.google.com/abc-defg-hij',
      notes: 'https://docs.google.com/document/d/wind/edit',
    },
  ]);
});

test('columns that are zones are one moment', () => {
  expect(meetings('zone-columns')).toEqual([
    'Flight check, every Tuesday | TU | 08:00 | America/Los_Angeles | FREQ=WEEKLY;BYDAY=TU',
  ]);
});

test('tables and frames in HTML are read, comments and scripts are not', () => {
  expect(meetings('html-page')).toEqual([
    'Wind sync | TU | 10:00 | UTC | FREQ=WEEKLY;BYDAY=TU',
    'Cord | TH | 09:00 | America/Los_Angeles | FREQ=MONTHLY;BYDAY=1TH,3TH',
  ]);
  expect(page('html-page').drafts.map(({ join }) => join)).toEqual([
    'https://zoom.us/j/78978978978',
    'https://meet.google.com/abc-defg-hij',
  ]);
  expect(page('html-page').calendars).toEqual([
    'https://calendar.google.com/calendar/embed?src=kites%40group.calendar.google.com',
  ]);
});

test('odd and even weeks are two meetings, with their day above and their room below', () => {
  const { drafts } = page('odd-and-even');
  expect(drafts.map(({ time, rrule, hasQuestions }) => [time, rrule?.slice(0, 24), hasQuestions])).toEqual([
    ['11:30', 'FREQ=YEARLY;BYWEEKNO=1,3', false],
    ['18:00', 'FREQ=YEARLY;BYWEEKNO=2,4', false],
  ]);
  for (const draft of drafts) {
    expect(draft.weekdays).toEqual(['TH']);
    expect(draft.join).toBe('https://meet.jit.si/kites');
    expect(draft.notes).toBe('https://pad.example.org/p/kites');
  }
});

test('a heading that is a weekday gives it to the times below', () => {
  expect(meetings('weekday-headings')).toEqual([
    'Wind group | MO | 15:00 | UTC | FREQ=WEEKLY;BYDAY=MO',
    'Cord group | TH | 17:00 | UTC | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | ?',
  ]);
});

test('a meeting that a page calls over, paused or archived is inactive', () => {
  expect(page('on-hiatus').drafts).toMatchObject([{ isInactive: true }]);
  expect(page('paused').drafts).toMatchObject([{ isInactive: true }]);
  expect(
    page('struck-through', 'https://github.com/kites/club/blob/main/.archive/README.md').drafts,
  ).toMatchObject([{ isInactive: true }]);
});

test('a page that contradicts itself leads to a question', () => {
  const [draft, ...more] = page('contradiction').drafts;
  expect(more).toEqual([]);
  expect(draft).toMatchObject({ rrule: 'FREQ=MONTHLY;BYDAY=2WE', time: '12:00', hasQuestions: true });
  expect(draft?.doubts).toContainEqual({ kind: 'timesDiffer', time: '13:00', other: '12:00' });
});

test('releases, elections and opening hours are not meetings', () => {
  expect(meetings('no-meeting')).toEqual([]);
  expect(meetings('work-not-meetings')).toEqual([]);
});

test('a meeting with only a rhythm is found, with questions', () => {
  expect(page('rhythm-only').drafts).toMatchObject([
    { weekdays: null, time: null, rrule: 'FREQ=WEEKLY;INTERVAL=2', hasQuestions: true },
  ]);
});

test('a heading that says how often holds for the weekday below it', () => {
  expect(page('heading-says-how-often').drafts).toMatchObject([
    { rrule: null, hasQuestions: true, doubts: [{ kind: 'whichOfMonth', day: 'TH' }] },
  ]);
});

test('the zone that a page calls authoritative counts', () => {
  expect(
    page('ruling-zone').drafts.map(({ time, zone, hasQuestions }) => [time, zone, hasQuestions]),
  ).toEqual([
    ['10:30', 'Europe/Berlin', false],
    ['08:30', 'America/Los_Angeles', false],
  ]);
});

test('of two meetings in one sentence each has its own room', () => {
  expect(page('two-rooms').drafts.map(({ join }) => join)).toEqual([
    'https://zoom.us/j/11111111111',
    'https://zoom.us/j/22222222222',
  ]);
});

test('two times in UTC that follow the clocks of a country are one local time there', () => {
  const [draft, ...more] = page('season').drafts;
  expect(more).toEqual([]);
  expect(draft).toMatchObject({ time: '12:00', zone: 'America/New_York', hasQuestions: false });
  expect(draft?.doubts).toContainEqual({
    kind: 'utcReadAsLocal',
    summer: '16:00',
    winter: '17:00',
    time: '12:00',
    zone: 'America/New_York',
  });
});

test('meetings that take turns by a sentence get the interval of a turn, and a question about the week', () => {
  for (const name of ['turns-above', 'turns-below'])
    expect(page(name).drafts.map(({ rrule, hasQuestions }) => [rrule, hasQuestions])).toEqual([
      ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', true],
      ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', true],
    ]);
});

test('a first date in its own line settles the week; the next single meeting is not recurring', () => {
  expect(page('first-date').drafts).toMatchObject([
    { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', anchor: '2025-03-12', hasQuestions: false },
  ]);
});

test('an invitation gives its first date, and its end becomes a question', () => {
  expect(page('invitation').drafts).toMatchObject([
    {
      time: '15:00',
      zone: 'Asia/Taipei',
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      anchor: '2025-03-06',
      doubts: [{ kind: 'ends', written: 'Dec 25, 2025' }],
      join: 'https://zoom.us/j/64664664664',
    },
  ]);
});

test.each([
  ['empty', '  \n', 'It is empty.'],
  ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'web page on which no meeting'],
  ['binary', 'a\u0000b', 'It holds binary data.'],
])('%s gives one problem', (_name, text, words) => {
  const { drafts, problems } = readMarkdownPage(bytes(text), NOW);
  expect(drafts).toEqual([]);
  expect(problems).toMatchObject([{ code: 'community/notMarkdown' }]);
  expect(problems[0]?.detail).toContain(words);
});

const WORDS =
  'Tuesday every other second 9:00 4pm PT UTC meeting | # * weekly ( ) and / , biweekly odd-weeks 24:00 <td> ~~ ** https://zoom.us/j/1 meets first month until';

test(
  'no text makes it throw, and no meeting without a rule, time or zone goes unasked',
  { tags: ['deep'] },
  () => {
    const word = constantFrom(...WORDS.split(' '), '\n', '\n\n', 'odd weeks');
    assert(
      property(array(word, { maxLength: 25 }), (words) => {
        const { drafts } = readMarkdownPage(bytes(words.join(' ')), NOW);
        const isOpen = ({ rrule, time, zone }: (typeof drafts)[number]) =>
          rrule === null || time === null || zone === null;
        expect(drafts.filter(isOpen).every(({ hasQuestions }) => hasQuestions)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  },
);
