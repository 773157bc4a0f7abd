import { startTransition, useEffect, useState } from 'react';

/** Also a busy page goes on with a list that is not complete. */
const LATEST_MS = 300;

export interface Growth {
  /** Rendered at once. */
  readonly first: number;
  /** What fills a screen: so far each step doubles what is there. */
  readonly screen: number;
  /** Added by each later step; a step takes no longer than a frame or two. */
  readonly step: number;
}

/**
 * How many of `count` rows to render now. A long list is made in steps, when the page is idle, so that no key or click
 * waits for all of it.
 */
export function useGrowing(count: number, { first, screen, step }: Growth): number {
  const [most, setMost] = useState(first);
  useEffect(() => {
    if (most >= count) return undefined;
    const request = requestIdleCallback(
      () => startTransition(() => setMost(most < screen ? most * 2 : most + step)),
      {
        timeout: LATEST_MS,
      },
    );
    return () => cancelIdleCallback(request);
  }, [most, count, screen, step]);
  return most;
}

/** The first rows of lists. @param rowsOf of one list */
export function firstOf<List, Row>(
  lists: readonly List[],
  most: number,
  rowsOf: (list: List) => readonly Row[],
  withRows: (list: List, rows: readonly Row[]) => List,
): readonly List[] {
  let left = most;
  return lists.flatMap((list) => {
    const rows = rowsOf(list);
    const shown = Math.min(rows.length, Math.max(0, left));
    left -= rows.length;
    if (shown === rows.length) return [list];
    return shown === 0 ? [] : [withRows(list, rows.slice(0, shown))];
  });
}
