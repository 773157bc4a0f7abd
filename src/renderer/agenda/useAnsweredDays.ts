import { useMemo } from 'react';
import type { AgendaDay } from '#core/agenda/agenda.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { withAnswered } from './answeredDays.ts';
import { useAnsweredRows } from './useAnsweredRows.ts';

/** The days with the answered rows that keep their place. @param listId of the element with the rows */
export function useAnsweredDays(days: readonly AgendaDay[], listId: string): readonly AgendaDay[] {
  const { zone } = useTimeFormat();
  const answered = useAnsweredRows(listId);
  return useMemo(
    () =>
      withAnswered(
        days,
        answered.map(({ occurrence }) => occurrence),
        zone,
      ),
    [days, answered, zone],
  );
}
