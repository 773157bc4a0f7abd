import { describe, expect, test } from 'vitest';
import { dayInWords, isMonthFirst } from '#core/search/dayInWords.ts';

/** A Tuesday. */
const TODAY = '2026-11-24';
const on = (text: string, monthFirst = false) => dayInWords(text, TODAY, monthFirst);

describe('the date of words', () => {
  test.each([
    ['today', '2026-11-24'],
    ['tom', '2026-11-25'],
    ['Tomorrow', '2026-11-25'],
    ['yesterday', '2026-11-23'],
  ])('%s', (text, date) => expect(on(text)).toBe(date));

  test.each([
    ['tue', '2026-11-24'],
    ['Thursday', '2026-11-26'],
    ['mon', '2026-11-30'],
    ['this mon', '2026-11-23'],
    ['next tue', '2026-12-01'],
    ['next fri', '2026-12-04'],
    ['last tue', '2026-11-17'],
    ['last mon', '2026-11-23'],
  ])('a weekday: %s', (text, date) => expect(on(text)).toBe(date));

  test.each([
    ['next week', '2026-12-01'],
    ['last month', '2026-10-24'],
    ['in 3 weeks', '2026-12-15'],
    ['in a month', '2026-12-24'],
    ['in 10 d', '2026-12-04'],
    ['2 weeks ago', '2026-11-10'],
  ])('a distance: %s', (text, date) => expect(on(text)).toBe(date));

  test.each([
    ['24 dec', '2026-12-24'],
    ['24. December', '2026-12-24'],
    ['dec 24', '2026-12-24'],
    ['Dec 24th, 2027', '2027-12-24'],
    ['24 dec 2025', '2025-12-24'],
  ])('a month by name: %s', (text, date) => expect(on(text)).toBe(date));

  test.each([
    ['2026-12-24', '2026-12-24'],
    ['24.12.', '2026-12-24'],
    ['24/12/26', '2026-12-24'],
    ['3.2.2027', '2027-02-03'],
  ])('numbers: %s', (text, date) => expect(on(text)).toBe(date));

  test('numbers are in the order of the locale', () => {
    expect([on('1/2/2027'), on('1/2/2027', true)]).toEqual(['2027-02-01', '2027-01-02']);
    expect([isMonthFirst('en-GB'), isMonthFirst('en-US')]).toEqual([false, true]);
  });

  test('without a year it is the nearest date', () => {
    expect([on('10 nov'), on('10 jan'), on('29 feb')]).toEqual(['2026-11-10', '2027-01-10', null]);
  });

  test.each(['', 're', 'release', 'tu', '31 feb', 'in 3', '3 weeks', 'market', 'next', '99/99', 'in weeks'])(
    'no date: %s',
    (text) => expect(on(text)).toBeNull(),
  );
});
