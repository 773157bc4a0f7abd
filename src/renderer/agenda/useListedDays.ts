import { DateTime } from 'luxon';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { dateOf, startOf, type AgendaDay } from '#core/agenda/agenda.ts';
import { listedDays } from '#core/agenda/listedDays.ts';
import { pageAround } from '#core/agenda/occurrencesIn.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, MINUTE, type CalendarDate, type Instant, type TimeWindow, type ZoneName } from '#base';
import { useNow, useTimeFormat } from '../kit/AppContext.tsx';
import {
  daysOfRows,
  FIRST_ROWS,
  nextRows,
  rowsIn,
  type Direction,
  type RenderedRows,
} from './renderedRows.ts';
import { useOccurrences } from './useOccurrences.ts';
import { dayFor, rowsAround, useShownDay } from './useShownDay.ts';

/** Part of the days, as much as the scroll position asks for. */
export interface ListedDays {
  readonly days: readonly AgendaDay[];
  /** More days are on their way. */
  readonly isLoading: boolean;
  /** There is nothing further away from now. */
  readonly isEnd: boolean;
  /** All loaded days are rendered. */
  readonly isWhole: boolean;
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

export interface ListedDaysWish {
  readonly direction: Direction;
  /** The list within the scrolling element. */
  readonly list: RefObject<HTMLElement | null>;
  /** The list scrolls to this day, if it lies in its direction; null for none. */
  readonly shownDate: CalendarDate | null;
}

/** The days of the agenda in one direction; loads and renders more of them as the user scrolls. */
export function useListedDays({ direction, list, shownDate: wished }: ListedDaysWish): ListedDays {
  const { zone } = useTimeFormat();
  const minute = useNow((now) => now - (now % MINUTE));
  const midnight = DateTime.fromMillis(minute, { zone }).startOf('day').toMillis();
  const [months, setMonths] = useState(direction === 'past' ? 2 : 1);
  const [rows, setRows] = useState<RenderedRows>({ near: 0, far: FIRST_ROWS });
  const isPast = wished !== null && wished < dateOf(minute, zone);
  const shownDate = isPast === (direction === 'past') ? wished : null;
  const reach = Math.min(
    MOST_MONTHS,
    Math.max(months, shownDate === null ? 0 : monthsUntil(shownDate, midnight, zone)),
  );
  const span = useMemo(() => windowOf(direction, midnight, zone, reach), [direction, midnight, zone, reach]);
  const { occurrences, isLoading } = useOccurrences(span);
  const days = useMemo(() => listedDays(occurrences, span, minute, zone), [occurrences, span, minute, zone]);
  const total = rowsIn(days);
  const isEnd =
    !isLoading &&
    (reach >= MOST_MONTHS || reach - monthsWith(direction, occurrences, midnight, zone) > EMPTY_MONTHS);

  const canLoad = !isLoading && !isEnd;
  useEffect(() => {
    if (!canLoad || direction === 'future' || total >= FEW_ROWS) return undefined;
    const frame = requestAnimationFrame(() => setMonths(reach + 1));
    return () => cancelAnimationFrame(frame);
  }, [canLoad, direction, total, reach]);

  useEffect(() => {
    const element = list.current;
    const scroller = element?.closest<HTMLElement>('.scroll');
    if (!element || !scroller) return undefined;
    const look = (): void => {
      const [box, view] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
      const [above, below] = [view.top - box.top, box.bottom - view.bottom];
      const [nearPx, farPx] = direction === 'past' ? [below, above] : [above, below];
      const canTrim = !element.contains(document.activeElement);
      setRows((before) => nextRows(before, { nearPx, farPx, viewPx: view.height }, total, canTrim));
    };
    // Until enough is rendered, each step looks again in the next frame.
    const frame = requestAnimationFrame(look);
    const onScroll = (): void => {
      look();
      // The button that loads more would be pushed away from under the focus.
      const isByButton = Boolean(document.activeElement?.closest('.more'));
      if (canLoad && rows.far >= total && !isByButton) setMonths(reach + 1);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [list, direction, rows, total, canLoad, reach]);

  useShownDay({
    list,
    day: shownDate === null || isLoading ? undefined : dayFor(days, shownDate),
    render: (day) => {
      const canTrim = list.current?.contains(document.activeElement) !== true;
      const next = rowsAround(rows, days, day, direction, canTrim);
      setRows(next);
      return next !== rows;
    },
  });

  const rendered = useMemo(() => daysOfRows(days, rows, direction), [days, rows, direction]);
  return {
    days: rendered,
    isLoading,
    isEnd,
    isWhole: rows.far >= total,
    loadMore: () => setMonths(reach + 1),
  };
}
