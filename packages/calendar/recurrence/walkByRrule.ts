import { default as library, type Frequency } from 'rrule';
import { DAY } from '#base';
import { dateOf, dayNumber, type DayNumber, dayOf, type WallTime, weekdayOf } from '../wallTime.ts';
import { atPositions } from './atPositions.ts';
import { type DayOptions, dayParts, rruleDays } from './rruleDays.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesWithin } from './timesWithin.ts';
import type { Walk } from './walk.ts';

const { RRule } = library;

/**
 * Walks a rule with days or coarser periods through rrule. Parts that the rule leaves open are filled in from
 * DTSTART; then DTSTART moves to the beginning of a period near `from`, a multiple of INTERVAL away. Dates without a
 * zone are days of the wall clock.
 * BYSETPOS is applied here, because rrule takes the first date of a period for one beyond its end.
 */
export function walkByRrule(rule: RecurrenceRule, start: WallTime, { from, to, budget, visit }: Walk): void {
  const plan = planOf(rule, start);
  const { times, indexOf, firstDayOf, perBlock, endOfBlock, periodsAsked } = plan;
  const blockOf = (day: DayNumber) => Math.floor(indexOf(day) / perBlock);
  const nearest = Math.max(dayOf(start), dayOf(from), EARLIEST);
  const firstWanted = firstDayOf(indexOf(nearest));
  const last = blockOf(Math.min(dayOf(to), LATEST));
  for (let block = blockOf(nearest); block <= last; block += 1) {
    if ((budget.steps -= STEPS_PER_BLOCK) < 0) return;
    const days = rruleDays(plan, firstDayOf(block * perBlock), endOfBlock(block), periodsAsked);
    if ((budget.steps -= days.length * times.length) < 0) return;
    const groups = rule.byPosition.length === 0 ? [days] : Map.groupBy(days, indexOf).values();
    for (const group of groups) {
      const wanted = group.filter((day) => day >= firstWanted);
      const walls = wanted.flatMap((day) => times.map((time) => day * DAY + time));
      if (!atPositions(rule, walls).every((wall) => wall < start || visit(wall))) return;
    }
  }
}

/** rrule reads years below 100 as years of the twentieth century, and ends with the year 9999. */
const EARLIEST = dayNumber(200, 1, 1);
const LATEST = dayNumber(9999, 12, 31);
/** Measured cost of a block, in steps. */
const STEPS_PER_BLOCK = 600;

/** The parts of a rule that do not depend on the window. */
interface Plan {
  readonly name: string;
  readonly options: DayOptions;
  /** Times of each day, in ms from midnight. */
  readonly times: readonly number[];
  readonly perBlock: number;
  /** First day after the block that rrule expands. */
  readonly endOfBlock: (block: number) => DayNumber;
  /** Number of rrule's periods that a block overlaps. */
  readonly periodsAsked: number;
  /** The rule's periods, numbered in steps of INTERVAL from one long before DTSTART. */
  readonly indexOf: (day: DayNumber) => number;
  readonly firstDayOf: (index: number) => DayNumber;
}

const plans = new WeakMap<RecurrenceRule, { start: WallTime; plan: Plan }>();

function planOf(rule: RecurrenceRule, start: WallTime): Plan {
  const known = plans.get(rule);
  if (known?.start === start) return known.plan;
  const { interval } = rule;
  const startDay = dayOf(start);
  const isByWeeks = rule.frequency === 'YEARLY' && rule.byWeekNumber.length > 0;
  const { frequency, perBlock, position, firstDay } = isByWeeks ? yearsOfWeeks(rule) : periodsOf(rule);
  const phase = (isByWeeks ? dateOf(startDay).year : position(startDay)) % interval;
  const firstDayOf = (index: number) => firstDay(index * interval + phase);
  const options = {
    freq: frequency,
    // rrule counts calendar years, so the last week of a year may be in a year that INTERVAL skips.
    interval: isByWeeks ? 1 : interval,
    wkst: rule.weekStart,
    ...dayParts(rule, startDay),
  };
  const plan: Plan = {
    name: JSON.stringify(options),
    options,
    times: timesWithin(rule, DAY, start),
    perBlock,
    endOfBlock: isByWeeks
      ? (block) => firstDay(block * interval + phase + 1)
      : (block) => firstDayOf((block + 1) * perBlock),
    periodsAsked: isByWeeks ? 3 : perBlock,
    indexOf: (day) => Math.floor((position(day) - phase) / interval),
    firstDayOf,
  };
  plans.set(rule, { start, plan });
  return plan;
}

/** A rule's years, months, weeks or days, numbered from the epoch of the calendar. */
interface Periods {
  readonly frequency: Frequency;
  /**
   * Periods in a block that rrule expands at once. Blocks begin at the same periods for all rules of a rhythm, to
   * share the cache.
   */
  readonly perBlock: number;
  readonly position: (day: DayNumber) => number;
  readonly firstDay: (position: number) => DayNumber;
}

/** Years of whole weeks for BYWEEKNO: the first week has at least four days in the year (RFC 5545 §3.3.10). */
function yearsOfWeeks({ weekStart }: RecurrenceRule): Periods {
  const weekOf = (day: DayNumber) => day - ((weekdayOf(day) - weekStart + 7) % 7);
  return {
    frequency: RRule.YEARLY,
    perBlock: 1,
    position: (day) => dateOf(weekOf(day) + 3).year,
    firstDay: (year) => weekOf(dayNumber(year, 1, 4)),
  };
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
  const isWeekly = frequency === 'WEEKLY';
  const length = isWeekly ? 7 : 1;
  // Any day with the weekday of WKST, long before the first year.
  const origin = weekStart - 3 - 7 * 200_000;
  return {
    frequency: isWeekly ? RRule.WEEKLY : RRule.DAILY,
    perBlock: 30,
    position: (day) => Math.floor((day - origin) / length),
    firstDay: (position) => origin + position * length,
  };
}
