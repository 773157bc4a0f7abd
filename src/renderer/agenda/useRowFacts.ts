import { useMemo } from 'react';
import { defaultSettings } from '#core/settings/settings.ts';
import { useApp } from '../kit/AppContext.tsx';
import type { AppState } from '../store/store.ts';

/** What rows say beside their meetings: visits, notes, answers, and the colours of calendars. */
export type RowFacts = Pick<AppState, 'visits' | 'notes' | 'answeredRows'> & {
  readonly settings: NonNullable<AppState['settings']>;
};

/** The facts of all rows of a list: one subscription for each fact, not one for each row. */
export function useRowFacts(): RowFacts {
  const visits = useApp((state) => state.visits);
  const notes = useApp((state) => state.notes);
  const answeredRows = useApp((state) => state.answeredRows);
  const settings = useApp((state) => state.settings ?? defaultSettings);
  return useMemo(() => ({ visits, notes, answeredRows, settings }), [visits, notes, answeredRows, settings]);
}
