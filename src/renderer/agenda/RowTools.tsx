import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { hasEnded } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { ZoneName } from '#base';
import { useNow } from '../kit/AppContext.tsx';
import { RowActions } from './RowActions.tsx';
import type { OpenMenu } from './RowMenu.tsx';

/** Makes the element that is moved from row to row. */
function newPlace(): HTMLElement {
  const place = document.createElement('span');
  place.className = 'row-actions';
  return place;
}

export interface RowToolsProps {
  /** Of the list. */
  readonly listId: string;
  /** Of the row. */
  readonly id: string | null;
  /** Its meeting; null while there is no such row. */
  readonly occurrence: Occurrence | null;
  /** The row has no buttons of its own, and may have some. */
  readonly hasButtons: boolean;
  readonly zone: ZoneName;
  readonly onMenu: (menu: OpenMenu) => void;
}

/** @param before the row that may be the one meant */
function findRow(listId: string, id: string, before: HTMLElement | null): HTMLElement | null {
  if (before?.isConnected === true && before.dataset['key'] === id) return before;
  return document.querySelector<HTMLElement>(`#${listId} [data-key="${CSS.escape(id)}"]`);
}

/**
 * Marks the row that the pointer or the focus is in, and gives it its buttons. They are rendered once and moved from row
 * to row: to render them and both rows anew takes longer than a held arrow key leaves.
 */
export function RowTools({ listId, id, occurrence, hasButtons, zone, onMenu }: RowToolsProps) {
  const [place] = useState(newPlace);
  const marked = useRef<HTMLElement | null>(null);
  const isOver = useNow((now) => occurrence !== null && hasEnded(occurrence, now, zone));
  // Whenever the list renders: the row may be another element.
  useLayoutEffect(() => {
    const row = id === null || occurrence === null ? null : findRow(listId, id, marked.current);
    if (row !== marked.current) {
      marked.current?.removeAttribute('data-pointed');
      row?.setAttribute('data-pointed', '');
      marked.current = row;
    }
    const cell = hasButtons ? (row?.firstElementChild ?? null) : null;
    if (place.parentElement === cell) return;
    if (cell === null) place.remove();
    else cell.append(place);
  });
  if (occurrence === null || !hasButtons) return null;
  const isOff = occurrence.status === 'cancelled' || occurrence.skipped !== null;
  return createPortal(
    <RowActions occurrence={occurrence} isJoinable={!isOver && !isOff} shown="all" onMenu={onMenu} />,
    place,
  );
}
