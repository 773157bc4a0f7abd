import { expect, test } from 'vitest';
import { leadSentence } from '#renderer/reminders/leadSentence.ts';

const sentence = (...minutes: number[]): string => leadSentence(minutes.map((one) => ({ minutes: one })));

test('leads are written as a sentence, earliest first', () => {
  expect(sentence(0, 10, 1)).toBe('10 minutes and 1 minute before and at the start');
  expect(sentence(60)).toBe('1 hour before');
  expect(sentence(0)).toBe('at the start');
  expect(sentence(5, 1440, 60)).toBe('1 day, 1 hour and 5 minutes before');
  expect(sentence()).toBe('');
});
