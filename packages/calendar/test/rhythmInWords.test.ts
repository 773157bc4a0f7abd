import { expect, test } from 'vitest';
import { recurringSeries } from '../recurringSeries.ts';
import { rhythmInWords } from '../rhythmInWords.ts';

/** The words for a rule; its series starts on Tuesday, 24 November 2026. */
const words = (rule: string | null, rdates: string[] = []) =>
  rhythmInWords(
    recurringSeries({
      uid: 'r',
      title: 'R',
      start: '2026-11-24T09:00',
      zone: 'Europe/Berlin',
      rule,
      durationMinutes: 60,
      rdates,
    }),
  );

test.each([
  ['FREQ=DAILY', 'every day'],
  ['FREQ=DAILY;INTERVAL=3', 'every 3 days'],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
  ['FREQ=DAILY;INTERVAL=2;BYDAY=TU', 'every 2 days on Tuesday'],
  ['FREQ=WEEKLY', 'every Tuesday'],
  ['FREQ=WEEKLY;BYDAY=FR,MO', 'every Monday and Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'every day'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every 2 weeks on Friday'],
  ['FREQ=WEEKLY;INTERVAL=4;BYDAY=MO,TU,WE,TH,FR', 'every 4 weeks on weekdays'],
  ['FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2', 'every Tuesday in January and February'],
  ['FREQ=MONTHLY', '24th of the month'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', '1st and 15th of the month'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'last day of the month'],
  ['FREQ=MONTHLY;BYDAY=1MO', 'first Monday of the month'],
  ['FREQ=MONTHLY;BYDAY=2TU,4TU', 'second and fourth Tuesday of the month'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'last Friday of the month'],
  ['FREQ=MONTHLY;BYDAY=-2FR', 'second to last Friday of the month'],
  ['FREQ=MONTHLY;BYDAY=1MO,3WE', 'first Monday and third Wednesday of the month'],
  ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=3', 'third Tuesday of the month'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'last weekday of the month'],
  ['FREQ=MONTHLY;BYDAY=TU', 'every Tuesday of the month'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', 'every 3 months on the first Monday'],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'every month, on changing days'],
  ['FREQ=YEARLY', 'every year on 24 November'],
  ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'every year on 24 December'],
  ['FREQ=YEARLY;INTERVAL=2', 'every 2 years on 24 November'],
  ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'fourth Thursday of November'],
  ['FREQ=YEARLY;BYYEARDAY=100', 'every year, on changing days'],
  ['FREQ=HOURLY;INTERVAL=6', 'every 6 hours'],
])('%s is “%s”', (rule, expected) => expect(words(rule)).toBe(expected));

test('a single date has no rhythm, several added dates have no name', () => {
  expect(words(null)).toBeNull();
  expect(words(null, ['2026-12-01T09:00'])).toBe('on several dates');
});

test('a meeting with only a known weekday takes place on some of them', () => {
  const series = recurringSeries({
    uid: 'r',
    title: 'R',
    start: '2026-11-25T09:00',
    zone: 'Europe/Berlin',
    rule: 'FREQ=MONTHLY;BYDAY=WE',
    durationMinutes: 60,
    rdates: [],
  });
  const doubt = { readings: [], turn: null };
  expect(rhythmInWords({ ...series, doubt })).toBe('some Wednesdays of the month');
});
