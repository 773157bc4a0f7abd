import * as fc from 'fast-check';
import { default as library } from 'rrule';
import { describe, expect, test } from 'vitest';
import { readRule } from '../recurrence/readRule.ts';
import type { RecurrenceRule } from '../recurrence/rule.ts';
import { walkRule } from '../recurrence/walkRule.ts';
import { cpuTimeOf } from '#test/cpuTime.ts';
import { runs } from '#test/effort.ts';

const { RRule } = library;

const DAY = 24 * 60 * 60 * 1000;

function ruleOf(text: string): RecurrenceRule {
  const { rule, flaw } = readRule(text, () => null);
  if (rule === null) throw new Error(`${text}: ${flaw}`);
  return rule;
}

/** Wall times of a rule in [from, to], walked from `walkFrom`. Each call parses a new rule, so no cache applies. */
function walls(text: string, start: number, walkFrom: number, from: number, to: number): number[] {
  const found: number[] = [];
  const visit = (wall: number) => {
    if (wall > to) return false;
    if (wall >= from) found.push(wall);
    return true;
  };
  walkRule(ruleOf(text), start, { from: walkFrom, to, budget: { steps: 20_000_000 }, visit });
  return found;
}

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 });
const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
  fc.option(
    values.map((list) => `;${name}=${list.join(',')}`),
    { nil: '' },
  );
/** Ascending, because rrule emits times in the order in which hours and minutes are listed. */
const numbers = (min: number, max: number) =>
  fc
    .uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 })
    .map((list) => list.toSorted((a, b) => a - b));
const signed = (max: number) => fc.oneof(numbers(1, max), numbers(-max, -1));
const interval = fc.integer({ min: 1, max: 5 }).map((number) => `;INTERVAL=${number}`);
// For positions beyond a set rrule picks any date; RFC 5545 picks none.
const position = fc.option(fc.constantFrom(';BYSETPOS=1', ';BYSETPOS=-1'), { nil: '' });
const times = fc
  .tuple(part('BYHOUR', numbers(0, 23)), part('BYMINUTE', numbers(0, 59)))
  .map((parts) => parts.join(''));
const nthDays = fc.uniqueArray(
  fc.tuple(fc.constantFrom('1', '2', '4', '-1', '-2', '5'), weekday).map((two) => two.join('')),
  {
    minLength: 1,
    maxLength: 2,
  },
);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((list) => list.join(''));

const dailyAndSlower: fc.Arbitrary<string> = fc.oneof(
  joined(
    fc.constant('FREQ=DAILY'),
    interval,
    part('BYMONTH', numbers(1, 12)),
    part('BYDAY', weekdays),
    times,
  ),
  joined(
    fc.constant('FREQ=WEEKLY'),
    interval,
    part('BYDAY', weekdays),
    weekday.map((day) => `;WKST=${day}`),
    position,
    times,
  ),
  joined(
    fc.constant('FREQ=MONTHLY'),
    interval,
    fc.oneof(part('BYDAY', weekdays), part('BYDAY', nthDays), part('BYMONTHDAY', signed(31))),
    position,
  ),
  joined(fc.constant('FREQ=DAILY'), interval, part('BYMONTHDAY', signed(31)), times),
  joined(
    fc.constant('FREQ=MONTHLY;BYMONTHDAY=13'),
    interval,
    part('BYDAY', weekdays),
    part('BYMONTH', numbers(1, 12)),
  ),
  joined(
    fc.constant('FREQ=YEARLY'),
    interval,
    part('BYMONTH', numbers(1, 12)),
    fc.oneof(part('BYDAY', nthDays), part('BYMONTHDAY', signed(31))),
  ),
  joined(fc.constant('FREQ=YEARLY'), interval, part('BYYEARDAY', signed(366)), position),
  // rrule assigns the first and last week of a year to the year of each day.
  joined(fc.constant('FREQ=YEARLY;BYDAY=TU'), interval, part('BYWEEKNO', numbers(2, 51))),
);
const rules: fc.Arbitrary<string> = fc.oneof(
  dailyAndSlower,
  joined(
    fc.constant('FREQ=HOURLY'),
    fc.integer({ min: 1, max: 50 }).map((n) => `;INTERVAL=${n}`),
    part('BYDAY', weekdays),
    part('BYMINUTE', numbers(0, 59)),
  ),
  joined(
    fc.constant('FREQ=MINUTELY'),
    fc.integer({ min: 7, max: 500 }).map((n) => `;INTERVAL=${n}`),
    part('BYHOUR', numbers(0, 23)),
    part('BYDAY', weekdays),
  ),
);
const starts = fc
  .record({ day: fc.integer({ min: 0, max: 365 * 40 }), minute: fc.integer({ min: 0, max: 24 * 60 - 1 }) })
  .map(({ day, minute }) => Date.UTC(1985, 0, 1) + day * DAY + minute * 60_000);
