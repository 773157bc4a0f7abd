import {
  dateText,
  dayNumber,
  dayOf,
  dateOf,
  wallTimeOfText,
  weekdayOf,
  type DayNumber,
} from '../calendar/wallTime.ts';
import type { CalendarDate } from '../time.ts';
import type { CatalogueWhen } from './catalogueFile.ts';

/** A rule of the catalogue as iCalendar has it. */
export interface WhenRule {
  /** RRULE value. */
  readonly rule: string;
  /** First date. */
  readonly start: CalendarDate;
  /** The dates are candidates: the rule does not say which of them hold. */
  readonly isWeekUnknown: boolean;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Dates begin here where the catalogue names none: before any note that could hang on one. */
const EARLIEST = dayNumber(2023, 1, 1);

/** Long years have 53 weeks (ISO 8601), so that 53 and 1 are odd neighbours. */
const WEEKS_OF_YEAR = Array.from({ length: 53 }, (_, index) => index + 1);

/** Week of a day by ISO 8601: weeks begin on Monday, and the first one of a year holds its first Thursday. */
export function isoWeekOf(day: DayNumber): number {
  const thursday = day - weekdayOf(day) + 3;
  const firstOfYear = dayNumber(dateOf(thursday).year, 1, 1);
  return Math.floor((thursday - firstOfYear) / 7) + 1;
}

function firstDay(from: DayNumber, fits: (day: DayNumber) => boolean): CalendarDate {
  let day = from;
  while (!fits(day)) day++;
  return dateText(day);
}

/** Turns a rule of the catalogue into one that can be expanded. */
export function whenRule(when: CatalogueWhen): WhenRule {
  const on = typeof when.on === 'string' ? [when.on] : when.on;
  const isOn = (day: DayNumber): boolean => on.includes(WEEKDAYS[weekdayOf(day)] ?? 'MO');
  const days = `BYDAY=${on.join(',')}`;
  switch (when.kind) {
    case 'weekly': {
      const start = when.anchor ?? firstDay(EARLIEST, isOn);
      const isWeekUnknown = when.weeks > 1 && when.anchor === null;
      return { rule: `FREQ=WEEKLY;INTERVAL=${when.weeks};${days}`, start, isWeekUnknown };
    }
    case 'isoWeeks': {
      const isWanted = (week: number): boolean => week % 2 === Number(when.parity === 'odd');
      const weeks = WEEKS_OF_YEAR.filter(isWanted).join(',');
      const start = firstDay(EARLIEST, (day) => isOn(day) && isWanted(isoWeekOf(day)));
      return { rule: `FREQ=YEARLY;BYWEEKNO=${weeks};${days}`, start, isWeekUnknown: false };
    }
    case 'monthly': {
      const { nth } = when;
      if (nth === null) {
        return { rule: `FREQ=MONTHLY;${days}`, start: firstDay(EARLIEST, isOn), isWeekUnknown: true };
      }
      const start = firstDay(EARLIEST, (day) => isOn(day) && isNthOfMonth(day, nth));
      return { rule: `FREQ=MONTHLY;BYDAY=${nth}${when.on}`, start, isWeekUnknown: false };
    }
  }
}

function isNthOfMonth(day: DayNumber, nth: number): boolean {
  const { dayOfMonth } = dateOf(day);
  if (nth > 0) return Math.ceil(dayOfMonth / 7) === nth;
  const { dayOfMonth: later } = dateOf(day - nth * 7);
  const { dayOfMonth: last } = dateOf(day + (-nth - 1) * 7);
  return later <= 7 && last >= dayOfMonth;
}

/** Where the first date is, as a wall time: `2026-11-24T09:00`. */
export const startText = (start: CalendarDate, time: string): string => `${start}T${time}`;

/** Whether a date falls on a day that the rule names; an anchor that does not is a slip of the pen. */
export function anchorFits(when: CatalogueWhen): boolean {
  if (when.kind !== 'weekly' || when.anchor === null) return true;
  const wall = wallTimeOfText(`${when.anchor}T00:00`);
  return wall !== null && when.on.includes(WEEKDAYS[weekdayOf(dayOf(wall))] ?? 'MO');
}
