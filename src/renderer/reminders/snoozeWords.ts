import type { SnoozeChoice } from '#core/reminders/snooze.ts';

const WORDS: Readonly<Record<SnoozeChoice, string>> = {
  '1': 'in 1 min',
  '5': 'in 5 min',
  '10': 'in 10 min',
  minuteBefore: '1 min before',
  start: 'at the start',
};

/** What stands on the button of a snooze. */
export const snoozeWords = (choice: SnoozeChoice): string => WORDS[choice];
