/** Keys that work anywhere but in a field or a dialog. */
export type ShortcutName =
  | 'join'
  | 'note'
  | 'search'
  | 'today'
  | 'help'
  | 'close'
  | 'rows'
  | 'conduct'
  | 'titles'
  | 'itIsOn'
  | 'notThisWeek'
  | 'undo';

/** What the help shows, in its order. */
export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['J'], does: 'Join the chosen meeting, else the one that is next' },
  { keys: ['N'], does: 'Write a note about it' },
  { keys: ['Y', 'X'], does: 'Answer a meeting that may be on: it is on, not this week' },
  { keys: ['X'], does: 'Skip the chosen meeting, or go after all' },
  {
    keys: ['Ctrl Z'],
    does: 'Take back what was done last: an answer, a skip, a join; again for the one before',
  },
  { keys: ['/'], does: 'Search' },
  { keys: ['T'], does: 'Back to today' },
  { keys: ['↑', '↓'], does: 'Move through the meetings' },
  { keys: ['Enter'], does: 'Show the details' },
  { keys: ['C', 'F8'], does: 'Report a concern; F8 also while writing' },
  { keys: ['H'], does: 'Hide or show titles in reminders' },
  { keys: ['Esc'], does: 'Close details or dialog' },
  { keys: ['?'], does: 'Show this help' },
];

/** What of a key press matters here. */
export interface KeyPress {
  readonly key: string;
  readonly hasModifier: boolean;
  /** The platform's keys for taking back. */
  readonly isUndo: boolean;
  /** The focus is where letters are text, or where arrows have a meaning of their own. */
  readonly isInField: boolean;
  readonly isInDialog: boolean;
  readonly isInList: boolean;
}

/** What a key press asks for; null when it is none of our business. */
export function shortcutFor(press: KeyPress): ShortcutName | null {
  if (press.isUndo && !press.isInField) return 'undo';
  if (press.hasModifier || press.isInDialog) return null;
  if (press.key === 'F8') return 'conduct';
  if (press.isInField) return null;
  switch (press.key.length === 1 ? press.key.toLowerCase() : press.key) {
    case 'j':
      return 'join';
    case 'n':
      return 'note';
    case 'c':
      return 'conduct';
    case 'y':
      return 'itIsOn';
    case 'x':
      return 'notThisWeek';
    case 'h':
      return 'titles';
    case '/':
      return 'search';
    case 't':
      return 'today';
    case '?':
      return 'help';
    case 'Escape':
      return 'close';
    case 'ArrowDown':
    case 'ArrowUp':
      return press.isInList ? null : 'rows';
    default:
      return null;
  }
}
