import type { SeriesName } from '#core/keys.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { texts } from './texts.ts';

/** Answers whether a meeting that only a text states still takes place. */
export interface StatementActions {
  readonly answer: (title: string, series: readonly SeriesName[], says: 'yes' | 'no') => void;
  readonly takeBack: (series: readonly SeriesName[]) => void;
}

/** Stores such answers, and offers to undo them. */
export function useStatement(): StatementActions {
  const [api, store] = [useApi(), useAppStore()];
  const say = async (series: readonly SeriesName[], says: 'yes' | 'no' | null): Promise<boolean> => {
    const outcome = await api.invoke('statements:say', [...series], says);
    if (!outcome.ok) store.getState().problemReported(outcome.problem);
    return outcome.ok;
  };
  const answer = async (title: string, series: readonly SeriesName[], says: 'yes' | 'no'): Promise<void> => {
    if (!(await say(series, says))) return;
    store.getState().undoOffered({
      ...texts.answered(title, says),
      takeBack: () => api.invoke('statements:say', [...series], null),
    });
  };
  return {
    answer: (title, series, says) => void answer(title, series, says),
    takeBack: (series) => void say(series, null),
  };
}
