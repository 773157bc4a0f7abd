import { afterRender } from '../../kit/afterRender.ts';

/** Frames until a row certainly has its new path, or will not have it: a search asks main once more. */
const MOST_FRAMES = 600;

/**
 * After a rename: focuses the row under its new path, which the list takes for another row. Does nothing if the row does
 * not come before the user presses something.
 */
export function focusNoteRow(path: string): void {
  const waiting = new AbortController();
  const end = (): void => waiting.abort();
  for (const press of ['keydown', 'pointerdown'])
    document.addEventListener(press, end, { capture: true, signal: waiting.signal });
  const look = (frames: number): void => {
    if (waiting.signal.aborted) return;
    const row = document.querySelector<HTMLElement>(`.note-rows [data-key="${CSS.escape(path)}"]`);
    row?.focus();
    if (row !== null || frames === MOST_FRAMES) end();
    else requestAnimationFrame(() => look(frames + 1));
  };
  // The list renders its new row after the reply of main.
  afterRender(() => look(0));
}
