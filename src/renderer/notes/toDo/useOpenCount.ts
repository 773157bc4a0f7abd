import { useEffect, useState } from 'react';
import { useApi, useApp } from '../../kit/AppContext.tsx';

/** The number of the user's own open action items; 0 until main has answered. Requested again when a note changes. */
export function useOpenCount(): number {
  const api = useApi();
  const notes = useApp((state) => state.notes);
  const ownName = useApp((state) => state.settings?.nameInNotes);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const fetch = async (): Promise<void> => {
      const outcome = await api.invoke('notes:countOpen');
      if (isCurrent && outcome.ok) setCount(outcome.value);
    };
    void fetch();
    return () => {
      isCurrent = false;
    };
  }, [api, notes, ownName]);
  return count;
}
