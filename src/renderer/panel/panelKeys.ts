import type { PanelAction, PanelSnapshot } from '#core/tray/panelSnapshot.ts';

/** The action of a key: choose another meeting, or act on the chosen one. */
export type PanelKey =
  | { readonly kind: 'choose'; readonly key: string }
  | { readonly kind: 'act'; readonly action: PanelAction };

/**
 * The action of a key in the panel.
 * @param key a letter in lower case, else as the event names it
 * @param chosen key of the chosen meeting
 * @param isOnButton the focus is on a button that Enter presses; the rows' are none
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
  const act = (action: PanelAction): PanelKey => ({ kind: 'act', action });
  const join = (): PanelKey | null =>
    chosen !== null && meetings[at]?.service !== null ? act({ kind: 'join', key: chosen }) : null;
  if (/^[1-9]$/.test(key)) return choose(Number(key) - 1);
  switch (key) {
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
      return isMaybe && chosen !== null ? act({ kind: 'itIsOn', key: chosen }) : null;
    case 'x':
      return chosen === null ? null : act({ kind: isMaybe ? 'notThisWeek' : 'skip', key: chosen });
    case 'n':
      return act({ kind: 'note', key: chosen });
    case 'b':
      return chosen === null ? null : act({ kind: 'brief', key: chosen });
    case 'o':
      return act({ kind: 'open', key: chosen });
    case 'Escape':
      return act({ kind: 'close' });
    default:
      return null;
  }
}
