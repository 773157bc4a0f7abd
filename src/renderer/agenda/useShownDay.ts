import { useEffect, useRef, type RefObject } from 'react';
import type { AgendaDay } from '#core/agenda/agenda.ts';
import type { CalendarDate } from '#base';
import { useApp } from '../kit/AppContext.tsx';
import { FIRST_ROWS, rowsIn, type Direction, type RenderedRows } from './renderedRows.ts';
import { scrollListTo } from './toNow.ts';

/** Rows above the shown day, so that the user can scroll up at once. */
const ROWS_ABOVE = 24;

/** The listed day that stands for a date: itself, else the next one with meetings, else the last one. */
export const dayFor = (days: readonly AgendaDay[], date: CalendarDate): AgendaDay | undefined =>
  days.find((day) => day.date >= date) ?? days.at(-1);

/**
 * The rows to render so that a day begins with its first row, and what is around it; the same object if they are right.
 * @param canTrim whether rows near now may be removed: the focus is not there
 */
export function rowsAround(
  rows: RenderedRows,
  days: readonly AgendaDay[],
  day: AgendaDay,
  direction: Direction,
  canTrim: boolean,
): RenderedRows {
  const before = rowsIn(days.slice(0, days.indexOf(day)));
  const index = direction === 'future' ? before : rowsIn(days) - before - 1;
  if (rows.near <= index && index < rows.far) return rows;
  const near = canTrim ? Math.max(0, index - ROWS_ABOVE) : Math.min(rows.near, index);
  return { near, far: index + FIRST_ROWS };
}

export interface ShownDayWish {
  /** The list within the scrolling element. */
  readonly list: RefObject<HTMLElement | null>;
  /** The day to scroll to, once it is known; undefined for none. */
  readonly day: AgendaDay | undefined;
  /** Renders the day; false if it is rendered already. */
  readonly render: (day: AgendaDay) => boolean;
}

/** Scrolls the list to the day that was asked for, once each time it is asked for. */
export function useShownDay({ list, day, render }: ShownDayWish): void {
  const request = useApp((state) => state.dateRequest);
  const reached = useRef(-1);
  useEffect(() => {
    if (day === undefined || reached.current === request) return undefined;
    // The list renders its rows after this effect.
    const frame = requestAnimationFrame(() => {
      if (render(day)) return;
      reached.current = request;
      const heading = list.current?.querySelector(`[data-date="${day.date}"]`);
      const section = heading?.closest('.day');
      if (!section) return;
      scrollListTo(section);
      // The keys go on from there, unless the focus is elsewhere, as in the month.
      if (section.closest('.scroll')?.contains(document.activeElement))
        section.querySelector<HTMLElement>('[role="row"][data-key]')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  });
}
