import { useMemo } from 'react';
import { heroMeetings, type HeroMeetings } from '#core/agenda/heroMeetings.ts';
import { MINUTE } from '#base';
import { useApp, useNow, useTimeFormat } from '../../kit/AppContext.tsx';
import { occurrencesOf } from '../../store/agendaSlice.ts';

/** What the hero shows. It changes at whole minutes, as meetings begin and end. */
export function useHero(): HeroMeetings {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const visits = useApp((state) => state.visits);
  const minute = useNow((now) => now - (now % MINUTE));
  return useMemo(
    () => heroMeetings(occurrences, minute, zone, ({ key }) => visits.get(key)?.kind === 'joined'),
    [occurrences, minute, zone, visits],
  );
}
