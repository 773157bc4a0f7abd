import { useEffect } from 'react';

/**
 * Where a part of the screen closes with the focus in it, the focus goes back to where it was when the part opened,
 * instead of being lost to the page. Dialogs see to that themselves.
 * @param shown what the part shows; null while it is closed
 */
export function useFocusBack(shown: string | null): void {
  useEffect(() => {
    if (shown === null) return undefined;
    const before = document.activeElement;
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, [shown]);
}
