import { readRule } from './recurrence/readRule.ts';
import type { RecurrenceRule, RuleDay } from './recurrence/rule.ts';
import type { Series } from './series.ts';
import { dateOf, type DayNumber, dayOf, type Weekday, weekdayOf } from './wallTime.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const UNITS = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
} as const;

/**
 * Describes when a series repeats, in English, for use after a title: `every 2 weeks on Friday`, `first Monday of the
 * month`.
 * Null for a series without a rule. The end, exclusions and the time of day are not described.
 */
export function rhythmInWords({ pattern, doubt }: Series): string | null {
  if (pattern === null) return null;
  const [rule, ...others] = pattern.rules;
  if (rule === undefined) return pattern.added.length > 0 ? 'on several dates' : null;
  if (others.length > 0) return 'on several rhythms';
  if (doubt !== null && isEachOfMonth(rule))
    return `some ${joined(weekdaysOf(rule.byDay).map((one) => `${weekdayName(one)}s`))} of the month`;
  return ruleInWords(rule, dayOf(pattern.start));
}

/**
 * Whether the rule names plain weekdays of a month. If its week is in doubt, one or some of them are meant, and which
 * is unknown.
 */
const isEachOfMonth = ({ frequency, interval, byDay, byPosition, byMonthDay }: RecurrenceRule): boolean =>
  frequency === 'MONTHLY' &&
  interval === 1 &&
  byDay.length > 0 &&
  byDay.every(({ nth }) => nth === null) &&
  byPosition.length + byMonthDay.length === 0;

/**
 * Describes a rule of a community page in the same words: `second Tuesday of the month`.
 * @param rule RRULE value that names its days; the result is empty if it cannot be read
 */
export function readingInWords(rule: string): string {
  const read = readRule(rule, () => null);
  return read.rule === null ? '' : ruleInWords(read.rule, 0);
}

function ruleInWords(rule: RecurrenceRule, startDay: DayNumber): string {
  const months = rule.byMonth.map((month) => MONTHS[month - 1] ?? '');
  const inMonths = months.length > 0 ? ` in ${joined(months)}` : '';
  if (rule.frequency === 'YEARLY') return yearlyInWords(rule, startDay, months);
  if (rule.frequency === 'MONTHLY') return monthlyInWords(rule, startDay) + inMonths;
  const isWeekly = rule.frequency === 'WEEKLY';
  const weekdays = weekdaysOf(
    rule.byDay.length === 0 && isWeekly ? [{ weekday: weekdayOf(startDay), nth: null }] : rule.byDay,
  );
  if (weekdays.length === 0) return every(rule) + inMonths;
  const isByWeekdays = rule.interval === 1 && (isWeekly || rule.frequency === 'DAILY');
  if (!isByWeekdays) {
    return `${every(rule)} on ${isWorkweek(weekdays) ? 'weekdays' : joined(weekdays.map(weekdayName))}${inMonths}`;
  }
  if (weekdays.length === 7) return `every day${inMonths}`;
  return `every ${isWorkweek(weekdays) ? 'weekday' : joined(weekdays.map(weekdayName))}${inMonths}`;
}

function monthlyInWords(rule: RecurrenceRule, startDay: DayNumber): string {
  const days = daysOfMonth(rule, startDay);
  if (days === null) return `${every(rule)}, on changing days`;
  return rule.interval === 1 ? `${days} of the month` : `${every(rule)} on the ${days}`;
}

function yearlyInWords(rule: RecurrenceRule, startDay: DayNumber, months: readonly string[]): string {
  const start = dateOf(startDay);
  const isPlain =
    rule.byDay.length + rule.byWeekNumber.length + rule.byYearDay.length + rule.byPosition.length === 0 &&
    months.length < 2;
  if (isPlain && rule.byMonthDay.length < 2) {
    const day = rule.byMonthDay[0] ?? start.dayOfMonth;
    const month = months[0] ?? (rule.byMonthDay.length === 0 ? MONTHS[start.month - 1] : undefined);
    if (month !== undefined && day > 0) return `${every(rule)} on ${day} ${month}`;
  }
  const parity = weekParity(rule.byWeekNumber);
  if (parity !== null && rule.interval === 1 && months.length === 0 && rule.byDay.length > 0) {
    return `${parity} weeks on ${joined(weekdaysOf(rule.byDay).map(weekdayName))}`;
  }
  const days = months.length > 0 ? daysOfMonth(rule, startDay) : null;
  if (days !== null) return `${rule.interval === 1 ? '' : `${every(rule)}, `}${days} of ${joined(months)}`;
  return `${every(rule)}, on changing days`;
}

