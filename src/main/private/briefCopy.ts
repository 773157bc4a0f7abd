import { MINUTE } from '#base';
import type { Ports } from '../ports/ports.ts';

/** Copies private texts, and clears the clipboard if it still holds the last one after a minute, or when the app ends. */
export interface BriefCopy extends AsyncDisposable {
  copy(text: string): Promise<void>;
}

const CLEARED_AFTER_MS = MINUTE;

export function createBriefCopy({ clock, desktop }: Pick<Ports, 'clock' | 'desktop'>): BriefCopy {
  let held: { readonly text: string; readonly timer: Disposable } | null = null;
  const clear = async (): Promise<void> => {
    held?.timer[Symbol.dispose]();
    const text = held?.text;
    held = null;
    if (text !== undefined) await desktop.clearCopied(text).catch(() => undefined);
  };
  return {
    async copy(text) {
      await desktop.copy(text);
      held?.timer[Symbol.dispose]();
      held = { text, timer: clock.after(CLEARED_AFTER_MS, () => void clear()) };
    },
    [Symbol.asyncDispose]: clear,
  };
}
