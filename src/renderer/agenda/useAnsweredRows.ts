import { useEffect } from 'react';
import { useApp } from '../kit/AppContext.tsx';
import { answeredRowOf, type AnsweredRow } from '../store/answersSlice.ts';

/**
 * The answered rows that keep their place: while a toast is shown or the details of one are open, and then until the
 * pointer leaves the list.
 * @param listId of the element with the rows
 */
export function useAnsweredRows(listId: string): readonly AnsweredRow[] {
  const rows = useApp((state) => state.answeredRows);
  const hasToast = useApp((state) => state.undoToast !== null);
  const drop = useApp((state) => state.answeredRowsDropped);
  const isOpen = useApp((state) => answeredRowOf(state.selectedKey)(state) !== null);
  const isDone = rows.length > 0 && !hasToast && !isOpen;
  useEffect(() => {
    if (!isDone) return undefined;
    const list = document.getElementById(listId);
    if (list === null || !list.matches(':hover')) {
      drop();
      return undefined;
    }
    list.addEventListener('pointerleave', drop);
    return () => list.removeEventListener('pointerleave', drop);
  }, [isDone, drop, listId]);
  return rows;
}
