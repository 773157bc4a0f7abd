import { useCallback, useMemo } from 'react';
import { weekendOf } from '#core/format/englishLocale.ts';
import type { CalendarDate } from '#base';
import { useApp } from '../../kit/AppContext.tsx';

/** Tells whether a date is on the weekend of this user's country. */
export function useWeekend(): (date: CalendarDate) => boolean {
  const locale = useApp((state) => state.info?.locale);
  const weekend = useMemo(() => weekendOf(locale), [locale]);
  return useCallback(
    (date: CalendarDate) => weekend.includes(new Date(`${date}T12:00:00Z`).getUTCDay() || 7),
    [weekend],
  );
}
