import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SECOND } from '../../shared/time.ts';
import type { Api } from '../api.ts';
import type { AppStore } from '../store/store.ts';
import { Button } from '../widgets/Button.tsx';
import { useApi, useApp, useAppStore } from './AppContext.tsx';

/** So long it can be seen; the pointer or the focus on it stops its clock. */
const SHOWN_MS = 8 * SECOND;

/** Takes back what was done last, where that is still offered. */
export function undoLast(store: AppStore, api: Api): void {
  const { undo, undoClosed } = store.getState();
  if (undo === null) return;
  const { what } = undo;
  if (what.kind === 'week') api.perform('weeks:takeBack', what.series, 'last');
  else if (what.kind === 'visit') api.perform('join:undo', what.key);
  else api.perform('skips:choose', what.key, null);
  undoClosed();
}

/** What was just done, and a way to take it back. */
export function UndoToast() {
  const [store, api] = [useAppStore(), useApi()];
  const undo = useApp((state) => state.undo);
  const close = useApp((state) => state.undoClosed);
  const [isHeld, setHeld] = useState(false);
  const number = undo?.number ?? null;
  useEffect(() => {
    if (number === null || isHeld) return undefined;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [number, isHeld, close]);
  return (
    <div className="toast-place" aria-live="polite">
      {undo !== null && (
        <div
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <Check aria-hidden size={16} />
          <span className="toast-words">{undo.words}</span>
          <Button size="small" aria-keyshortcuts="Control+Z" onPress={() => undoLast(store, api)}>
            Undo
          </Button>
        </div>
      )}
    </div>
  );
}
