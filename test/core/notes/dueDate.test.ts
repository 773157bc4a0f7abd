import { expect, test } from 'vitest';
import { dueMarkIn } from '#core/notes/dueDate.ts';
import { dayOf } from '#core/notes/writtenDay.ts';

/** A Tuesday. */
const MEETING = '2026-11-24';

test.each([
  ['send it by Friday', '2026-11-27'],
  ['send it by Fri.', '2026-11-27'],
  ['send it by Tuesday', '2026-12-01'],
  ['send it by this Thursday', '2026-11-26'],
  ['send it by next Friday', '2026-12-04'],
  ['send it (due: tomorrow)', '2026-11-25'],
  ['send it (due Friday)', '2026-11-27'],
  ['send it, due on 4 December', '2026-12-04'],
  ['send it due: Dec 4th', '2026-12-04'],
  ['send it by December 4, 2027', '2027-12-04'],
  ['send it by Friday, 4 December', '2026-12-04'],
  ['send it until 4.12.', '2026-12-04'],
  ['send it until 04.12.2027', '2027-12-04'],
  ['send it due 12/24', '2026-12-24'],
  ['send it due 24/12', '2026-12-24'],
  ['send it due 12/12/2027', '2027-12-12'],
  ['send it by EOD', '2026-11-24'],
  ['send it by EOW', '2026-11-27'],
  ['send it by the end of the week', null],
  ['send it by end of the week', '2026-11-27'],
  ['send it by end of month', '2026-11-30'],
  ['send it by next week', '2026-12-04'],
  ['send it, due in 2 weeks', '2026-12-08'],
  ['send it by 10 Jan', '2027-01-10'],
  ['send it by 2 Nov', '2026-11-02'],
  ['send it [due: 2026-12-04]', '2026-12-04'],
  ['send it @due(2026-12-04 14:00)', '2026-12-04'],
  ['send it 📅 2026-12-04', '2026-12-04'],
])('“%s” is due on %s', (text, due) => {
  expect(dueMarkIn(text, MEETING)?.due ?? null).toBe(due);
});

test.each([
  ['an order of day and month that can be mistaken', 'send it due 12/3'],
  ['a day that does not exist', 'send it by 31 November'],
  ['a month alone', 'send it by March'],
  ['a name', 'reviewed by May Chen'],
  ['a name that begins like a day', 'reviewed by Sunny'],
  ['a fraction', 'done by 1/2 of the team of 12/3/4'],
  ['a day without a mark', 'The freeze moves to 12 December'],
  ['a version', 'cut 1.30.4 by hand'],
])('%s is no due date: %s', (_what, text) => {
  expect(dueMarkIn(text, MEETING)).toBe(null);
});

test('without the day of the meeting only dates with a year are certain', () => {
  expect(dueMarkIn('by Friday', null)).toBe(null);
  expect(dueMarkIn('by 4 Dec', null)).toBe(null);
  expect(dueMarkIn('by 4 Dec 2026', null)?.due).toBe('2026-12-04');
});

test('the mark covers what is written of the date, so that a list can show it apart', () => {
  const marked = (text: string): string => {
    const mark = dueMarkIn(text, MEETING);
    return mark === null ? '' : text.slice(mark.from, mark.to);
  };
  expect(marked('Ask Lin (due: Friday) for it')).toBe('(due: Friday)');
  expect(marked('Ask Lin by next Friday, please')).toBe('by next Friday');
  expect(marked('Ask Lin 📅 2026-12-04')).toBe('📅 2026-12-04');
});

test('at a weekend the end of the week is that of the coming one', () => {
  expect(dayOf('EOW', '2026-11-28')).toBe('2026-12-04');
  expect(dayOf('29 Feb', '2026-11-28')).toBe(null);
  expect(dayOf('29 Feb 2028', null)).toBe('2028-02-29');
});
