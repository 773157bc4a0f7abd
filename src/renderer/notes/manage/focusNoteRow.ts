import { afterRender } from '../../kit/afterRender.ts';

/**
 * After a rename: focuses the row under its new path, which the list takes for another row. Does nothing if the row is out
 * of sight, or the user has left the list meanwhile.
 */
export function focusNoteRow(path: string): void {
  // The list renders its new row after the reply of main.
  afterRender(() => {
    const focused = document.activeElement;
    if (focused !== document.body && focused?.closest('.note-rows') === null) return;
    document.querySelector<HTMLElement>(`.note-rows [data-key="${CSS.escape(path)}"]`)?.focus();
  });
}
