import { expect, test } from 'vitest';
import { readMarkdownPage } from '../readMarkdownPage.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

/** The meetings of a page, one line each; `?` where something is asked, `-` before what does not take place. */
const meetingsOn = (page: string): string[] =>
  readMarkdownPage(new TextEncoder().encode(page), NOW).drafts.map(
    ({ weekdays, time, zone, rrule, hasQuestions, isInactive }) => {
      const interval = /WEEKLY;INTERVAL=(\d)/.exec(rrule ?? '')?.[1];
      const every = interval === undefined ? '' : ` every ${interval} weeks`;
      return `${isInactive ? '- ' : ''}${weekdays?.join() ?? 'no day'} ${time ?? 'no time'} ${zone ?? 'no zone'}${every}${hasQuestions ? ' ?' : ''}`;
    },
  );

test.each([
  'Office hours are currently paused.',
  '> **Note:** Meetings are on hiatus until spring.',
  'Unfortunately, all calls have been cancelled until further notice.',
])('“%s” beside a meeting makes it inactive', (remark) => {
  expect(meetingsOn(`# Kites\n\n## Office hours\n\n${remark}\n\nFridays, 14:00 UTC on Zoom.`)).toEqual([
    '- FR 14:00 UTC',
  ]);
});

test.each([
  'All meetings are archived on YouTube.',
  'We look at isInactive issues and deprecated features.',
  'If the call is cancelled, we write to the list.',
  'The call on July 4th has been cancelled.',
  'The meeting may be cancelled when nobody adds a topic.',
  'The link is TBD.',
])('“%s” does not end a meeting', (remark) => {
  expect(meetingsOn(`# Kites\n\n## Office hours\n\nOffice hours are Fridays, 14:00 UTC. ${remark}`)).toEqual([
    'FR 14:00 UTC',
  ]);
});

test('a page with calls archived on YouTube is not inactive', () => {
  expect(
    meetingsOn('# Kites\n\nMeetings are recorded and archived on YouTube.\n\nWe meet on Fridays, 14:00 UTC.'),
  ).toEqual(['FR 14:00 UTC']);
});

test('a heading may name the day of a meeting, or all of it', () => {
  expect(meetingsOn('# Kites\n\n## Community call, every other Friday\n\nIt starts at 14:00 UTC.')).toEqual([
    'FR 14:00 UTC every 2 weeks ?',
  ]);
  expect(meetingsOn('# Kites\n\n## Community call (Fridays, 14:00 UTC)\n\nJoin us.')).toEqual([
    'FR 14:00 UTC',
  ]);
});

test('the days and times of a group are those of its meeting', () => {
  expect(meetingsOn('# Kites\n\n### Wind working group\n\n* When: Fridays\n* Time: 14:00 UTC')).toEqual([
    'FR 14:00 UTC',
  ]);
  expect(meetingsOn('# Kites\n\n- Wind working group\n  - Fridays at 14:00 UTC\n')).toEqual(['FR 14:00 UTC']);
  expect(meetingsOn('# Kites\n\n### Wind shop\n\n* When: Fridays\n* Time: 14:00 UTC')).toEqual([]);
});

test('things around meetings are not meetings', () => {
  const page = (aside: string) => `# Kites\n\n## Call on Mondays\n\nThe call starts at 9:30 UTC. ${aside}`;
  for (const aside of [
    'Recordings are posted on Fridays.',
    'CI runs nightly at 02:00 UTC.',
    'The chair rotates monthly.',
    'We publish a monthly newsletter.',
    'The office closes at 18:00 CET on Fridays.',
  ])
    expect(meetingsOn(page(aside))).toEqual(['MO 09:30 UTC']);
});

test('a section has its own rhythm, whatever the heading over it', () => {
  expect(
    meetingsOn(
      '# Kites\n\n## Talk\n\nJoin the bi-weekly calls.\n\n### Planning meetings\n\nEvery week, we meet to plan.\n\n**Schedule:** Tuesdays at 9am Pacific Time.',
    ),
  ).toEqual(['TU 09:00 America/Los_Angeles']);
  expect(meetingsOn('# Kites\n\n## Quarterly town hall\n\n**When**: First Friday at 18:00 UTC')).toEqual([
    'FR 18:00 UTC ?',
  ]);
});

test('the local time of a place counts, and its UTC of one season adds no doubt', () => {
  expect(meetingsOn('# Kites\n\nWe meet on Thursdays at 10am ET (14:00 UTC).')).toEqual([
    'TH 10:00 America/New_York',
  ]);
  expect(meetingsOn('# Kites\n\nWe meet on Thursdays at 10am Eastern Time (US) (14:00 UTC).')).toEqual([
    'TH 10:00 America/New_York',
  ]);
  expect(meetingsOn('# Kites\n\nWe meet on Thursdays at 10am EDT (14:00 UTC).')).toEqual([
    'TH 10:00 America/New_York ?',
  ]);
  expect(meetingsOn('# Kites\n\nWe meet on Thursdays at 14:00 UTC (10am ET).')).toEqual(['TH 14:00 UTC ?']);
});

