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

/** From this width on, the details are beside the list. */
const wide = watch('(min-width: 1100px)');
/** Up to this width, as in frame.css, the navigation shows icons only. */
const narrow = watch('(max-width: 959px)');

/** From this width on, a screen beside the navigation has room for a column of details that is always there. */
const withPane = watch('(min-width: 68.75rem)');

/** The main pointer can hover, as a mouse does and a finger does not. */
const hovering = watch('(hover: hover)');

/** True if the main pointer can hover. */
export const useHovers = (): boolean => useSyncExternalStore(...hovering);

/** True if two columns fit beside the navigation. */
export const useIsWide = (): boolean => useSyncExternalStore(...wide);

/** True if the navigation shows icons only. */
export const useIsNarrow = (): boolean => useSyncExternalStore(...narrow);

/** True if a column of details fits beside a list for good. */
export const useHasPane = (): boolean => useSyncExternalStore(...withPane);
