import { useEffect, type RefObject } from 'react';

/** A day or a row: headings stick, and what is kept out of sight for its focus shows nothing. */
const isInPlace = (element: Element | undefined): boolean =>
  element?.matches(':is(.day, .row-item):not([data-kept])') === true;

/** The first day or row of some, from top to bottom, that ends below a height (px). Halves, since there are hundreds. */
function firstBelow(elements: HTMLCollection, top: number): Element | undefined {
  let [from, to] = [0, elements.length];
  while (from < to && !isInPlace(elements[from])) from++;
  while (from < to && !isInPlace(elements[to - 1])) to--;
  const end = to;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > top) to = middle;
    else from = middle + 1;
  }
  return from < end ? elements[from] : undefined;
}

/** The first row below a height (px), or the next meeting. */
function anchorBelow(scroller: Element, top: number): Element | undefined {
  for (const part of scroller.children) {
    const isBelow = part.getBoundingClientRect().bottom > top;
    if (isBelow && part.matches('.agenda-now')) return part;
    const days = isBelow ? part.querySelector('.days') : null;
    const day = days === null ? undefined : firstBelow(days.children, top);
    if (day !== undefined) return firstBelow(day.children, top) ?? day;
  }
  return undefined;
}

/** An element at the top of the viewport, and where it was. */
interface Place {
  readonly element: Element;
  readonly top: number;
  readonly scrolled: number;
  /** where the scrolling element itself was */
  readonly frame: number;
}

/**
 * Keeps what a scrolling element shows in its place while content above it comes, goes or changes its height. The
 * browser's own anchoring does not at the very top, where earlier days are added.
 */
export function useKeptPlace(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let place: Place | null = null;
    const remember = (): void => {
      const { top } = element.getBoundingClientRect();
      const first = anchorBelow(element, top + 1);
      place =
        first === undefined
          ? null
          : {
              element: first,
              top: first.getBoundingClientRect().top,
              scrolled: element.scrollTop,
              frame: top,
            };
    };
    const restore = (): void => {
      if (place?.element.isConnected === true) {
        const { top } = place.element.getBoundingClientRect();
        // Without a pointer on it, also behind a dialog, the list moves with its frame: a banner that comes must not
        // cut off the hero.
        const frame = element.matches(':hover') ? 0 : element.getBoundingClientRect().top - place.frame;
        const shift = top - place.top + (element.scrollTop - place.scrolled) - frame;
        // Most changes are far below, and there are some in each frame while the list grows.
        if (frame === 0 && Math.abs(shift) < 1) return;
        element.scrollTop += shift;
      }
      remember();
    };
    // Rows that come and go may leave the height as it was. Measuring during an event would disturb what it does next.
    let frame = 0;
    const mutations = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(restore);
    });
    mutations.observe(element, { childList: true, subtree: true });
    const sizes = new ResizeObserver(restore);
    // A banner above the list makes the list lower, and moves it. They are first called
    // after the layout of the frame: measuring earlier would force one more layout of the whole screen.
    for (const each of [element, ...element.children]) sizes.observe(each);
    element.addEventListener('scroll', remember, { passive: true });
    return () => {
      mutations.disconnect();
      sizes.disconnect();
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', remember);
    };
  }, [scroller]);
}
