import { texts } from './texts.ts';
/** Shortcuts, active everywhere except in fields and dialogs. */
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

/** The list in the help. */
export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['J'], does: texts.shortcutList.join },
  { keys: ['N'], does: texts.shortcutList.note },
  { keys: ['Y', 'X'], does: texts.shortcutList.answer },
  { keys: ['X'], does: texts.shortcutList.skip },
  {
    keys: ['Ctrl Z'],
    does: texts.shortcutList.undo,
  },
  { keys: ['/'], does: texts.shortcutList.search },
  { keys: ['T'], does: texts.shortcutList.today },
  { keys: ['↑', '↓'], does: texts.shortcutList.rows },
  { keys: ['Enter'], does: texts.shortcutList.details },
  { keys: ['C', 'F8'], does: texts.shortcutList.conduct },
  { keys: ['H'], does: texts.shortcutList.titles },
  { keys: ['Esc'], does: texts.shortcutList.close },
  { keys: ['?'], does: texts.shortcutList.help },
];

/** The parts of a key press that we use. */
export interface KeyPress {
  readonly key: string;
  readonly hasModifier: boolean;
  /** Ctrl+Z, or ⌘Z. */
  readonly isUndo: boolean;
  /** The focus is in a text field, or where arrow keys have their own meaning. */
  readonly isInField: boolean;
  readonly isInDialog: boolean;
  readonly isInList: boolean;
}

/** The shortcut of a key press; null for none. */
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