/** Whether weeks are all odd or all even weeks of the year, with or without week 53; null for any other choice. */
function weekParity(weeks: readonly number[]): 'odd' | 'even' | null {
  const first = weeks[0] ?? 0;
  const isEverySecond = weeks.every((week, position) => week === first + 2 * position);
  if (!isEverySecond || weeks.length < 26) return null;
  return first === 1 ? 'odd' : first === 2 ? 'even' : null;
}

/** The days that a rule names in each of its months; null if the words would be longer than helpful. */
function daysOfMonth(rule: RecurrenceRule, startDay: DayNumber): string | null {
  if (rule.byWeekNumber.length + rule.byYearDay.length > 0) return null;
  const weekdays = weekdaysOf(rule.byDay);
  if (rule.byPosition.length > 0) {
    if (rule.byMonthDay.length > 0 || rule.byDay.some(({ nth }) => nth !== null)) return null;
    const [only] = weekdays;
    const kind =
      weekdays.length === 7
        ? 'day'
        : isWorkweek(weekdays)
          ? 'weekday'
          : weekdays.length === 1 && only !== undefined
            ? weekdayName(only)
            : null;
    return kind === null ? null : `${joined(inOrder(rule.byPosition).map(ordinalWord))} ${kind}`;
  }
  if (rule.byMonthDay.length > 0) {
    if (rule.byDay.length > 0) return null;
    return joined(
      inOrder(rule.byMonthDay).map((day) =>
        day === -1 ? 'last day' : day < 0 ? `${ordinalWord(day)} day` : ordinal(day),
      ),
    );
  }
  if (rule.byDay.length === 0) return ordinal(dateOf(startDay).dayOfMonth);
  const every = rule.byDay.filter(({ nth }) => nth === null);
  if (every.length === rule.byDay.length) return `every ${joined(weekdays.map(weekdayName))}`;
  if (every.length > 0) return null;
  const [only] = weekdays;
  if (weekdays.length === 1 && only !== undefined) {
    return `${joined(inOrder(rule.byDay.map(({ nth }) => nth ?? 1)).map(ordinalWord))} ${weekdayName(only)}`;
  }
  return joined(rule.byDay.map(({ weekday, nth }) => `${ordinalWord(nth ?? 1)} ${weekdayName(weekday)}`));
}

const weekdayName = (weekday: Weekday) => WEEKDAYS[weekday] ?? '';

const every = ({ frequency, interval }: RecurrenceRule) =>
  interval === 1 ? `every ${UNITS[frequency]}` : `every ${interval} ${UNITS[frequency]}s`;

const weekdaysOf = (days: readonly RuleDay[]): Weekday[] =>
  [...new Set(days.map(({ weekday }) => weekday))].sort((one, other) => one - other);

const isWorkweek = (weekdays: readonly Weekday[]) => weekdays.join('') === '01234';

/** Ascending, with positions counted from the end last. */
const inOrder = (positions: readonly number[]) =>
  positions.toSorted((one, other) => Number(one < 0) - Number(other < 0) || one - other);

const WORDS = ['', 'first', 'second', 'third', 'fourth', 'fifth'] as const;

const ordinalWord = (position: number): string => {
  if (position === -1) return 'last';
  if (position < 0) return `${ordinalWord(-position)} to last`;
  return WORDS[position] ?? ordinal(position);
};

const ordinal = (number: number): string => {
  const teens = number % 100;
  const ending = teens > 10 && teens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
};

const joined = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
