import { expect, test } from 'vitest';
import { timeWidth } from '#renderer/agenda/timeWidth.ts';

test('the column of times is as wide as its widest time, whatever the clock', () => {
  const format = { locale: 'en-US', zone: 'Asia/Kathmandu' };
  expect(timeWidth({ ...format, clock: '12' })).toBe('12:00 AM'.length);
  expect(timeWidth({ ...format, clock: '24' })).toBe(6);
});
