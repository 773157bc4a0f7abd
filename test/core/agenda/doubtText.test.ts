import { expect, test } from 'vitest';
import { doubtText, doubtTextIn } from '#core/agenda/doubtText.ts';

test('the date of a text is written in the order of the reader', () => {
  const doubt = { kind: 'unconfirmed', date: '2026-08-19', age: null } as const;
  expect(doubtTextIn('en-US')(doubt)).toContain('a text of Aug 19, 2026.');
  expect(doubtText(doubt)).toContain('a text of 19 Aug 2026.');
});
