import { useMemo } from 'react';
import { heroMeetings, type HeroMeetings } from '#core/agenda/heroMeetings.ts';
import { MINUTE, type Instant } from '#base';
import { useApp, useNow, useTimeFormat } from '../../kit/AppContext.tsx';
import { occurrencesOf } from '../../store/agendaSlice.ts';

/** What the hero shows. It changes at whole minutes, as meetings begin and end. */
export function useHero(): HeroMeetings {
  return useHeroAt(useNow((now) => now - (now % MINUTE)));
}

/** What the hero shows at a time. */
export function useHeroAt(time: Instant): HeroMeetings {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const visits = useApp((state) => state.visits);
  return useMemo(
    () => heroMeetings(occurrences, time, zone, ({ key }) => visits.get(key)?.kind === 'joined'),
    [occurrences, time, zone, visits],
  );
}
