import { expect, test } from 'vitest';
import { readMarkdownPage } from '../readMarkdownPage.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const draftsOf = (text: string) => readMarkdownPage(new TextEncoder().encode(text), NOW).drafts;

test('the room and the notes in a list item are those of its meeting, not of the next one', () => {
  const page = `# Lamps

## Groups

1. Wick working group
    - Schedule: first Tuesday of the month at 15:00 UTC
    - Room: [Zoom](https://zoom.us/j/91000000001)
    - Notes: [document](https://docs.google.com/document/d/wick/edit)
2. Oil working group
    - Schedule: first Monday of the month at 13:00 UTC
    - [Forum](https://forum.example.org/t/oil)
`;
  expect(draftsOf(page)).toMatchObject([
    { join: 'https://zoom.us/j/91000000001', notes: 'https://docs.google.com/document/d/wick/edit' },
    { join: null, notes: null },
  ]);
});

test('the document of a meeting is not used for meetings in other sections', () => {
  const page = `# Lamps

## Community call

We meet on Wednesdays at 12:00 UTC. The [notes](https://docs.google.com/document/d/all/edit) are public.

## Oil group

The group meets on Mondays at 13:00 UTC.
`;
  expect(draftsOf(page).map(({ notes }) => notes)).toEqual([
    'https://docs.google.com/document/d/all/edit',
    null,
  ]);
});

test('a day in one sentence and two times in the next, which take turns, are two meetings every two weeks', () => {
  const page = `# Lamps

We hold weekly community meetings every Wednesday. The meetings alternate between 12PM and 4PM US Eastern Time.
`;
  expect(draftsOf(page)).toMatchObject([
    { weekdays: ['WE'], time: '12:00', rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', hasQuestions: true },
    { weekdays: ['WE'], time: '16:00', rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', hasQuestions: true },
  ]);
});

test('to come together is to meet', () => {
  const page = `# Lamps

Every Tuesday, the community comes together to discuss anything that pertains to all who make lamps.

You can join from 11am to 12pm (UTC).
`;
  expect(draftsOf(page)).toMatchObject([{ weekdays: ['TU'], time: '11:00', zone: 'UTC' }]);
});
