import { shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import type { WeekSaying } from '#core/agenda/whichWeek.ts';
import { isDateOf, nextDatesOf, type Reading, readingInWords } from '#calendar';
import type { CalendarDate } from '#base';
import { capital } from './describe.ts';
import { texts } from './texts.ts';

/** One answer to the question on which dates a meeting takes place. */
export interface WeekOption {
  /** `Tue 24 Nov`, or with its rule if the text allows several: `Second Tuesday of the month, from Tue 8 Dec`. */
  readonly label: string;
  /** Its next dates, formatted. */
  readonly dates: readonly string[];
  readonly saying: WeekSaying;
}

/** Number of dates that illustrate an answer. */
const SHOWN_DATES = 3;

/** A date of the home zone, written as the user writes dates. */
export const dateWords = (date: CalendarDate, format: TimeFormat): string =>
  shortDay(Date.parse(`${date}T12:00Z`), { ...format, zone: 'UTC' });

/**
 * The possible answers, the one with the earliest date first.
 * @param from in the home zone; dates of the answers begin here
 */
export function weekOptions(
  readings: readonly Reading[],
  from: CalendarDate,
  format: TimeFormat,
): WeekOption[] {
  const dated = readings.flatMap((one) => {
    const dates = nextDatesOf(one, from, SHOWN_DATES);
    const [first] = dates;
    return first === undefined ? [] : [{ one, first, dates }];
  });
  const isOneRule = new Set(dated.map(({ one }) => one.rule)).size === 1;
  return dated
    .toSorted((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first)))
    .map(({ one, first, dates }) => {
      const words = dates.map((date) => dateWords(date, format));
      const rule = capital(readingInWords(one.rule));
      const label = isOneRule ? (words[0] ?? '') : texts.ruleFrom(rule, words[0] ?? '');
      return { label, dates: words, saying: { says: 'rule', rule: one.rule, date: first } };
    });
}

/** Answers about a single date. */
export const isOn = (date: CalendarDate): WeekSaying => ({ says: 'on', date });
export const isNotOn = (date: CalendarDate): WeekSaying => ({ says: 'off', date });

/** The next date of the first reading without this date: when the meeting is held instead. */
export function nextInstead(readings: readonly Reading[], date: CalendarDate): CalendarDate | null {
  const other = readings.find((one) => !isDateOf(one, date));
  return other === undefined ? null : (nextDatesOf(other, date, 1)[0] ?? null);
}