test('a recurring call is a meeting, even without a time', () => {
  expect(meetingsOn('# Kites\n\nWork goes on with a community call every two weeks on Fridays.')).toEqual([
    'FR no time no zone every 2 weeks ?',
  ]);
  expect(
    meetingsOn(
      '# Kites\n\nThe team holds a weekly call on Tuesdays. It alternates weekly between East and West.',
    ),
  ).toEqual(['TU no time no zone ?']);
  expect(meetingsOn('# Kites\n\nWe will be having biweekly meetings on Wednesday.')).toEqual([
    'WE no time no zone every 2 weeks ?',
  ]);
});

test('a town hall is a meeting, and a time may have the colon of a ratio', () => {
  expect(meetingsOn('# Kites\n\nJoin the town hall every Friday 8\u223630 AM PT.')).toEqual([
    'FR 08:30 America/Los_Angeles',
  ]);
});

test('what a program does on a day is not a meeting', () => {
  expect(
    meetingsOn(
      '# Kites\n\n## How do I hear of meetings?\n\n1. Automation starts every Friday at 10:00 UTC\n2. A list of meetings is made. It is sent on Friday at 11:00 UTC',
    ),
  ).toEqual([]);
});

test('a working group that is on hiatus holds none of its meetings', () => {
  expect(
    meetingsOn(
      '# Kite WG\n\n> **NOTE:** Working Group is on hiatus.\n\n## Monthly meeting\n\nFirst Tuesday of the month, 16:00 UTC',
    ),
  ).toEqual(['- TU 16:00 UTC']);
});

test('a meeting without a time so far is inactive', () => {
  expect(
    meetingsOn(
      '# Kites\n\nWe hold bi-weekly community meetings.\n\n### Schedule\n\n- **Frequency**: Every two weeks\n- **Time**: TBD',
    ),
  ).toEqual(['- no day no time no zone every 2 weeks ?']);
});

test('a zone may be in its own column, in a statement for the page, or in the head of a column', () => {
  const table =
    '| Call | When | Time zone |\n|---|---|---|\n| Wind | Monday 10:00 | Pacific |\n| Cord | Tuesday 16:00 | IST |';
  expect(meetingsOn(`# Calls\n\n${table}`)).toEqual([
    'MO 10:00 America/Los_Angeles',
    'TU 16:00 Asia/Kolkata',
  ]);
  expect(meetingsOn('# Calls\n\nAll times are Pacific.\n\n- Wind call: Mondays at 9:00')).toEqual([
    'MO 09:00 America/Los_Angeles',
  ]);
  const columns =
    '| Call | UTC-08:00 (PST) | UTC+08:00 (China) |\n|---|---|---|\n| Wind call, Tuesdays | 17:00 | 09:00 |';
  expect(meetingsOn('# Calls\n\n**Wind call** - Tuesdays 3 pm CE(S)T')).toEqual(['TU 15:00 Europe/Berlin']);
  expect(meetingsOn('# Calls\n\n| Call | When (Pacific) |\n|---|---|\n| Wind | Tue 10-11am |')).toEqual([
    'TU 10:00 America/Los_Angeles',
  ]);
  expect(meetingsOn(`# Calls\n\n${columns}`)).toEqual(['TU 17:00 America/Los_Angeles ?']);
});

test('weeks with names take turns', () => {
  for (const [first, second] of [
    ['Early weeks', 'Late weeks'],
    ['Week A', 'Week B'],
  ])
    expect(
      meetingsOn(`# Kites\n\nWe meet every Wednesday.\n\n* ${first}: 4pm UTC\n* ${second}: 8pm UTC`),
    ).toEqual(['WE 16:00 UTC every 2 weeks ?', 'WE 20:00 UTC every 2 weeks ?']);
});

test('one meeting with two days or times in two places of a page leads to a question', () => {
  const page = (day: string, time: string) =>
    `# Kites\n\nOur weekly meeting is on Tuesdays at 15:00 UTC.\n\n## Communication\n\nWeekly meeting: ${day} at ${time} UTC.`;
  expect(meetingsOn(page('Tuesdays', '16:00'))).toEqual(['TU 16:00 UTC ?']);
  expect(meetingsOn(page('Wednesdays', '15:00'))).toEqual(['WE 15:00 UTC ?']);
  expect(meetingsOn(page('Tuesdays', '15:00'))).toEqual(['TU 15:00 UTC']);
});

