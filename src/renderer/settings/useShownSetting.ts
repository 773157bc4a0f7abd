import { useEffect, type RefObject } from 'react';
import { SECOND } from '#base';
import { useApp } from '../kit/AppContext.tsx';

/** How long a row stays lit (ms). */
const LIT_MS = 2 * SECOND;

const FOCUSABLE = 'button:not([disabled]):not([tabindex="-1"]), input:not([disabled]), [tabindex="0"]';

/** Focuses the row that a search or another screen asked for, and ends its light. Without a control its section is focused. */
export function useShownSetting(section: RefObject<HTMLElement | null>): void {
  const shown = useApp((state) => state.shownSetting);
  const end = useApp((state) => state.settingLeft);
  useEffect(() => {
    if (shown === null) return undefined;
    const row = section.current?.querySelector(`[data-setting="${CSS.escape(shown.label)}"]`) ?? null;
    const control = row?.querySelector<HTMLElement>(FOCUSABLE) ?? section.current;
    control?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    const timer = setTimeout(() => end(shown.number), LIT_MS);
    return () => clearTimeout(timer);
  }, [shown, section, end]);
}
