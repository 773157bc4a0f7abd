import { afterRender } from '../../kit/afterRender.ts';

/** Frames until a row certainly has its new path, or will not have it: a search asks main once more. */
const MOST_FRAMES = 600;
/** Frames for which a row that is there stays: what a search finds in the meantime may be without it. */
const STEADY_FRAMES = 60;

/**
 * After a rename: focuses the row under its new path, which the list takes for another row. Ends when the user presses
 * something, or when the row does not come.
 */
export function focusNoteRow(path: string): void {
  const waiting = new AbortController();
  const end = (): void => waiting.abort();
  for (const press of ['keydown', 'pointerdown'])
    document.addEventListener(press, end, { capture: true, signal: waiting.signal });
  const look = (left: number, steady: number): void => {
    if (waiting.signal.aborted) return;
    const row = document.querySelector<HTMLElement>(`.note-rows [data-key="${CSS.escape(path)}"]`);
    const { activeElement } = document;
    // Leave the focus in a dialog that opened meanwhile.
    if (activeElement !== row && activeElement?.closest('[role="dialog"]') === null) row?.focus();
    if (left === 0 || steady === STEADY_FRAMES) end();
    else requestAnimationFrame(() => look(left - 1, row === null ? 0 : steady + 1));
  };
  // The list renders its new row after the reply of main.
  afterRender(() => look(MOST_FRAMES, 0));
}
