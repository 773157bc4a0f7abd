import { default as library, type Options } from 'rrule';
import { DAY } from '#base';
import { dateOf, type DayNumber, dayOf, weekdayOf } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';

/** rrule is CommonJS: all its exports are in one default object. */
const { RRule, Weekday } = library;

/** The options for rrule that describe a rule's days. */
export type DayOptions = Partial<
  Pick<
    Options,
    'freq' | 'interval' | 'wkst' | 'bymonth' | 'bymonthday' | 'byyearday' | 'byweekno' | 'byweekday'
  >
>;

/** Cache, cleared when full: many meetings share a rule except for the time of day, as on every first Monday. */
const cache = new Map<string, readonly DayNumber[]>();
const MAX_CACHED = 2000;

/**
 * The days from rrule for a range of a rule's periods: from the first day of one period to the end of a later one,
 * exclusive.
 * @param name cache key; equal for equal options
 */
export function rruleDays(
  { name, options }: { name: string; options: DayOptions },
  first: DayNumber,
  end: DayNumber,
  periods: number,
): readonly DayNumber[] {
  const key = `${name} ${first}`;
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const midnight = { dtstart: new Date(first * DAY), byhour: [0], byminute: [0], bysecond: [0] };
  const rule = new RRule({ ...options, ...midnight }, true);
  // UNTIL does not stop rrule on a rule without dates; only an interval of zero does, which rrule reads at the
  // beginning and twice in each period. So this getter counts reads. One period too many is harmless.
  const { interval } = rule.options;
  let readsLeft = 1 + 2 * periods;
  Object.defineProperty(rule.options, 'interval', { get: () => ((readsLeft -= 1) < 0 ? 0 : interval) });
  const days = rule.all((date) => date.getTime() < end * DAY).map((date) => dayOf(date.getTime()));
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, days);
  return days;
}

/** The day parts of a rule, completed from DTSTART where the rule leaves the day open (RFC 5545 §3.3.10). */
export function dayParts(rule: RecurrenceRule, startDay: DayNumber): DayOptions {
  const { frequency, byMonth, byMonthDay, byYearDay, byWeekNumber, byDay } = rule;
  const written: DayOptions = {
    ...(byMonth.length > 0 && { bymonth: [...byMonth] }),
    ...(byMonthDay.length > 0 && { bymonthday: [...byMonthDay] }),
    ...(byYearDay.length > 0 && { byyearday: [...byYearDay] }),
    ...(byWeekNumber.length > 0 && { byweekno: [...byWeekNumber] }),
    ...(byDay.length > 0 && { byweekday: weekdaysFor(rule) }),
  };
  if (frequency === 'DAILY' || byDay.length + byMonthDay.length + byYearDay.length > 0) return written;
  if (frequency === 'WEEKLY' || byWeekNumber.length > 0)
    return { ...written, byweekday: [weekdayOf(startDay)] };
  const { month, dayOfMonth } = dateOf(startDay);
  return {
    ...written,
    bymonthday: [dayOfMonth],
    ...(frequency === 'YEARLY' && byMonth.length === 0 && { bymonth: [month] }),
  };
}

/** Maximum occurrences of one weekday in a year. */
const WEEKS = Array.from({ length: 53 }, (_, index) => index + 1);

/**
 * If a rule mixes numbered and plain weekdays, rrule keeps only days that match both; so plain ones are expanded to
 * all numbers.
 */
function weekdaysFor({ byDay, byWeekNumber, byYearDay }: RecurrenceRule): Options['byweekday'] {
  const isNumbered = byWeekNumber.length + byYearDay.length === 0 && byDay.some(({ nth }) => nth !== null);
  if (!isNumbered) return byDay.map(({ weekday }) => weekday);
  return byDay.flatMap(({ weekday, nth }) =>
    (nth === null ? WEEKS : [nth]).map((number) => new Weekday(weekday, number)),
  );
}
