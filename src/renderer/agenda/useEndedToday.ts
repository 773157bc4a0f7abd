import { useMemo, type RefObject } from 'react';
import { hasEnded, isLong, type AgendaDay } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { CalendarDate } from '#base';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { useRestingMinute } from './useRestingMinute.ts';

/**
 * The meetings of today that are folded into one line. A meeting that ends while the pointer or the focus is on the
 * list stays until both are elsewhere: nothing moves below them.
 */
export function useEndedToday(
  days: readonly AgendaDay[],
  today: CalendarDate,
  list: RefObject<HTMLElement | null>,
): readonly Occurrence[] {
  const { zone } = useTimeFormat();
  const until = useRestingMinute(list);
  return useMemo(() => {
    const day = days.find(({ date }) => date === today);
    const isFolded = (one: Occurrence): boolean =>
      one.time.kind === 'timed' && !isLong(one) && hasEnded(one, until, zone);
    return day?.occurrences.filter(isFolded) ?? [];
  }, [days, today, until, zone]);
}
