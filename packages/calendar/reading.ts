import { z } from 'zod';
import type { CalendarDate } from '#base';
import { everyPeriod, fitsDay, intervalOf, periodOf } from './ruleDays.ts';
import { dateText, dayNumber, dayOfDateText, type DayNumber } from './wallTime.ts';

/**
 * Readings: the possible meanings of a schedule written in words. `every second Tuesday` has three: every two weeks
 * starting in either week, and the second Tuesday of each month.
 */

/** A rule, and a date in its home zone on which the meeting takes place under this reading. */
export const reading = z.object({
  /** RRULE value, for example `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`. */
  rule: z.string(),
  /** The date that INTERVAL counts from. */
  anchor: z.string(),
});
export type Reading = z.infer<typeof reading>;

/** What the source of a meeting leaves open about its dates. */
export interface WeekDoubt {
  /** The possible readings; empty if only the weekday is known. */
  readonly readings: readonly Reading[];
  /**
   * Name of a group of meetings of one feed that alternate: no two take place in the same week. Null if there is no
   * such group.
   */
  readonly turn: string | null;
}

/** A Monday, earlier than any date in use. */
const EARLIEST = dayNumber(2023, 1, 2);
/** Days to search; a rule without a date in this period never has one. */
const MAX_SEARCH_DAYS = 800;

const firstDay = (rule: string, from: DayNumber, isWanted: (day: DayNumber) => boolean): DayNumber | null => {
  for (let day = from; day < from + MAX_SEARCH_DAYS; day += 1)
    if (isWanted(day) && fitsDay(rule, day)) return day;
  return null;
};

/** One reading for each week or month in which a rule with INTERVAL can begin. */
function readingsOfRule(rule: string): Reading[] {
  const interval = intervalOf(rule);
  const first = periodOf(rule, EARLIEST);
  return Array.from({ length: interval }, (_, index) => index).flatMap((index) => {
    const isOfPeriod = (day: DayNumber): boolean => (periodOf(rule, day) - first - index) % interval === 0;
    const day = firstDay(rule, EARLIEST, isOfPeriod);
    return day === null ? [] : [{ rule, anchor: dateText(day) }];
  });
}

/**
 * All readings of some rules.
 * @param rules RRULE values that the words may mean
 * @param date a date on which the meeting took place; null if unknown
 */
export function readingsOf(rules: readonly string[], date: CalendarDate | null): Reading[] {
  const all = [...new Set(rules)].flatMap(readingsOfRule);
  return date === null ? all : all.filter((one) => isDateOf(one, date));
}

/** Whether the meeting takes place on a date under a reading. */
export function isDateOf({ rule, anchor }: Reading, date: CalendarDate): boolean {
  const [day, from] = [dayOfDateText(date), dayOfDateText(anchor)];
  if (day === null || from === null || !fitsDay(rule, day)) return false;
  return (periodOf(rule, day) - periodOf(rule, from)) % intervalOf(rule) === 0;
}

/** The next dates of a reading, `from` included. */
export function nextDatesOf(one: Reading, from: CalendarDate, count: number): CalendarDate[] {
  const dates: CalendarDate[] = [];
  const start = dayOfDateText(from) ?? EARLIEST;
  for (let day = start; day < start + MAX_SEARCH_DAYS && dates.length < count; day += 1)
    if (isDateOf(one, dateText(day))) dates.push(dateText(day));
  return dates;
}

/** Whether two readings have the same rule and the same anchor. */
export const isSameReading = (one: Reading, other: Reading): boolean =>
  one.rule === other.rule && isDateOf(one, other.anchor);

/** Whether two readings fall in the same weeks (or months), on any day of them. */
export function isTurnOf(one: Reading, other: Reading): boolean {
  const kind = ({ rule }: Reading): string => `${rule.slice(0, rule.indexOf(';'))} ${intervalOf(rule)}`;
  const [day, otherDay] = [dayOfDateText(one.anchor), dayOfDateText(other.anchor)];
  if (day === null || otherDay === null || kind(one) !== kind(other)) return false;
  return (periodOf(one.rule, day) - periodOf(other.rule, otherDay)) % intervalOf(one.rule) === 0;
}

/** Rules that together cover each date of any of the readings. */
export function rulesOfAll(readings: readonly Reading[]): string[] {
  const rules = [...new Set(readings.map(({ rule }) => everyPeriod(rule)))];
  // Every Tuesday includes the second Tuesday of the month.
  const weekly = rules.find((rule) => /^FREQ=WEEKLY;BYDAY=[A-Z,]+$/.test(rule));
  const days = weekly?.slice('FREQ=WEEKLY;BYDAY='.length).split(',') ?? [];
  const isHeld = (rule: string): boolean =>
    [...rule.matchAll(/BYDAY=([^;]+)/g)].some(([, entries = '']) =>
      entries.split(',').every((entry) => days.includes(entry.replace(/^-?\d/, ''))),
    );
  return weekly === undefined ? rules : [weekly, ...rules.filter((rule) => rule !== weekly && !isHeld(rule))];
}
