import { useEffect, useMemo } from 'react';
import { occurrencesIn, pageIdOf, pagesFor } from '#core/agenda/occurrencesIn.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { shownMeetings } from '#core/agenda/shownMeetings.ts';
import { HOUR, type TimeWindow } from '#base';
import { useApp, useAppStore, useNow } from '../kit/AppContext.tsx';

/** The meetings of some days that are shown. */
export interface ShownOccurrences {
  /** In the order of the agenda; while loading, those that are known. */
  readonly occurrences: readonly Occurrence[];
  /** Some of the days are not loaded yet. */
  readonly isLoading: boolean;
}

const NOTHING: ShownOccurrences = { occurrences: [], isLoading: true };

/**
 * The meetings that take up a part of a window (ms, `to` is exclusive), also far from today: what the store lacks is
 * requested, a month at a time, and kept up to date while a component shows it.
 */
export function useOccurrences({ from, to }: TimeWindow): ShownOccurrences {
  const store = useAppStore();
  const agenda = useApp((state) => state.agenda);
  const pages = useApp((state) => state.pages);
  const hour = useNow((now) => now - (now % HOUR));
  const needed = useMemo(
    () => (agenda === null ? [] : pagesFor({ from, to }, agenda, hour)),
    [agenda, from, to, hour],
  );
  const ids = needed.map(pageIdOf).join(' ');
  useEffect(() => {
    const wanted = ids.split(' ').filter((id) => id !== '');
    store.getState().pagesWanted(wanted);
    return () => store.getState().pagesLeft(wanted);
  }, [store, ids]);
  return useMemo(() => {
    if (agenda === null) return NOTHING;
    const states = needed.map((page) => pages.get(pageIdOf(page)));
    const loaded = states.filter((page) => page !== undefined && page !== null);
    return {
      occurrences: shownMeetings(occurrencesIn({ from, to }, agenda, loaded)),
      isLoading: loaded.length < states.filter((page) => page !== null).length,
    };
  }, [agenda, pages, needed, from, to]);
}
