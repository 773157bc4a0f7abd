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
 * Walks a rule by days or coarser as rrule does, started near `from`: what the rule leaves open is filled in from
 * DTSTART, then DTSTART is moved to the beginning of the period that holds `from`, a multiple of INTERVAL away.
 * Dates without a zone stand for wall times. BYSETPOS is ours, because rrule takes the first date of a period for one
 * that lies beyond its end.
 */
export function walkByRrule(rule: RecurrenceRule, start: WallTime, { from, to, budget, visit }: Walk): void {
  const { interval, frequency } = rule;
  const periods = periodsOf(rule, dayOf(start));
  const indexOf = (wall: WallTime) => Math.floor(periods.position(dayOf(wall)) / interval);
  const first = Math.max(0, indexOf(EARLIEST) + 1, indexOf(from));
  const walked = new RRule(optionsFor(rule, start, new Date(periods.firstDay(first * interval) * DAY)), true);
  // UNTIL does not end a rule that names no date. Nothing does but an interval of zero, which rrule looks for in each
  // period: it reads the interval once at the beginning, then twice a period.
  let readsLeft = 1 + 2 * (indexOf(Math.min(to, LATEST)) - first + 1);
  Object.defineProperty(walked.options, 'interval', {
    get: () => {
      readsLeft -= 1;
      budget.steps -= STEPS_PER_READ[frequency] ?? 0;
      return readsLeft < 0 || budget.steps < 0 ? 0 : interval;
    },
  });
  const give = (walls: readonly WallTime[]) => walls.every((wall) => wall < start || visit(wall));
  if (rule.byPosition.length === 0) {
    walked.all((date) => (budget.steps -= 1) >= 0 && give([date.getTime()]));
    return;
  }
  let period: WallTime[] = [];
  let [index, isWanted] = [first, true];
  walked.all((date) => {
    const wall = date.getTime();
    if (indexOf(wall) !== index) {
      isWanted = give(atPositions(rule, period));
      [period, index] = [[], indexOf(wall)];
    }
    period.push(wall);
    return isWanted && (budget.steps -= 1) >= 0;
  });
  if (isWanted) give(atPositions(rule, period));
}

/** rrule takes years below 100 for ones of the twentieth century, and ends with the year 9999. */
const EARLIEST = dayNumber(100, 1, 1) * DAY;
const LATEST = dayNumber(9999, 12, 31) * DAY;

/** What half a period costs, measured. */
const STEPS_PER_READ: Readonly<Record<string, number>> = { DAILY: 8, WEEKLY: 10, MONTHLY: 20, YEARLY: 80 };

/** A rule's years, months, weeks or days, numbered from the one that holds DTSTART. */
interface Periods {
  position(day: DayNumber): number;
  firstDay(position: number): DayNumber;
}

function periodsOf({ frequency, weekStart }: RecurrenceRule, startDay: DayNumber): Periods {
  if (frequency === 'YEARLY') {
    const { year } = dateOf(startDay);
    return {
      position: (day) => dateOf(day).year - year,
      firstDay: (position) => dayNumber(year + position, 1, 1),
    };
  }
  if (frequency === 'MONTHLY') {
    const monthOf = (day: DayNumber) => dateOf(day).year * 12 + dateOf(day).month - 1;
    const startMonth = monthOf(startDay);
    return {
      position: (day) => monthOf(day) - startMonth,
      firstDay: (position) => {
        const month = startMonth + position;
        return dayNumber(Math.floor(month / 12), month - Math.floor(month / 12) * 12 + 1, 1);
      },
    };
  }
  const length = frequency === 'WEEKLY' ? 7 : 1;
  const firstDay = length === 7 ? startDay - ((weekdayOf(startDay) - weekStart + 7) % 7) : startDay;
  return {
    position: (day) => Math.floor((day - firstDay) / length),
    firstDay: (position) => firstDay + position * length,
  };
}

const FREQUENCY: Readonly<Record<string, Frequency>> = {
  YEARLY: RRule.YEARLY,
  MONTHLY: RRule.MONTHLY,
  WEEKLY: RRule.WEEKLY,
  DAILY: RRule.DAILY,
};

function optionsFor(rule: RecurrenceRule, start: WallTime, dtstart: Date): Partial<Options> {
  const time = start - dayOf(start) * DAY;
  return {
    freq: FREQUENCY[rule.frequency] ?? RRule.DAILY,
    interval: rule.interval,
    dtstart,
    wkst: rule.weekStart,
    ...daysFor(rule, dayOf(start)),
    byhour: listOr(rule.byHour, Math.floor(time / HOUR)),
    byminute: listOr(rule.byMinute, Math.floor(time / MINUTE) % 60),
    bysecond: listOr(rule.bySecond, Math.floor(time / SECOND) % 60),
  };
}

type DayOptions = Partial<Pick<Options, 'bymonth' | 'bymonthday' | 'byyearday' | 'byweekno' | 'byweekday'>>;

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

const listOr = (list: readonly number[], fallback: number): number[] =>
  list.length > 0 ? [...list] : [fallback];