test('a named call that ended does not end the other calls of its page', () => {
  expect(
    meetingsOn(
      '# Kites\n\nThe Delta team meets on Tuesdays, 9:00 UTC.\n\nThe Rogallo call (Mondays, 11:00 UTC) is no longer held.',
    ),
  ).toEqual(['TU 09:00 UTC', '- MO 11:00 UTC']);
  expect(
    meetingsOn('# Rogallo\n\nThe Rogallo group is no longer active.\n\nWe meet on Mondays, 11:00 UTC.'),
  ).toEqual(['- MO 11:00 UTC']);
  expect(
    meetingsOn(
      '# Program is on hiatus for now\n\n# Kite doctor\n\n## When\n\nWe meet on Mondays, 11:00 UTC.',
    ),
  ).toEqual(['- MO 11:00 UTC']);
});

test('a local time elsewhere that is right in some weeks only becomes a question', () => {
  expect(meetingsOn('# Kites\n\nWe meet on Thursdays at 10:00 AM PT (17:00 London).')).toEqual([
    'TH 10:00 America/Los_Angeles ?',
  ]);
  expect(meetingsOn('# Kites\n\nWe meet on Thursdays at 10:00 AM PT (18:00 London).')).toEqual([
    'TH 10:00 America/Los_Angeles',
  ]);
});

test('a heading with day, time and zone over a room is a meeting', () => {
  const room = 'https://meet.google.com/kit-ewin-dab';
  expect(meetingsOn(`# Kites\n\n## Tuesday 14:00 UTC: Delta\n\n${room}\n`)).toEqual(['TU 14:00 UTC']);
  expect(meetingsOn('# Kites\n\n## Tuesday 14:00 UTC: Delta\n\nWe build it.\n')).toEqual([]);
  // The programme of a day says no zone.
  expect(meetingsOn(`# Kites\n\n## Tuesday 14:00: Delta\n\n${room}\n`)).toEqual([]);
});

test('the first of the month beside a weekday is that day or that date', () => {
  const page =
    '# Kites\n\n| Day | Time (UTC) | Group | Frequency |\n|---|---|---|---|\n| Tuesday | 16:00 | Delta | 1st of the month |';
  const [draft] = readMarkdownPage(new TextEncoder().encode(page), NOW).drafts;
  expect(draft?.rrule).toBe('FREQ=MONTHLY;BYDAY=1TU');
  expect(draft?.hasQuestions).toBe(true);
});

test.each([
  'In August there are no meetings.',
  'During December we skip the call.',
  'Over the holidays there are no meetings.',
  'The meetings are suspended in December.',
  'There is no meeting in the weeks of the summit.',
  'No calls between 21 December 2026 and 4 January 2027.',
  'No call on December 4, 2026; Dec 25 moves to Dec 24.',
])('“%s” becomes a question', (remark) => {
  expect(meetingsOn(`# Kites\n\nWe meet on Fridays at 14:00 UTC. ${remark}`)).toEqual(['FR 14:00 UTC ?']);
});

test('the last of several months may precede a time', () => {
  const page = '# Kites\n\nWe meet on the first Friday of March, June, September and December, 15:00 UTC.';
  const [draft] = readMarkdownPage(new TextEncoder().encode(page), NOW).drafts;
  expect(draft?.rrule).toBe('FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=1FR');
  expect(draft?.time).toBe('15:00');
  expect(draft?.hasQuestions).toBe(false);
});

test('two times for two seasons lead to a question', () => {
  expect(
    meetingsOn(
      '# Kites\n\n## Meetings\n\nDuring US daylight time: Tuesdays 15:00 UTC. During US standard time: Tuesdays 16:00 UTC.',
    ),
  ).toEqual(['TU 15:00 UTC ?', 'TU 16:00 UTC ?']);
});

test('odd months become a question if no rule can express them', () => {
  expect(
    meetingsOn(
      '# Kites\n\nCommunity meeting every 1st and 3rd Wednesday. Odd months: 9:00 AM PT. Even months: 5:00 PM PT.',
    ),
  ).toEqual(['WE 09:00 America/Los_Angeles ?', 'WE 17:00 America/Los_Angeles ?']);
});

test.each([
  ['We meet on the first Friday at 14:00 UTC, unless it is a public holiday; then on the second one.', 'FR'],
  ['From January on we meet on Wednesdays 15:00 UTC instead of Tuesdays 15:00 UTC.', 'WE'],
  ['We meet every weekday at 15:00 UTC except Wednesday.', 'MO,TU,WE,TH,FR'],
  ['We meet on Thursdays. Time: 16:00 UTC April–October.', 'TH'],
])('%s: becomes a question', (sentence, days) => {
  const meetings = meetingsOn(`# Kites\n\n${sentence}`);
  expect(meetings).toHaveLength(1);
  expect(meetings[0]).toMatch(new RegExp(`^${days} .* \\?$`));
});

test('“instead of” another tool does not move a meeting', () => {
  expect(
    meetingsOn(
      '# Kites\n\nWe meet on Mondays at 9:00 UTC on Matrix instead of IRC and on Wednesdays at 15:00 UTC.',
    ),
  ).toEqual(['MO 09:00 UTC', 'WE 15:00 UTC']);
});
