import type { PanelAction, PanelSnapshot } from '#core/tray/panelSnapshot.ts';

/** What a key asks for: to turn to another meeting, or to do something. */
export type PanelKey =
  | { readonly kind: 'choose'; readonly key: string }
  | { readonly kind: 'act'; readonly action: PanelAction };

/**
 * Reads a key of the panel; null where it means nothing. @param chosen key of the meeting that the panel is about
 * @param isOnButton the focus is on a button, whose own key Enter is
 */
export function panelKey(
  key: string,
  meetings: PanelSnapshot['meetings'],
  chosen: string | null,
  isOnButton: boolean,
): PanelKey | null {
  const at = meetings.findIndex((meeting) => meeting.key === chosen);
  const isMaybe = meetings[at]?.isMaybe === true;
  const choose = (index: number): PanelKey | null => {
    const meeting = meetings[index];
    return meeting === undefined ? null : { kind: 'choose', key: meeting.key };
  };
  const join = (): PanelKey | null =>
    chosen !== null && meetings[at]?.service !== null
      ? { kind: 'act', action: { kind: 'join', key: chosen } }
      : null;
  if (/^[1-9]$/.test(key)) return choose(Number(key) - 1);
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowDown':
      return choose(Math.min(at + 1, meetings.length - 1));
    case 'ArrowUp':
      return choose(Math.max(at - 1, 0));
    case 'Home':
      return choose(0);
    case 'End':
      return choose(meetings.length - 1);
    case 'Enter':
      return isOnButton ? null : join();
    case 'j':
      return join();
    case 'y':
      return isMaybe && chosen !== null ? { kind: 'act', action: { kind: 'itIsOn', key: chosen } } : null;
    case 'x':
      if (chosen === null) return null;
      return { kind: 'act', action: { kind: isMaybe ? 'notThisWeek' : 'skip', key: chosen } };
    case 'n':
      return { kind: 'act', action: { kind: 'note', key: chosen } };
    case 'o':
      return { kind: 'act', action: { kind: 'open', key: chosen } };
    case 'Escape':
      return { kind: 'act', action: { kind: 'close' } };
    default:
      return null;
  }
}
