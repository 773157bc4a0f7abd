import { useEffect, useMemo, useState } from 'react';
import { foundMeetings } from '#core/agenda/foundMeetings.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { MINUTE } from '#base';
import { useApi, useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';

/** Main is asked once the user pauses for so long (ms). */
const PAUSE_MS = 250;

/** The meetings that match a query. */
export interface FoundMeetings {
  /** Sorted by start. */
  readonly found: readonly Occurrence[];
  /** The days that the window does not have were searched too. */
  readonly isComplete: boolean;
}

/** Finds meetings: at once among those of the window, then a year back and ahead. */
export function useFoundMeetings(query: string): FoundMeetings {
  const api = useApi();
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const now = useNow((instant) => instant - (instant % MINUTE));
  const [further, setFurther] = useState<{ readonly query: string; readonly found: readonly Occurrence[] }>({
    query: '',
    found: [],
  });
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const outcome = await api.invoke('agenda:search', query);
      if (isCurrent) setFurther({ query, found: outcome.ok ? outcome.value : [] });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, query]);
  return useMemo(() => {
    const here = foundMeetings(query, occurrences, now, zone);
    const isComplete = further.query === query;
    if (!isComplete) return { found: here, isComplete };
    const known = new Set(here.map(({ key }) => key));
    const all = [...here, ...further.found.filter(({ key }) => !known.has(key))];
    return { found: foundMeetings(query, all, now, zone), isComplete };
  }, [query, occurrences, further, now, zone]);
}
