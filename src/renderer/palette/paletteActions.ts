import type { ShortcutName } from '../keys/shortcuts.ts';

/** Actions that have a key too. */
const WITH_KEY = [
  'join',
  'note',
  'brief',
  'passcode',
  'reminders',
  'roomLink',
  'newNote',
  'today',
  'list',
  'day',
  'week',
  'agenda',
  'notes',
  'communities',
  'feeds',
  'settings',
  'undo',
  'titles',
  'conduct',
  'help',
] as const satisfies readonly ShortcutName[];

/** Actions of the palette alone. */
const WITHOUT_KEY = [
  'addCalendar',
  'toDo',
  'updateAll',
  'pauseHour',
  'pauseToday',
  'resume',
  'pastMeetings',
  'privateNotes',
  'letterKeys',
  'lightTheme',
  'darkTheme',
  'systemTheme',
] as const;

export type PaletteActionName = (typeof WITH_KEY)[number] | (typeof WITHOUT_KEY)[number];

/** All actions, the most used first. */
export const PALETTE_ACTIONS: readonly PaletteActionName[] = [...WITH_KEY, ...WITHOUT_KEY];

/** Those that the empty palette offers. */
export const FIRST_ACTIONS: readonly PaletteActionName[] = [
  'join',
  'newNote',
  'today',
  'updateAll',
  'settings',
];

/** The shortcut of an action; null if it has no key. */
export const shortcutOf = (action: PaletteActionName): ShortcutName | null =>
  WITH_KEY.find((name) => name === action) ?? null;
