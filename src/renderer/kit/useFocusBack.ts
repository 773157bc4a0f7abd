import { useEffect, useRef, type RefObject } from 'react';

/**
 * When a part of the screen closes with the focus in it, returns the focus to where it was when the part opened.
 * Dialogs do that themselves.
 * @param shown key of the content; null while closed
 * @param insteadId of an element that gets the focus if the place from before is gone
 */
export function useFocusBack(shown: string | null, insteadId: string): void {
  useEffect(() => {
    if (shown === null) return undefined;
    const before = document.activeElement;
    return () => {
      if (document.activeElement !== document.body || !(before instanceof HTMLElement)) return;
      if (before.isConnected) return before.focus();
      document.getElementById(insteadId)?.focus({ preventScroll: true });
    };
  }, [shown, insteadId]);
}

/**
 * Returns a ref to the element that gets the focus when the focused item of a list (or its dialog) is removed.
 * @param count length of the list
 */
export function useFocusAfterRemoval<T extends HTMLElement>(count: number): RefObject<T | null> {
  const place = useRef<T>(null);
  const before = useRef(count);
  useEffect(() => {
    const isRemoved = count < before.current;
    before.current = count;
    if (!isRemoved) return undefined;
    // A dialog that closes at the same time looks for its opener in the next frame, and does not find it.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) place.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [count]);
  return place;
}
