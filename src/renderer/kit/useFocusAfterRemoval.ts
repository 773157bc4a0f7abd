import { useEffect, useRef, type RefObject } from 'react';

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