const distances = fc.integer({ min: -30, max: 4000 }).map((days) => days * DAY);

describe('a rule that starts near the window', () => {
  test('gives the same dates as one walked from DTSTART', { tags: ['deep'] }, () => {
    fc.assert(
      fc.property(rules, starts, distances, (text, start, distance) => {
        const from = start + distance;
        const to = from + 60 * DAY;
        expect(walls(text, start, from, from, to)).toEqual(walls(text, start, start, from, to));
      }),
      { numRuns: runs(300) },
    );
  });

  // rrule never returns from some finer rules without dates, and counts BYSETPOS of a first week from DTSTART.
  test('gives the dates that rrule gives from DTSTART', { tags: ['deep'] }, () => {
    fc.assert(
      fc.property(dailyAndSlower, starts, fc.integer({ min: 7, max: 700 }), (text, start, days) => {
        const from = start + days * DAY;
        const to = from + 60 * DAY;
        const theirs = new RRule({
          ...RRule.parseString(text),
          dtstart: new Date(start),
          until: new Date(to),
        });
        const wanted = theirs
          .all()
          .map((date) => date.getTime())
          .filter((wall) => wall >= from);
        expect(walls(text, start, from, from, to)).toEqual(wanted);
      }),
      { numRuns: runs(200) },
    );
  });
});

test.each([
  ['FREQ=MONTHLY;BYMONTHDAY=31', ['2026-01-31', '2026-03-31', '2026-05-31']],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', ['2028-02-29']],
  ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR', ['2027-01-01']],
  ['FREQ=YEARLY;INTERVAL=2;BYWEEKNO=53;BYDAY=FR', ['2027-01-01']],
  ['FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=SU', ['2026-01-04', '2028-01-09']],
  ['FREQ=MONTHLY;BYDAY=1FR;BYMONTHDAY=13', []],
])('%s gives existing days only', (text, dates) => {
  const start = Date.UTC(2026, 0, 1, 9);
  const found = walls(text, start, start, start, Date.UTC(dates.length === 3 ? 2026 : 2028, 5, 30));
  expect(found.map((wall) => new Date(wall).toISOString().slice(0, 10))).toEqual(dates);
});

test.each([
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=7',
  'FREQ=MONTHLY;BYDAY=1FR;BYMONTHDAY=13',
  'FREQ=MONTHLY;INTERVAL=999999999;BYMONTHDAY=1;BYMONTH=2',
  'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31',
  'FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1',
  'FREQ=HOURLY;INTERVAL=24;BYHOUR=5',
  'FREQ=MINUTELY;INTERVAL=1440;BYHOUR=5',
  'FREQ=SECONDLY;BYMONTHDAY=31;BYMONTH=2',
  'FREQ=SECONDLY;INTERVAL=999999999;BYSECOND=7',
])('%s has no dates, and the walk ends', (text) => {
  const found: number[] = [];
  const visit = (wall: number) => found.push(wall) < 10;
  const walk = () =>
    walkRule(ruleOf(text), 0, { from: 0, to: Infinity, budget: { steps: 1_000_000 }, visit });
  expect(cpuTimeOf(walk)).toBeLessThan(2_000);
  expect(found).toEqual([]);
});

test('a spent budget ends the walk', () => {
  const budget = { steps: 1000 };
  let count = 0;
  const visit = () => {
    count += 1;
    return true;
  };
  walkRule(ruleOf('FREQ=SECONDLY'), 0, { from: 0, to: Infinity, budget, visit });
  expect(count).toBeLessThanOrEqual(500);
  expect(budget.steps).toBeLessThan(0);
});
