import { useMemo } from 'react';
import type { CalendarDate } from '#base';
import { useApp, useFirstDayOfWeek } from '../../kit/AppContext.tsx';
import { addDays } from '../weeks.ts';
import { datesOfPeriod, type GridForm } from './period.ts';

export interface Period {
  readonly dates: readonly CalendarDate[];
  /** Shows the page before or after. */
  readonly turn: (step: 1 | -1) => void;
}

/** The days that the grid shows. */
export function usePeriod(form: GridForm, today: CalendarDate, columns: number): Period {
  const shown = useApp((state) => state.shownDate) ?? today;
  const show = useApp((state) => state.dateShown);
  const firstDay = useFirstDayOfWeek();
  const dates = useMemo(
    () => datesOfPeriod(form, shown, columns, firstDay),
    [form, shown, columns, firstDay],
  );
  const turn = (step: 1 | -1): void => {
    const date = addDays(shown, step * dates.length);
    show(date === today ? null : date);
  };
  return { dates, turn };
}
