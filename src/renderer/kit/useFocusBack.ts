import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where a part of the screen closes with the focus in it, the focus goes back to where it was when the part opened,
 * instead of being lost to the page. Dialogs see to that themselves.
 * @param shown what the part shows; null while it is closed
 */
export function useFocusBack(shown: string | null): void {
  useEffect(() => {
    if (shown === null) return undefined;
    const before = document.activeElement;
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, [shown]);
}

/**
 * Where one of a list goes with the focus in it, or in a dialog of its own, this is where the focus goes.
 * @param count how many the list has
 */
export function useFocusAfterRemoval<T extends HTMLElement>(count: number): RefObject<T | null> {
  const place = useRef<T>(null);
  const before = useRef(count);
  useEffect(() => {
    const isRemoved = count < before.current;
    before.current = count;
    if (!isRemoved) return undefined;
    // A dialog that goes too looks for what opened it in the next frame, and does not find it.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) place.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [count]);
  return place;
}
