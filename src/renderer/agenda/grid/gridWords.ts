import { datesOf } from '#core/agenda/gridBars.ts';
import type { Gap } from '#core/agenda/freeTime.ts';
import { DAY_MINUTES } from '#core/agenda/gridSlots.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { clockTime, timeRange, type TimeFormat } from '#core/format/formatTime.ts';
import { duration } from '#core/format/timeUntil.ts';
import { HOUR, MINUTE, type CalendarDate, type Instant } from '#base';
import { marksOf, lastingState } from '../describe.ts';
import { daysBetween } from '../weeks.ts';
import type { GridForm } from './period.ts';
import { dateWords } from './period.ts';
import type { GridDay } from './useGridDays.ts';
import { texts } from './texts.ts';

/** A time of the wall clock: `17:00`. */
export const wallTime = (minutes: number, format: TimeFormat): string =>
  clockTime((minutes % DAY_MINUTES) * MINUTE, { ...format, zone: 'UTC' });

/** What a screen reader says of a meeting: title, day, time, state. */
export function blockName(
  occurrence: Occurrence,
  date: CalendarDate,
  now: Instant,
  format: TimeFormat,
): string {
  return [
    occurrence.title,
    dateWords(date, 'day', format.locale),
    timeRange(occurrence, format),
    lastingState(occurrence, now, format.zone),
    ...marksOf(occurrence, [], format.zone).map(({ label }) => label),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** `Offsite in Lisbon, day 1 of 3`, on one of its days. */
export function barWords(occurrence: Occurrence, date: CalendarDate, format: TimeFormat): string {
  const { first, last } = datesOf(occurrence, format.zone);
  const days = daysBetween(first, last) + 1;
  return days === 1
    ? occurrence.title
    : `${occurrence.title}, ${texts.dayOf(daysBetween(first, date) + 1, days)}`;
}

/** What a screen reader says of a bar: its title, days and state. */
export function barName(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  const { first, last } = datesOf(occurrence, format.zone);
  const ends = first === last ? [first] : [first, last];
  return [
    occurrence.title,
    texts.allDay,
    ends.map((date) => dateWords(date, 'day', format.locale)).join(' – '),
    lastingState(occurrence, now, format.zone),
    ...marksOf(occurrence, [], format.zone).map(({ label }) => label),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** `7 h free`, in whole hours, rounded down; empty below half an hour. */
export function freeWords(minutes: number): string {
  const length = minutes * MINUTE;
  if (length < HOUR / 2) return '';
  return texts.timeIsFree(duration(length < HOUR ? length : length - (length % HOUR)));
}

/** `4 h free`, `1 h 30 min free`. */
export const gapWords = ({ from, to }: Gap): string => texts.timeIsFree(duration((to - from) * MINUTE));

/** What a free stretch of today says: until when, how long, or from when on. */
export function restWords({ from, to }: Gap, nowMinutes: number, form: GridForm, format: TimeFormat): string {
  if (to === DAY_MINUTES)
    return form === 'day' ? texts.freeForTheRest : texts.freeFrom(wallTime(from, format));
  return from <= nowMinutes ? texts.freeUntil(wallTime(to, format)) : gapWords({ from, to });
}

/** `LA` for Los Angeles, which fits a narrow column; a city of one word stays as it is. */
export function shortCity(city: string): string {
  const words = city.split(/[\s-]+/u);
  return words.length === 1 ? city : words.map((word) => word.charAt(0)).join('');
}

/** The heading of a column for screen readers: `Wednesday, 25 November, 3 meetings, 7 h free`. */
export function dayName(day: GridDay, today: CalendarDate, isRest: boolean, format: TimeFormat): string {
  return [
    dateWords(day.date, 'day', format.locale),
    day.date === today ? texts.isToday : '',
    texts.meetings(day.count),
    day.date > today && !isRest ? freeWords(day.free) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
