import { useEffect, useState } from 'react';
import { useAppStore } from '../kit/AppContext.tsx';

/**
 * The draft, for what shows something of it. While one types it follows at a calm pace, in idle time; what else changes
 * the draft shows at once.
 * @param pace how often (ms)
 */
export function useDraft(pace: number | ((draft: string) => number)): string {
  const store = useAppStore();
  const [draft, setDraft] = useState(() => store.getState().draft);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let idle: number | null = null;
    const stop = (): void => {
      if (timer !== null) clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
      timer = null;
      idle = null;
    };
    const show = (): void => {
      stop();
      setDraft(store.getState().readDraft());
    };
    const showWhenIdle = (): void => {
      idle = requestIdleCallback(show, { timeout: LONGEST_WAIT_MS });
    };
    const end = store.subscribe((state, before) => {
      if (state.draft === before.draft && (state.typed === null) === (before.typed === null)) return;
      const isTyped = (state.typed ?? before.typed) !== null && state.openNote === before.openNote;
      if (!isTyped) return show();
      const ms = typeof pace === 'number' ? pace : pace(state.draft);
      if (timer === null && idle === null) timer = setTimeout(showWhenIdle, ms);
    });
    // It may have changed since it was rendered.
    show();
    return () => {
      end();
      stop();
    };
  }, [store, pace]);
  return draft;
}

/** How long a busy window may put it off (ms). */
const LONGEST_WAIT_MS = 200;
