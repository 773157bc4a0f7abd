import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { AgendaDay } from '#core/agenda/agenda.ts';
import type { CalendarDate } from '#base';
import { useAppStore } from '../kit/AppContext.tsx';
import {
  daysOfRows,
  FIRST_ROWS,
  indexOfRow,
  MOST_ROWS,
  nextRows,
  rowsAround,
  rowsIn,
  type Direction,
  type RenderedDay,
  type RenderedRows,
  type Surroundings,
  trimmedRows,
} from './renderedRows.ts';
import { dayFor, useShownDay } from './useShownDay.ts';

/** A long list, of which only the rows around the viewport are rendered. */
export interface ListRows {
  readonly rendered: readonly RenderedDay[];
  /** Number of all rows that are loaded. */
  readonly count: number;
  /** All rows at the far end are rendered. */
  readonly isWhole: boolean;
  /** Renders a row, by its id, and those around it; `first` is the first row of the list. At once. */
  readonly reveal: (id: string) => void;
}

/** Rows far away are removed once the list has not moved for this time (ms), a few at a time: the user may come back. */
const STILL_MS = 3_000;
/** The list moves by itself when rows above are removed. */
const SOON_MS = 200;

const FIRST: RenderedRows = { near: 0, far: FIRST_ROWS, kept: null };

/** Id of the row that must stay in the page: the focus is in it, or returns to it from the details. */
const keptIn = (list: HTMLElement): string | null =>
  (
    list.querySelector<HTMLElement>('[data-key]:focus-within') ??
    list.querySelector<HTMLElement>('[data-key][data-open]')
  )?.dataset['key'] ?? null;

export interface RowsWish {
  readonly days: readonly AgendaDay[];
  readonly direction: Direction;
  /** The list within the scrolling element. */
  readonly list: RefObject<HTMLElement | null>;
  /** The day to scroll to, once it is loaded; null for none. */
  readonly shownDate: CalendarDate | null;
  /** Called when the user scrolls and all rows are rendered. */
  readonly onEnd: (() => void) | null;
}

/** Renders the rows of a list around the viewport, more of them as the user scrolls. */
export function useRenderedRows({ days, direction, list, shownDate, onEnd }: RowsWish): ListRows {
  const store = useAppStore();
  const [rows, setRows] = useState(FIRST);
  const count = rowsIn(days);

  const isWhole = rows.far >= count;
  /** What the handlers need, so that they stay the same while one scrolls. */
  const latest = useRef({ count, isWhole, onEnd, rendered: 0 });
  useEffect(() => {
    latest.current = { count, isWhole, onEnd, rendered: rows.far - rows.near };
  });

  useEffect(() => {
    const element = list.current;
    const scroller = element?.closest<HTMLElement>('.scroll');
    if (!element || !scroller) return undefined;
    const surroundings = (): Surroundings => {
      const [box, view] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
      const [above, below] = [view.top - box.top, box.bottom - view.bottom];
      const [nearPx, farPx] = direction === 'past' ? [below, above] : [above, below];
      return { nearPx, farPx, viewPx: view.height };
    };
    let frame = 0;
    let trimming: ReturnType<typeof setTimeout> | undefined;
    let trimmedAt = -Infinity;
    const trim = (): void => {
      frame = 0;
      trimmedAt = performance.now();
      const [place, kept] = [surroundings(), keptIn(element)];
      flushSync(() => setRows((before) => trimmedRows(before, place, kept)));
    };
    // Both render within a frame, which also puts the list back to its place: a press in between would hit another row.
    const look = (): void => {
      frame = 0;
      const place = surroundings();
      flushSync(() => setRows((before) => nextRows(before, place, latest.current.count)));
      if (latest.current.rendered > MOST_ROWS) trim();
    };
    const onChange = (): void => {
      // One step for each frame, whatever asks for it: a frame has time for few rows.
      frame ||= requestAnimationFrame(look);
      clearTimeout(trimming);
      const isByTrim = performance.now() - trimmedAt < SOON_MS;
      const inFrame = (): void => void (frame ||= requestAnimationFrame(trim));
      trimming = setTimeout(inFrame, isByTrim ? SOON_MS : STILL_MS);
    };
    // Each step changes the height, until nothing is left to do.
    const sizes = new ResizeObserver(onChange);
    sizes.observe(element);
    sizes.observe(scroller);
    const onScroll = (): void => {
      onChange();
      // The button that loads more would be pushed away from under the focus.
      const isByButton = Boolean(document.activeElement?.closest('.more'));
      if (latest.current.isWhole && !isByButton) latest.current.onEnd?.();
    };
    // At the end of what is rendered the wheel scrolls nothing.
    const onWheel = ({ deltaY }: WheelEvent): void => {
      const { scrollTop, clientHeight, scrollHeight } = scroller;
      const isAtEnd = direction === 'past' ? scrollTop <= 0 : scrollTop + clientHeight >= scrollHeight - 1;
      if (isAtEnd && deltaY < 0 === (direction === 'past')) onScroll();
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    scroller.addEventListener('wheel', onWheel, { passive: true });
    return () => {
      sizes.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(trimming);
      scroller.removeEventListener('scroll', onScroll);
      scroller.removeEventListener('wheel', onWheel);
    };
  }, [list, direction]);

  // Back to now: its rows are there when the focus goes to the first one.
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.dateRequest !== before.dateRequest && state.shownDate === null) setRows(FIRST);
      }),
    [store],
  );

  const showAround = (index: number): boolean => {
    const next = rowsAround(rows, index, list.current === null ? null : keptIn(list.current));
    setRows(next);
    return next !== rows;
  };
  useShownDay({
    list,
    day: shownDate === null ? undefined : dayFor(days, shownDate),
    render: (day) => {
      const before = rowsIn(days.slice(0, days.indexOf(day)));
      return showAround(direction === 'future' ? before : count - before - 1);
    },
  });

  const rendered = useMemo(() => daysOfRows(days, rows, direction), [days, rows, direction]);
  return {
    rendered,
    count,
    isWhole,
    reveal: (id) => {
      const first = direction === 'future' ? 0 : count - 1;
      const index = id === 'first' ? first : indexOfRow(days, id, direction);
      if (index >= 0) flushSync(() => showAround(index));
    },
  };
}
