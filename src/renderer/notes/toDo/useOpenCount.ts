import { useEffect, useState } from 'react';
import { useApi, useAppStore } from '../../kit/AppContext.tsx';

/** The number of the user's own open action items; 0 until main has answered. Requested again when a note changes. */
export function useOpenCount(): number {
  const api = useApi();
  const store = useAppStore();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isShown = true;
    const fetch = async (): Promise<void> => {
      const outcome = await api.invoke('notes:countOpen');
      if (isShown && outcome.ok) setCount(outcome.value);
    };
    void fetch();
    const end = store.subscribe(({ notes, settings }, before) => {
      if (notes !== before.notes || settings?.nameInNotes !== before.settings?.nameInNotes) void fetch();
    });
    return () => {
      isShown = false;
      end();
    };
  }, [api, store]);
  return count;
}
