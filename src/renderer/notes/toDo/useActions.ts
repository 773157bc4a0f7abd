import { useEffect, useState } from 'react';
import type { NotedAction } from '#core/notes/note.ts';
import { useApi, useAppStore } from '../../kit/AppContext.tsx';

/** The action items of all notes; null until main has answered. Requested again when a note changes. */
export function useActions(): readonly NotedAction[] | null {
  const api = useApi();
  const store = useAppStore();
  const [actions, setActions] = useState<readonly NotedAction[] | null>(null);
  useEffect(() => {
    let isShown = true;
    const fetch = async (): Promise<void> => {
      const outcome = await api.invoke('notes:actions');
      if (isShown && outcome.ok) setActions(outcome.value);
    };
    void fetch();
    const end = store.subscribe((state, before) => {
      if (state.notes !== before.notes) void fetch();
    });
    return () => {
      isShown = false;
      end();
    };
  }, [api, store]);
  return actions;
}
