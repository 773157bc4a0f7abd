import type { OccurrenceKey } from '#core/keys.ts';
import { useAppStore } from '../kit/AppContext.tsx';

/** Opens the details of a date in the agenda. */
export function useOpenDate(): (key: OccurrenceKey) => void {
  const store = useAppStore();
  return (key) => {
    const { seriesShown, occurrenceSelected } = store.getState();
    seriesShown(null);
    occurrenceSelected(key);
  };
}
