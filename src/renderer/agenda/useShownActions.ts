import { useEffect, useState } from 'react';
import { useHovers } from '../kit/useMedia.ts';
import type { ShownActions } from './RowActions.tsx';

/** Up to this width, as in rows.css, a row has room for its menu alone. */
const NARROW_PX = 500;

/** Which buttons the rows of a list always have: in a narrow one the menu, and all without a pointer that hovers. */
export function useShownActions(listId: string): ShownActions {
  const hovers = useHovers();
  const [isNarrow, setIsNarrow] = useState(false);
  useEffect(() => {
    const place = document.getElementById(listId)?.closest('.agenda-main');
    if (!place) return undefined;
    const sizes = new ResizeObserver(() => setIsNarrow(place.clientWidth <= NARROW_PX));
    sizes.observe(place);
    return () => sizes.disconnect();
  }, [listId]);
  return isNarrow ? 'menu' : hovers ? 'none' : 'all';
}
