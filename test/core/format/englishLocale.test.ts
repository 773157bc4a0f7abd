import { expect, test } from 'vitest';
import { englishLocale, firstDayOfWeek } from '#core/format/englishLocale.ts';
import { clockTime, dayHeading, shortDay } from '#core/format/formatTime.ts';

test.each([
  ['en-GB', 'en-GB'],
  ['en_US.UTF-8', 'en-US'],
  ['en_CA', 'en-CA'],
  ['de', 'en-GB'],
  ['de-AT', 'en-GB'],
  ['de_DE.UTF-8@euro', 'en-GB'],
  ['hi-IN', 'en-AU'],
  ['ko-KR', 'en-US'],
  ['ja-JP', 'en-US-u-hc-h23'],
  ['zh-CN', 'en-US-u-hc-h23'],
  ['C', 'en-GB'],
  ['', 'en-GB'],
  [undefined, 'en-GB'],
])('with the system’s locale %s, dates are written in %s', (system, english) => {
  expect(englishLocale(system)).toBe(english);
});

const evening = Date.UTC(2026, 10, 24, 17);

test.each([
  ['de-DE', 'Tue 24 Nov', 'Tuesday 24 November', '17:00'],
  ['en-US', 'Tue, Nov 24', 'Tuesday, November 24', '5:00 PM'],
  ['hi-IN', 'Tue, 24 Nov', 'Tuesday 24 November', '5:00 pm'],
  ['ja-JP', 'Tue, Nov 24', 'Tuesday, November 24', '17:00'],
  ['fa-IR', 'Tue 24 Nov', 'Tuesday 24 November', '17:00'],
])('a system in %s writes English: %s, %s, %s', (system, short, long, time) => {
  const format = { locale: englishLocale(system), zone: 'UTC', clock: 'locale' } as const;
  // Releases of CLDR differ in commas and in the kind of space.
  const plain = (words: string): string => words.replaceAll(',', '').replaceAll(/\s/gu, ' ');
  expect(plain(shortDay(evening, format))).toBe(plain(short));
  expect(plain(dayHeading('2026-11-24', Date.parse('2026-11-01T12:00Z'), format))).toBe(plain(long));
  expect(plain(clockTime(evening, format))).toBe(time);
});

test('a week begins on Monday in Britain, on Sunday in the United States and on Saturday in Iran', () => {
  expect(firstDayOfWeek('en-GB')).toBe(1);
  expect(firstDayOfWeek('en_US.UTF-8')).toBe(7);
  expect(firstDayOfWeek('fa-IR')).toBe(6);
  expect(firstDayOfWeek('C')).toBe(1);
});
