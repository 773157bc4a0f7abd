import { useEffect, useRef, type RefObject } from 'react';

/** Frames for which the menu or dialog that removed an item may stay. */
const MOST_FRAMES = 60;

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
    let frame = 0;
    const look = (left: number): void => {
      const { activeElement, body } = document;
      if (activeElement === body) place.current?.focus();
      else if (left > 0 && activeElement?.closest('[role="menu"], [role="dialog"]') !== null)
        lookLater(left - 1);
    };
    const lookLater = (left: number): void => {
      frame = requestAnimationFrame(() => look(left));
    };
    // A menu that closes looks for its opener in the next frame, and does not find it.
    lookLater(MOST_FRAMES);
    return () => cancelAnimationFrame(frame);
  }, [count]);
  return place;
}
