import { useEffect } from 'react';
import { readAhead } from '#core/search/rank.ts';
import { allEntries, type PaletteSources } from './paletteEntries.ts';

/** Left of an idle moment, for what the page has to do then (ms). */
const SPARED_MS = 1;

/**
 * Reads the names of the entries while the palette waits for its first letter: reading thousands of them would take
 * longer than a frame.
 */
export function useReadAhead(sources: PaletteSources): void {
  useEffect(() => {
    const unread = allEntries(sources).values();
    const step = (deadline: IdleDeadline): void => {
      while (deadline.timeRemaining() > SPARED_MS) {
        const { value, done } = unread.next();
        if (done === true) return;
        readAhead(value);
      }
      request = requestIdleCallback(step);
    };
    let request = requestIdleCallback(step);
    return () => cancelIdleCallback(request);
  }, [sources]);
}
