import { useSyncExternalStore } from 'react';

/** From here on the details stand beside the list instead of over it; the same number stands in agenda.css. */
const wide = window.matchMedia('(min-width: 60rem)');

const subscribe = (callback: () => void): (() => void) => {
  wide.addEventListener('change', callback);
  return () => wide.removeEventListener('change', callback);
};

/** Is there room for two columns beside the navigation? */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
