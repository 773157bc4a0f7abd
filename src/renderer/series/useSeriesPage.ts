import { useEffect, useState } from 'react';
import type { SeriesName } from '#core/keys.ts';
import type { SeriesPage } from '#core/series/seriesPage.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';

/** Main's reply, requested again after each change of agenda, notes or ledger; null until the first one. */
export function useSeriesPage({ feedId, uid }: SeriesName): SeriesPage | null {
  const [api, store] = [useApi(), useAppStore()];
  const [page, setPage] = useState<SeriesPage | null>(null);
  useEffect(() => {
    let isShown = true;
    let isAsking = false;
    let isAskedAgain = false;
    const ask = async (): Promise<void> => {
      isAskedAgain = isAsking;
      if (isAsking) return;
      isAsking = true;
      const answer = await api.invoke('series:page', { feedId, uid });
      isAsking = false;
      if (!isShown) return;
      if (answer.ok) setPage(answer.value);
      else store.getState().problemReported(answer.problem);
      if (isAskedAgain) await ask();
    };
    void ask();
    const stopHappened = api.on('reminders:happened', () => void ask());
    const stopStore = store.subscribe((state, before) => {
      if (state.agenda !== before.agenda || state.notes !== before.notes) void ask();
    });
    return () => {
      isShown = false;
      stopHappened();
      stopStore();
    };
  }, [api, store, feedId, uid]);
  return page;
}
