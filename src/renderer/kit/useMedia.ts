import { useSyncExternalStore } from 'react';

type Media = readonly [subscribe: (callback: () => void) => () => void, matches: () => boolean];

const watch = (query: string): Media => {
  const list = window.matchMedia(query);
  return [
    (callback) => {
      list.addEventListener('change', callback);
      return () => list.removeEventListener('change', callback);
    },
    () => list.matches,
  ];
};

/** From here on the details stand beside the list instead of over it. */
const wide = watch('(min-width: 60rem)');
/** The same width as in frame.css, up to which the navigation shows icons only. */
const narrow = watch('(max-width: 52rem)');

/** Is there room for two columns beside the navigation? */
export const useIsWide = (): boolean => useSyncExternalStore(...wide);

/** Are there only icons in the navigation? */
export const useIsNarrow = (): boolean => useSyncExternalStore(...narrow);
