import { default as library } from 'rrule';
import type { Frequency, Options } from 'rrule';
import { DAY, HOUR, MINUTE, SECOND } from '../../time.ts';
import { dateOf, dayNumber, dayOf, weekdayOf } from '../wallTime.ts';
import type { DayNumber, WallTime } from '../wallTime.ts';
import { atPositions } from './atPositions.ts';
import type { RecurrenceRule } from './rule.ts';
import type { Walk } from './walk.ts';

/** It is not written as a module; so all it exports stands in one object. */
const { RRule, Weekday } = library;

/**
 * Walks a rule by days or coarser. Its days are those that rrule gives, started near `from`: what the rule leaves open
 * is filled in from DTSTART, then DTSTART is moved to the beginning of a period near the one that holds `from`, a
 * multiple of INTERVAL away. Dates without a zone stand for days of the wall clock.
 * BYSETPOS is applied here, because rrule takes the first date of a period for one that lies beyond its end.
 */
export function walkByRrule(rule: RecurrenceRule, start: WallTime, { from, to, budget, visit }: Walk): void {
  const { interval } = rule;
  const startDay = dayOf(start);
  const times = timesOfDay(rule, start - startDay * DAY);
  const periods = periodsOf(rule);
  const phase = periods.position(startDay) % interval;
  const indexOf = (day: DayNumber) => Math.floor((periods.position(day) - phase) / interval);
  const firstDayOf = (index: number) => periods.firstDay(index * interval + phase);
  const blockOf = (day: DayNumber) => Math.floor(indexOf(day) / periods.perBlock);
  const options = { freq: periods.frequency, wkst: rule.weekStart, ...daysFor(rule, startDay) };
  const last = blockOf(Math.min(dayOf(to), LATEST));
  for (let block = blockOf(Math.max(startDay, dayOf(from), EARLIEST)); block <= last; block += 1) {
    if ((budget.steps -= STEPS_PER_BLOCK) < 0) return;
    const [first, end] = [firstDayOf(block * periods.perBlock), firstDayOf((block + 1) * periods.perBlock)];
    const days = daysOf({ ...options, interval }, first, end, periods.perBlock);
    if ((budget.steps -= days.length * times.length) < 0) return;
    const groups = rule.byPosition.length === 0 ? [days] : Map.groupBy(days, indexOf).values();
    for (const group of groups) {
      const walls = group.flatMap((day) => times.map((time) => day * DAY + time));
      if (!atPositions(rule, walls).every((wall) => wall < start || visit(wall))) return;
    }
  }
}

/** rrule takes years below 100 for ones of the twentieth century, and ends with the year 9999. */
const EARLIEST = dayNumber(200, 1, 1);
const LATEST = dayNumber(9999, 12, 31);
/** What a block costs rrule, measured. */
const STEPS_PER_BLOCK = 600;

type DayOptions = Partial<
  Pick<
    Options,
    'freq' | 'interval' | 'wkst' | 'bymonth' | 'bymonthday' | 'byyearday' | 'byweekno' | 'byweekday'
  >
>;

/** Many meetings share a rule but for the time of day, as on every first Monday; so answers are kept, up to a bound. */
const known = new Map<string, readonly DayNumber[]>();
const MOST_KNOWN = 2000;

/** The days of a rule from the first day of one of its periods to the end of a later one, exclusive. */
function daysOf(
  options: DayOptions,
  first: DayNumber,
  end: DayNumber,
  periods: number,
): readonly DayNumber[] {
  const key = JSON.stringify([options, first]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const midnight = { dtstart: new Date(first * DAY), byhour: [0], byminute: [0], bysecond: [0] };
  const rule = new RRule({ ...options, ...midnight }, true);
  // UNTIL does not end a rule that names no date. Nothing does but an interval of zero, which rrule looks for in each
  // period. It reads the interval at the beginning and twice a period; one period too many does no harm.
  const { interval } = rule.options;
  let readsLeft = 1 + 2 * periods;
  Object.defineProperty(rule.options, 'interval', { get: () => ((readsLeft -= 1) < 0 ? 0 : interval) });
  const days = rule.all((date) => date.getTime() < end * DAY).map((date) => dayOf(date.getTime()));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, days);
  return days;
}

/** A rule's years, months, weeks or days, numbered from the beginning of time. */
interface Periods {
  readonly frequency: Frequency;
  /** Blocks of so many, which rrule is asked for at once, begin at the same periods for all rules of a rhythm. */
  readonly perBlock: number;
  position(day: DayNumber): number;
  firstDay(position: number): DayNumber;
}

function periodsOf({ frequency, weekStart }: RecurrenceRule): Periods {
  if (frequency === 'YEARLY') {
    return {
      frequency: RRule.YEARLY,
      perBlock: 4,
      position: (day) => dateOf(day).year,
      firstDay: (year) => dayNumber(year, 1, 1),
    };
  }
  if (frequency === 'MONTHLY') {
    return {
      frequency: RRule.MONTHLY,
      perBlock: 12,
      position: (day) => dateOf(day).year * 12 + dateOf(day).month - 1,
      firstDay: (month) => dayNumber(Math.floor(month / 12), (month % 12) + 1, 1),
    };
  }
  if (frequency === 'WEEKLY') {
    // Any day with the weekday that WKST names, long before the first year.
    const firstWeek = weekStart - 3 - 7 * 200_000;
    return {
      frequency: RRule.WEEKLY,
      perBlock: 26,
      position: (day) => Math.floor((day - firstWeek) / 7),
      firstDay: (week) => firstWeek + week * 7,
    };
  }
  const firstDay = -1_400_000;
  return {
    frequency: RRule.DAILY,
    perBlock: 32,
    position: (day) => day - firstDay,
    firstDay: (position) => position + firstDay,
  };
}

/** The day parts of a rule, with those of DTSTART where it leaves the day open (RFC 5545 §3.3.10). */
function daysFor(rule: RecurrenceRule, startDay: DayNumber): DayOptions {
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

/** The greatest number of one weekday in a year. */
const WEEKS = Array.from({ length: 53 }, (_, index) => index + 1);

/** Where numbered weekdays stand beside plain ones, rrule keeps only days that are both; so the plain ones get all numbers. */
function weekdaysFor({ byDay, byWeekNumber, byYearDay }: RecurrenceRule): Options['byweekday'] {
  const isNumbered = byWeekNumber.length + byYearDay.length === 0 && byDay.some(({ nth }) => nth !== null);
  if (!isNumbered) return byDay.map(({ weekday }) => weekday);
  return byDay.flatMap(({ weekday, nth }) =>
    (nth === null ? WEEKS : [nth]).map((number) => new Weekday(weekday, number)),
  );
}

/** The times of each day, ascending, as BYHOUR, BYMINUTE and BYSECOND name them. */
function timesOfDay({ byHour, byMinute, bySecond }: RecurrenceRule, startTime: number): number[] {
  const hours = listOr(byHour, Math.floor(startTime / HOUR));
  const minutes = listOr(byMinute, Math.floor(startTime / MINUTE) % 60);
  const seconds = listOr(bySecond, Math.floor(startTime / SECOND) % 60);
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * HOUR + minute * MINUTE + second * SECOND)),
  );
}

const listOr = (list: readonly number[], fallback: number): readonly number[] =>
  list.length > 0 ? list : [fallback];
