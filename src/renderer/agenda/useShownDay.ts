import { useEffect, useRef, type RefObject } from 'react';
import type { AgendaDay } from '#core/agenda/agenda.ts';
import type { CalendarDate } from '#base';
import { useApp } from '../kit/AppContext.tsx';
import { scrollListTo } from './toNow.ts';

/** The listed day that stands for a date: itself, else the next one with meetings, else the last one. */
export const dayFor = (days: readonly AgendaDay[], date: CalendarDate): AgendaDay | undefined =>
  days.find((day) => day.date >= date) ?? days.at(-1);

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
      // The keys go on from there, unless the focus is elsewhere, as in the month, or at a meeting of the day already.
      const focused = document.activeElement;
      if (section.closest('.scroll')?.contains(focused) && !section.contains(focused))
        section.querySelector<HTMLElement>('[role="row"][data-key]')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  });
}
