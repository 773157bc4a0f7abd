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

type Weekday = (typeof WEEKDAYS)[number];

const isOneOf =
  (on: readonly Weekday[]) =>
  (day: DayNumber): boolean =>
    on.includes(WEEKDAYS[weekdayOf(day)] ?? 'MO');

/** Turns a rule of the catalogue into one that can be expanded. */
export function whenRule(when: CatalogueWhen): WhenRule {
  if (when.kind === 'weekly') return weekly(when);
  return when.kind === 'isoWeeks' ? isoWeeks(when) : monthly(when);
}

function weekly({ weeks, on, anchor }: CatalogueWhen & { kind: 'weekly' }): WhenRule {
  return {
    rule: `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=${on.join(',')}`,
    start: anchor ?? firstDay(EARLIEST, isOneOf(on)),
    isWeekUnknown: weeks > 1 && anchor === null,
  };
}

function isoWeeks({ parity, on }: CatalogueWhen & { kind: 'isoWeeks' }): WhenRule {
  const isWanted = (week: number): boolean => week % 2 === Number(parity === 'odd');
  return {
    rule: `FREQ=YEARLY;BYWEEKNO=${WEEKS_OF_YEAR.filter(isWanted).join(',')};BYDAY=${on.join(',')}`,
    start: firstDay(EARLIEST, (day) => isOneOf(on)(day) && isWanted(isoWeekOf(day))),
    isWeekUnknown: false,
  };
}

function monthly({ nth, on }: CatalogueWhen & { kind: 'monthly' }): WhenRule {
  const isOn = isOneOf([on]);
  // Which one of the month is not known, so each of them is a candidate.
  if (nth === null) {
    return { rule: `FREQ=MONTHLY;BYDAY=${on}`, start: firstDay(EARLIEST, isOn), isWeekUnknown: true };
  }
  const start = firstDay(EARLIEST, (day) => isOn(day) && isNthOfMonth(day, nth));
  return { rule: `FREQ=MONTHLY;BYDAY=${nth}${on}`, start, isWeekUnknown: false };
}

function isNthOfMonth(day: DayNumber, nth: number): boolean {
  const { dayOfMonth } = dateOf(day);
  if (nth > 0) return Math.ceil(dayOfMonth / 7) === nth;
  const { dayOfMonth: later } = dateOf(day - nth * 7);
  const { dayOfMonth: last } = dateOf(day + (-nth - 1) * 7);
  return later <= 7 && last >= dayOfMonth;
}

/** Whether a date falls on a day that the rule names; an anchor that does not is a slip of the pen. */
export function anchorFits(when: CatalogueWhen): boolean {
  if (when.kind !== 'weekly' || when.anchor === null) return true;
  const wall = wallTimeOfText(`${when.anchor}T00:00`);
  return wall !== null && when.on.includes(WEEKDAYS[weekdayOf(dayOf(wall))] ?? 'MO');
}
