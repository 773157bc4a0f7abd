import { DateTime } from 'luxon';
import { useEffect, useMemo, useState } from 'react';
import { dateOf, startOf, type AgendaDay } from '#core/agenda/agenda.ts';
import { listedDays } from '#core/agenda/listedDays.ts';
import { pageAround } from '#core/agenda/occurrencesIn.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, MINUTE, type CalendarDate, type Instant, type TimeWindow, type ZoneName } from '#base';
import { useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { rowsIn, type Direction } from './renderedRows.ts';
import { useOccurrences } from './useOccurrences.ts';

/** The days that are loaded. */
export interface ListedDays {
  readonly days: readonly AgendaDay[];
  /** More days are on their way. */
  readonly isLoading: boolean;
  /** There is nothing further away from now. */
  readonly isEnd: boolean;
  /** The day to scroll to, if it lies in this direction and is loaded. */
  readonly shownDate: CalendarDate | null;
  /** Loads one month more. */
  readonly loadMore: () => void;
}

/** So many months without a meeting are the end: what is held yearly is still found. */
const EMPTY_MONTHS = 13;
/** Both directions together are as much as main watches. */
const MOST_MONTHS = 30;
/** With fewer rows the user could hardly scroll, so more are loaded at once. */
const FEW_ROWS = 20;
/** Two weeks, since most meetings are weekly or every two weeks. */
const FIRST_DAYS = 14;

function windowOf(direction: Direction, midnight: Instant, zone: ZoneName, months: number): TimeWindow {
  return direction === 'past'
    ? { from: Math.max(0, pageAround(midnight, zone, 1 - months).from), to: midnight }
    : { from: midnight, to: pageAround(midnight + FIRST_DAYS * DAY, zone, months - 1).to };
}

/** Months from now to the farthest meeting. */
function monthsWith(
  direction: Direction,
  occurrences: readonly Occurrence[],
  midnight: Instant,
  zone: ZoneName,
) {
  const farthest = direction === 'past' ? occurrences[0] : occurrences.at(-1);
  const at = farthest === undefined ? midnight : startOf(farthest, zone);
  return Math.abs(DateTime.fromMillis(at).diff(DateTime.fromMillis(midnight), 'months').months);
}

/** Months that the window needs to contain the date. */
const monthsUntil = (date: CalendarDate, midnight: Instant, zone: ZoneName): number =>
  Math.ceil(
    Math.abs(DateTime.fromISO(date, { zone }).diff(DateTime.fromMillis(midnight, { zone }), 'months').months),
  ) + 1;

/**
 * The days of the agenda in one direction, a month more at a time.
 * @param wished the day to load, if it lies in that direction
 */
export function useListedDays(direction: Direction, wished: CalendarDate | null): ListedDays {
  const { zone } = useTimeFormat();
  const minute = useNow((now) => now - (now % MINUTE));
  const midnight = useMemo(
    () => DateTime.fromMillis(minute, { zone }).startOf('day').toMillis(),
    [minute, zone],
  );
  const [months, setMonths] = useState(direction === 'past' ? 2 : 1);
  const isPast = wished !== null && wished < dateOf(minute, zone);
  const shownDate = isPast === (direction === 'past') ? wished : null;
  const reach = Math.min(
    MOST_MONTHS,
    Math.max(months, shownDate === null ? 0 : monthsUntil(shownDate, midnight, zone)),
  );
  const span = useMemo(() => windowOf(direction, midnight, zone, reach), [direction, midnight, zone, reach]);
  const { occurrences, isLoading } = useOccurrences(span);
  const days = useMemo(() => listedDays(occurrences, span, minute, zone), [occurrences, span, minute, zone]);
  const monthsHeld = useMemo(
    () => monthsWith(direction, occurrences, midnight, zone),
    [direction, occurrences, midnight, zone],
  );
  const isEnd = !isLoading && (reach >= MOST_MONTHS || reach - monthsHeld > EMPTY_MONTHS);

  const isShort = !isLoading && !isEnd && direction === 'past' && rowsIn(days) < FEW_ROWS;
  useEffect(() => {
    if (!isShort) return undefined;
    const frame = requestAnimationFrame(() => setMonths(reach + 1));
    return () => cancelAnimationFrame(frame);
  }, [isShort, reach]);

  return {
    days,
    // One month after the other: it is all one wait.
    isLoading: isLoading || isShort,
    isEnd,
    shownDate: isLoading ? null : shownDate,
    loadMore: () => setMonths(reach + 1),
  };
}
