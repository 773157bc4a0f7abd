import { useEffect, useState, type RefObject } from 'react';
import { MINUTE, type Instant } from '#base';
import { useTicker } from '../kit/AppContext.tsx';

const minuteOf = (now: Instant): Instant => now - (now % MINUTE);

/**
 * The present minute, for what changes its place when a meeting ends. It stands still while the pointer or the focus is
 * in the element: nothing moves below them.
 */
export function useRestingMinute(place: RefObject<HTMLElement | null>): Instant {
  const ticker = useTicker();
  const [minute, setMinute] = useState(() => minuteOf(ticker.now()));
  useEffect(
    () =>
      ticker.subscribe(() => {
        const isInUse = place.current?.matches(':hover, :focus-within') === true;
        if (!isInUse) setMinute(minuteOf(ticker.now()));
      }),
    [place, ticker],
  );
  return minute;
}
