/** A list is at rest once it has not moved for this time (ms): the notches of a turning wheel are closer together. */
const REST_MS = 120;

/** What happens when a list begins to move, and when it is at rest again. */
interface ScrollRest {
  readonly onMove?: () => void;
  readonly onRest: () => void;
}

/** Follows the movement of a scrolling element, until the signal ends it. */
export function followScrollRest(
  scroller: HTMLElement,
  { onMove, onRest }: ScrollRest,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  scroller.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = undefined;
      onMove?.();
    },
    { passive: true, signal },
  );
  scroller.addEventListener(
    'scrollend',
    () => {
      clearTimeout(timer);
      timer = setTimeout(onRest, REST_MS);
    },
    { passive: true, signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
