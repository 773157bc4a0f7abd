import { isRunning, startOf } from '#core/agenda/agenda.ts';
import { EARLY_MS } from '#core/join/roomVisit.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useNow, useTimeFormat } from '../../kit/AppContext.tsx';

/** True from 15 minutes before the start until the end: joining is what one does next. */
export function useNear(occurrence: Occurrence): boolean {
  const { zone } = useTimeFormat();
  return useNow(
    (now) => isRunning(occurrence, now, zone) || Math.abs(startOf(occurrence, zone) - now) <= EARLY_MS,
  );
}
