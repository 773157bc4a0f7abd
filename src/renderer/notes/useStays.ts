import { useState } from 'react';
import { useApp } from '../kit/AppContext.tsx';

/** Items of a list that have been ticked and keep their place for a while. */
export interface Stays {
  readonly stays: ReadonlySet<string>;
  readonly stay: (id: string) => void;
  /** Of the list. */
  readonly holds: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
  };
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Ticked items keep their place until the toast with their undo is gone and the pointer is elsewhere, so that no row
 * moves under the pointer.
 */
export function useStays(): Stays {
  const hasToast = useApp((state) => state.undoToast !== null);
  const [stays, setStays] = useState(NONE);
  const [isPointerIn, setPointerIn] = useState(false);
  const [wasToasted, setToasted] = useState(false);
  if (hasToast && stays.size > 0 && !wasToasted) setToasted(true);
  if (wasToasted && !hasToast && !isPointerIn) {
    setStays(NONE);
    setToasted(false);
  }
  return {
    stays,
    stay: (id) => setStays((before) => new Set([...before, id])),
    holds: { onPointerEnter: () => setPointerIn(true), onPointerLeave: () => setPointerIn(false) },
  };
}
