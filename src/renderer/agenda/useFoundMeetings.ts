import { useMemo } from 'react';
import { foundMeetings } from '#core/agenda/foundMeetings.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { MINUTE } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { useFurtherMeetings } from './useFurtherMeetings.ts';

/** The meetings that match a query. */
export interface FoundMeetings {
  /** Sorted by start. */
  readonly found: readonly Occurrence[];
  /** The days that the window does not have were searched too. */
  readonly isComplete: boolean;
}

/** Finds meetings: at once among those of the window, then a year back and ahead. */
export function useFoundMeetings(query: string): FoundMeetings {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const now = useNow((instant) => instant - (instant % MINUTE));
  const further = useFurtherMeetings(query);
  return useMemo(() => {
    const here = foundMeetings(query, occurrences, now, zone);
    if (further === null) return { found: here, isComplete: false };
    const known = new Set(here.map(({ key }) => key));
    const all = [...here, ...further.filter(({ key }) => !known.has(key))];
    return { found: foundMeetings(query, all, now, zone), isComplete: true };
  }, [query, occurrences, further, now, zone]);
}
