import { useEffect, useState } from 'react';
import { followScrollRest } from './scrollRest.ts';

/** The rows of a list, by their ids, that the pointer and the focus are in; null for none. */
export interface RowsInUse {
  readonly pointed: string | null;
  readonly focused: string | null;
  /** The same rows, each once. A row keeps its slot while it is in use: its buttons do not move under the pointer. */
  readonly slots: readonly [string | null, string | null];
}

export const NO_ROWS: RowsInUse = { pointed: null, focused: null, slots: [null, null] };

/** The rows in use after a change; the same object if nothing changes. */
export function withRows(
  before: RowsInUse,
  change: Partial<Pick<RowsInUse, 'pointed' | 'focused'>>,
): RowsInUse {
  const { pointed, focused } = { ...before, ...change };
  if (pointed === before.pointed && focused === before.focused) return before;
  const wanted = new Set([pointed, focused].filter((id) => id !== null));
  const kept = before.slots.map((id) => (id !== null && wanted.delete(id) ? id : null));
  const added = [...wanted];
  const [first = null, second = null] = kept.map((id) => id ?? added.shift() ?? null);
  return { pointed, focused, slots: [first, second] };
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role="row"][data-key]') : null;

/**
 * Follows the rows that the pointer and the focus are in. While the list moves under the pointer no row is pointed at anew: each
 * would render its buttons for a moment.
 * @param listId of the element with the rows
 */
export function useRowsInUse(listId: string): RowsInUse['slots'] {
  const [inUse, setInUse] = useState(NO_ROWS);
  useEffect(() => {
    const list = document.getElementById(listId);
    const scroller = list?.closest<HTMLElement>('.scroll');
    if (!list || !scroller) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const passive = { passive: true, signal };
    let isMoving = false;
    let below: string | null = null;
    const point = (): void => setInUse((before) => withRows(before, { pointed: below }));
    const focus = (focused: string | null): void => setInUse((before) => withRows(before, { focused }));
    list.addEventListener(
      'pointerover',
      ({ target }) => {
        below = rowOf(target)?.dataset['key'] ?? null;
        if (!isMoving) point();
      },
      passive,
    );
    list.addEventListener(
      'pointerleave',
      () => {
        below = null;
        if (!isMoving) point();
      },
      passive,
    );
    followScrollRest(
      scroller,
      {
        onMove: () => (isMoving = true),
        onRest: () => {
          isMoving = false;
          point();
        },
      },
      signal,
    );
    list.addEventListener('focusin', ({ target }) => focus(rowOf(target)?.dataset['key'] ?? null), {
      signal,
    });
    list.addEventListener(
      'focusout',
      ({ target, relatedTarget }) => {
        const row = rowOf(target);
        if (relatedTarget instanceof Node && row?.contains(relatedTarget) === true) return;
        // From the menu of this row the focus comes back to the button that opened it.
        const hasMenu = Boolean(row?.querySelector('[aria-expanded="true"]'));
        if (!hasMenu) focus(null);
      },
      { signal },
    );
    return () => ending.abort();
  }, [listId]);
  return inUse.slots;
}
