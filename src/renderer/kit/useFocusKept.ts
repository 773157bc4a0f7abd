import { useEffect } from 'react';

/** No field for text: keys that were meant for the window would be typed into it. */
const FOCUSABLE = 'a[href], button, input:is([type="radio"], [type="checkbox"]), [tabindex]';
/** These give the focus back to what opened them. */
const GIVES_BACK = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** Dialogs and panes move the focus themselves within this time, ms. */
const PATIENCE_MS = 100;

/** What Tab reaches within an element, in its order. */
const stopsIn = (place: Element): HTMLElement[] =>
  [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility(),
  );

/** An element around the one with the focus, and as which of its stops that one came. */
interface Place {
  readonly element: Element;
  readonly index: number;
}

function placesAround(focused: Element): Place[] {
  const places: Place[] = [];
  for (let element = focused.parentElement; element !== null; element = element.parentElement)
    places.push({ element, index: stopsIn(element).findIndex((one) => one === focused) });
  return places;
}

/**
 * Where the element with the focus goes, as “Undo” does once it was pressed, the focus goes to what stands in its place
 * now; where it only was disabled for a while, the focus comes back to it. Lost to the page it would let Tab begin at
 * the top of the window.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let focused: Element | null = null;
    let places: readonly Place[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = (): void => {
      focused = document.activeElement;
      places = focused === null ? [] : placesAround(focused);
    };
    const isLost = (): boolean => document.activeElement === document.body && focused !== null;
    /** A press beside it takes the focus away on purpose. */
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && focused?.contains(target) !== true) focused = null;
    };
    const put = (): void => {
      if (!isLost() || focused === null) return;
      if (focused.isConnected) {
        if (focused instanceof HTMLElement && !focused.matches(':disabled')) focused.focus();
        return;
      }
      if (focused.closest(GIVES_BACK) !== null) return;
      for (const { element, index } of places) {
        const stops = element.isConnected ? stopsIn(element) : [];
        const stop = stops[Math.min(Math.max(index, 0), stops.length - 1)];
        if (stop !== undefined) return stop.focus();
      }
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = setTimeout(put, PATIENCE_MS);
    });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', leave, { capture: true });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', leave, { capture: true });
    };
  }, []);
}
