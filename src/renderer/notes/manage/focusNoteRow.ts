import { afterRender } from '../../kit/afterRender.ts';

/** Frames until a row certainly has its new path, or will not have it: a search asks main once more. */
const MOST_FRAMES = 60;

/**
 * After a rename: focuses the row under its new path, which the list takes for another row. Does nothing if the row does
 * not come, or the user has left the list meanwhile.
 */
export function focusNoteRow(path: string): void {
  const look = (frames: number): void => {
    const focused = document.activeElement;
    if (focused !== document.body && focused?.closest('.note-rows') === null) return;
    const row = document.querySelector<HTMLElement>(`.note-rows [data-key="${CSS.escape(path)}"]`);
    if (row !== null) row.focus();
    else if (frames < MOST_FRAMES) requestAnimationFrame(() => look(frames + 1));
  };
  // The list renders its new row after the reply of main.
  afterRender(() => look(0));
}
