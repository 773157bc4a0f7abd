import { Check, Info, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SECOND } from '#base';
import { Button } from '../kit/widgets/Button.tsx';
import { useApp, useAppStore } from '../kit/AppContext.tsx';
import { undoLast } from './undoLast.ts';
import { texts } from './texts.ts';

/** How long a toast stays (ms); the pointer or the focus on it stops the timer. */
const SHOWN_MS = 8 * SECOND;

const ICONS = { done: Check, undone: Undo2, fact: Info };

/** The last action with an undo button; or what was undone. It is spoken with its key: “Skipped Kites, Undo Ctrl Z”. */
export function UndoToast() {
  const store = useAppStore();
  const toast = useApp(({ undoToast }) => (undoToast?.isStill?.() === false ? null : undoToast));
  const close = useApp((state) => state.undoToastClosed);
  // Number of the toast that is held. A toast that is replaced under the pointer fires no leave event.
  const [held, setHeld] = useState<number | null>(null);
  const Icon = ICONS[toast?.kind ?? 'done'];
  const number = toast?.number ?? null;
  const isHeld = number !== null && held === number;
  useEffect(() => {
    if (number === null || isHeld) return undefined;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [number, isHeld, close]);
  return (
    <div className="toast-place" aria-live="polite">
      {toast !== null && (
        <div
          className="toast"
          data-held={isHeld || undefined}
          onPointerEnter={() => setHeld(number)}
          onPointerLeave={() => setHeld(null)}
          onFocus={() => setHeld(number)}
          onBlur={() => setHeld(null)}
        >
          <Icon aria-hidden size={16} />
          <span className="toast-words">{toast.words}</span>
          {toast.kind === 'done' && (
            <Button size="small" aria-keyshortcuts="Control+Z" onPress={() => void undoLast(store)}>
              {texts.undo} <kbd>{texts.undoKey}</kbd>
            </Button>
          )}
          <span key={number} className="toast-line" aria-hidden />
        </div>
      )}
    </div>
  );
}
