import { useEffect, useState } from 'react';

/** Days this far beyond the viewport count too, so that a heading sticks before it is at the top. */
const MARGIN = '200px 0px';

/** Marks the days around the viewport with `data-seen`: a ref for each of them. */
export type WatchDay = (day: HTMLElement | null) => (() => void) | undefined;

/**
 * Marks the days around the viewport. Only their headings stick: each sticking one is a layer of its own, and with those
 * of all rendered days a frame would take several times as long.
 */
export function useSeenDays(): WatchDay {
  const [{ watch, end }] = useState(() => {
    let observer: IntersectionObserver | null = null;
    const mark = (entries: readonly IntersectionObserverEntry[]): void => {
      for (const { target, isIntersecting } of entries) target.toggleAttribute('data-seen', isIntersecting);
    };
    const watchDay: WatchDay = (day) => {
      if (day === null) return undefined;
      observer ??= new IntersectionObserver(mark, { root: day.closest('.scroll'), rootMargin: MARGIN });
      observer.observe(day);
      return () => observer?.unobserve(day);
    };
    return { watch: watchDay, end: () => observer?.disconnect() };
  });
  useEffect(() => end, [end]);
  return watch;
}
