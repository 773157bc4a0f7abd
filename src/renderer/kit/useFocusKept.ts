import { useEffect } from 'react';
import { SCREEN_TITLE_ID } from './ScreenHead.tsx';

/** Text fields are left out: shortcuts would be typed into them. */
const FOCUSABLE = 'a[href], button, input:is([type="radio"], [type="checkbox"]), [tabindex]';
/** These return the focus to their opener, if it is there. */
const GIVES_BACK = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** Dialogs and panes move the focus themselves within this time, ms, or in the next frame. */
const PATIENCE_MS = 100;

/** The tab stops within an element, in order. */
const stopsIn = (place: Element): HTMLElement[] =>
  [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility(),
  );

/** An ancestor of the focused element, and the index of that element among its tab stops. */
interface Place {
  readonly element: Element;
  readonly index: number;
}

function placesAround(focused: Element): Place[] {
  const places: Place[] = [];
  // A row of a long list is none, and gets the focus in each frame while an arrow key is held.
  const isStop = focused instanceof HTMLElement && focused.tabIndex >= 0;
  const stops = isStop ? stopsIn(document.body) : [];
  const own = isStop ? stops.indexOf(focused) : -1;
  /** The first stop within the ancestor: those between it and the focused one are, too. */
  let first = own;
  for (let element = focused.parentElement; element !== null; element = element.parentElement) {
    while (first > 0 && element.contains(stops[first - 1] ?? null)) first -= 1;
    places.push({ element, index: own - first });
  }
  return places;
}

/**
 * When the focused element is removed, hidden or disabled, as “Undo” or “Move up” is once pressed, focuses the element in its
 * place. A button that is only busy is pending instead, and keeps the focus. Without this, the focus would fall back to the page, and Tab would start
 * at the top of the window.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let focused: Element | null = null;
    let places: readonly Place[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    const remember = (): void => {
      focused = document.activeElement;
      places = focused === null ? [] : placesAround(focused);
    };
    const isLost = (): boolean => document.activeElement === document.body && focused !== null;
    /** A press elsewhere moves the focus on purpose. */
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && focused?.contains(target) !== true) focused = null;
    };
    const put = (): void => {
      // A control that was hidden keeps the focus until the next frame.
      if (focused === null || (!isLost() && document.activeElement !== focused)) return;
      const isThere = focused.isConnected && focused.checkVisibility() && !focused.matches(':disabled');
      if (isThere && focused instanceof HTMLElement) return isLost() ? focused.focus() : undefined;
      // A dialog that no control opened, such as the question of a link, has nothing to give the focus back to.
      if (focused.closest(GIVES_BACK) !== null) return document.getElementById(SCREEN_TITLE_ID)?.focus();
      for (const { element, index } of places) {
        const stops = element.isConnected ? stopsIn(element) : [];
        const stop = stops[Math.min(Math.max(index, 0), stops.length - 1)];
        if (stop !== undefined) return stop.focus();
      }
    };
    let isWaiting = false;
    const look = (): void => {
      // Further changes do not put it off: the agenda may render many times after one answer.
      if (isWaiting) return;
      isWaiting = true;
      timer = setTimeout(() => {
        // React Aria gives the focus back in a frame, and a busy window draws none for a while.
        frame = requestAnimationFrame(() => {
          timer = setTimeout(() => {
            isWaiting = false;
            put();
          });
        });
      }, PATIENCE_MS);
    };
    const observer = new MutationObserver(() => {
      if (isLost()) look();
    });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', leave, { capture: true });
    // Another layout hides controls without any change in the page, and the focus leaves them at the next frame.
    window.addEventListener('resize', look);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      observer.disconnect();
      window.removeEventListener('resize', look);
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', leave, { capture: true });
    };
  }, []);
}
