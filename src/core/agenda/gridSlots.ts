import { DateTime } from 'luxon';
import { MINUTE, type CalendarDate, type Instant, type TimeWindow, type ZoneName } from '#base';
import { dayAround, endOf, isLong, startOf } from './agenda.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * Where the meetings of a day lie on a day of 24 hours, as its wall clock shows them. On a day with a clock change an
 * hour stays empty or holds two hours of meetings, so that nine o'clock is at the same height in all columns.
 */

/** Minutes of the wall clock in a day. */
export const DAY_MINUTES = 1440;

/** The part of a meeting that is in one day. Minutes of the wall clock since midnight, 0 to {@link DAY_MINUTES}. */
export interface GridSlot {
  readonly occurrence: Occurrence;
  readonly from: number;
  /** Equals `from` for a meeting without length. */
  readonly to: number;
  /** It began on an earlier day. */
  readonly isFromBefore: boolean;
  /** It ends on a later day. */
  readonly isToAfter: boolean;
}

/** True if the grid shows it above the hours: it has no clock time, or lasts a day or more. */
export const isBar = (occurrence: Occurrence): boolean =>
  occurrence.time.kind === 'allDay' || isLong(occurrence);

/** The time from the first to the end of the last of some dates. @param dates sorted, at least one */
export function windowOf(dates: readonly CalendarDate[], zone: ZoneName): TimeWindow {
  const dayOf = (date: CalendarDate | undefined): TimeWindow =>
    dayAround(DateTime.fromISO(date ?? '', { zone }).toMillis(), zone);
  return { from: dayOf(dates[0]).from, to: dayOf(dates.at(-1)).to };
}

/** Minutes since midnight that a clock in the zone shows. */
export function wallMinutes(instant: Instant, zone: ZoneName): number {
  const { hour, minute } = DateTime.fromMillis(instant, { zone });
  return hour * 60 + minute;
}

/** The instants at which a clock in the zone shows 0:00 to 23:00 on that date; an hour that is skipped has the next. */
export const hoursOf = (date: CalendarDate, zone: ZoneName): readonly Instant[] =>
  Array.from({ length: 24 }, (_, hour) => DateTime.fromISO(date, { zone }).set({ hour }).toMillis());

/**
 * The meetings with a clock time on a date, cut at its midnights. Without bars.
 * @param occurrences sorted by start
 * @returns sorted by `from`
 */
export function slotsOf(
  occurrences: readonly Occurrence[],
  date: CalendarDate,
  zone: ZoneName,
): readonly GridSlot[] {
  const day = windowOf([date], zone);
  const slots: GridSlot[] = [];
  for (const occurrence of occurrences) {
    if (isBar(occurrence)) continue;
    const [start, end] = [startOf(occurrence, zone), endOf(occurrence, zone)];
    if (start >= day.to) break;
    if (end <= day.from && start < day.from) continue;
    const isFromBefore = start < day.from;
    const isToAfter = end > day.to;
    const from = isFromBefore ? 0 : wallMinutes(start, zone);
    const wallEnd = end >= day.to ? DAY_MINUTES : wallMinutes(end, zone);
    // When clocks go back, a meeting may end at an earlier wall time than it began.
    const isTurnedBack = wallEnd <= from && end > start;
    const to = isTurnedBack
      ? Math.min(DAY_MINUTES, from + Math.round((end - start) / MINUTE))
      : Math.max(from, wallEnd);
    slots.push({ occurrence, from, to, isFromBefore, isToAfter });
  }
  return slots.toSorted((one, other) => one.from - other.from);
}
