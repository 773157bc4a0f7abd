import { isCharacterKey } from './chord.ts';
import { texts } from './texts.ts';

/** What a key does in the main window. */
export type ShortcutName =
  | 'join'
  | 'note'
  | 'brief'
  | 'passcode'
  | 'roomLink'
  | 'reminders'
  | 'itIsOn'
  | 'notThisWeek'
  | 'undo'
  | 'palette'
  | 'search'
  | 'agenda'
  | 'notes'
  | 'communities'
  | 'feeds'
  | 'settings'
  | 'list'
  | 'day'
  | 'week'
  | 'today'
  | 'rows'
  | 'newNote'
  | 'back'
  | 'close'
  | 'conduct'
  | 'titles'
  | 'help';

/** A heading of the list of keys. */
export type KeyGroup = 'meetings' | 'moving' | 'screens' | 'app' | 'notes' | 'alert' | 'panel';

/** One line of the list of keys. */
export interface KeyLine {
  readonly group: KeyGroup;
  /** See chord.ts; any of them does it. */
  readonly chords: readonly string[];
  readonly does: string;
}

/** A key of the main window, which works on every screen. */
export interface Shortcut extends KeyLine {
  readonly name: ShortcutName;
}

/**
 * The keys of the main window. Each character has a form with a modifier, for users who have switched characters off
 * or whose screen reader uses them.
 */
export const SHORTCUTS: readonly Shortcut[] = [
  { name: 'join', group: 'meetings', chords: ['J', 'Mod+J'], does: texts.join },
  { name: 'note', group: 'meetings', chords: ['N', 'Alt+N'], does: texts.note },
  { name: 'brief', group: 'meetings', chords: ['B', 'Alt+B'], does: texts.brief },
  { name: 'passcode', group: 'meetings', chords: ['P', 'Alt+P'], does: texts.passcode },
  { name: 'roomLink', group: 'meetings', chords: ['L', 'Alt+L'], does: texts.roomLink },
  { name: 'reminders', group: 'meetings', chords: ['R', 'Alt+R'], does: texts.reminders },
  { name: 'itIsOn', group: 'meetings', chords: ['Y', 'Alt+Y'], does: texts.itIsOn },
  { name: 'notThisWeek', group: 'meetings', chords: ['X', 'Alt+X'], does: texts.notThisWeek },
  { name: 'undo', group: 'meetings', chords: ['Mod+Z'], does: texts.undo },
  { name: 'palette', group: 'moving', chords: ['Mod+K'], does: texts.palette },
  { name: 'search', group: 'moving', chords: ['/', 'Mod+F'], does: texts.search },
  { name: 'list', group: 'moving', chords: ['1', 'Alt+1'], does: texts.list },
  { name: 'day', group: 'moving', chords: ['2', 'Alt+2'], does: texts.day },
  { name: 'week', group: 'moving', chords: ['3', 'Alt+3'], does: texts.week },
  { name: 'today', group: 'moving', chords: ['T', 'Alt+T'], does: texts.today },
  { name: 'rows', group: 'moving', chords: ['ArrowUp', 'ArrowDown'], does: texts.rows },
  { name: 'back', group: 'moving', chords: ['Escape'], does: texts.back },
  { name: 'agenda', group: 'screens', chords: ['Mod+1'], does: texts.screens.agenda },
  { name: 'notes', group: 'screens', chords: ['Mod+2'], does: texts.screens.notes },
  { name: 'communities', group: 'screens', chords: ['Mod+3'], does: texts.screens.communities },
  { name: 'feeds', group: 'screens', chords: ['Mod+4'], does: texts.screens.feeds },
  { name: 'settings', group: 'screens', chords: ['Mod+5', 'Mod+,'], does: texts.screens.settings },
  { name: 'newNote', group: 'app', chords: ['Mod+N'], does: texts.newNote },
  { name: 'close', group: 'app', chords: ['Mod+W'], does: texts.close },
  { name: 'conduct', group: 'app', chords: ['C', 'F8', 'Alt+C'], does: texts.conduct },
  { name: 'titles', group: 'app', chords: ['H', 'Alt+H'], does: texts.titles },
  { name: 'help', group: 'app', chords: ['?', 'F1'], does: texts.help },
];

/** Keys of one place, which handles them itself. */
const LOCAL_KEYS: readonly KeyLine[] = [
  { group: 'meetings', chords: ['Enter'], does: texts.details },
  { group: 'meetings', chords: ['ArrowRight'], does: texts.rowButtons },
  { group: 'meetings', chords: ['Mod+Enter'], does: texts.joinFromPalette },
  { group: 'moving', chords: ['PageUp', 'PageDown'], does: texts.pages },
  { group: 'notes', chords: ['F2'], does: texts.rename },
  { group: 'notes', chords: ['Delete'], does: texts.trash },
  { group: 'notes', chords: ['Shift+F10'], does: texts.rowMenu },
  { group: 'notes', chords: ['F2'], does: texts.stamp },
  { group: 'notes', chords: ['Mod+Enter'], does: texts.tick },
  { group: 'notes', chords: ['Mod+B'], does: texts.bold },
  { group: 'notes', chords: ['Mod+I'], does: texts.italics },
  { group: 'notes', chords: ['Tab', 'Shift+Tab'], does: texts.nest },
  { group: 'notes', chords: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: texts.moveLine },
  { group: 'notes', chords: ['Mod+F'], does: texts.findInNote },
  { group: 'notes', chords: ['Alt+Enter'], does: texts.openLink },
  { group: 'notes', chords: ['Mod+Shift+V'], does: texts.pasteWords },
  { group: 'notes', chords: ['Mod+D'], does: texts.decision },
  { group: 'notes', chords: ['Mod+Shift+A'], does: texts.action },
  { group: 'notes', chords: ['Mod+]', 'F4'], does: texts.nextItem },
  { group: 'alert', chords: ['J', 'Alt+J'], does: texts.alertJoin },
  { group: 'alert', chords: ['S', 'Alt+S'], does: texts.snooze },
  { group: 'alert', chords: ['N', 'Alt+N'], does: texts.note },
  { group: 'alert', chords: ['D', 'Alt+D', 'Escape'], does: texts.dismiss },
  { group: 'alert', chords: ['Y', 'Alt+Y'], does: texts.itIsOn },
  { group: 'alert', chords: ['X', 'Alt+X'], does: texts.notThisWeek },
  { group: 'alert', chords: ['H', 'Alt+H'], does: texts.titles },
  { group: 'alert', chords: ['1', 'Alt+1'], does: texts.chooseByDigit },
  { group: 'panel', chords: ['ArrowUp', 'ArrowDown'], does: texts.chooseMeeting },
  { group: 'panel', chords: ['Enter', 'J', 'Alt+J'], does: texts.alertJoin },
  { group: 'panel', chords: ['N', 'Alt+N'], does: texts.note },
  { group: 'panel', chords: ['O', 'Alt+O'], does: texts.openWindow },
  { group: 'panel', chords: ['Y', 'Alt+Y'], does: texts.itIsOn },
  { group: 'panel', chords: ['X', 'Alt+X'], does: texts.notThisWeek },
];

const GROUPS: readonly KeyGroup[] = ['meetings', 'moving', 'screens', 'app', 'notes', 'alert', 'panel'];

/** All keys by group. Without characters, if the user has switched them off. */
export function keyList(
  hasLetterKeys: boolean,
): readonly { readonly group: KeyGroup; readonly lines: readonly KeyLine[] }[] {
  const lines = [...SHORTCUTS, ...LOCAL_KEYS].map(({ group, chords, does }) => ({
    group,
    does,
    chords: chords.filter((chord) => hasLetterKeys || !isCharacterKey(chord)),
  }));
  return GROUPS.map((group) => ({ group, lines: lines.filter((line) => line.group === group) }));
}

/** The form of a shortcut to show beside what it does: the character, or else the one with a modifier. */
export const shownChord = (name: ShortcutName, hasLetterKeys: boolean): string | null =>
  SHORTCUTS.find((one) => one.name === name)?.chords.find(
    (chord) => hasLetterKeys || !isCharacterKey(chord),
  ) ?? null;

/** Where a key is pressed. */
export interface KeyPlace {
  /** A text is edited: only Ctrl and function keys are ours. */
  readonly isInText: boolean;
  /** A list, menu, switch, choice or a button that opens one, but no checkbox: characters and arrows are theirs. */
  readonly isOnControl: boolean;
  /** Arrow keys move within it. */
  readonly isInList: boolean;
  readonly isInDialog: boolean;
  /** The dialog is that of a meeting's details, in a narrow window. */
  readonly isInDetails: boolean;
  /** The user has not switched characters off. */
  readonly hasLetterKeys: boolean;
}

/** In a text these belong to the text. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['Mod+Z', 'Escape', 'ArrowUp', 'ArrowDown']);

/** The shortcut of a key press. */
export function shortcutFor(chord: string, place: KeyPlace): ShortcutName | null {
  const { name = null, group } = SHORTCUTS.find(({ chords }) => chords.includes(chord)) ?? {};
  if (name === null) return null;
  const actsInDialog = name === 'close' || name === 'palette' || (place.isInDetails && group === 'meetings');
  if (place.isInDialog && !actsInDialog) return null;
  if (place.isInText && (isCharacterKey(chord) || chord.startsWith('Alt+') || TEXT_KEYS.has(chord)))
    return null;
  if (isCharacterKey(chord) && (!place.hasLetterKeys || place.isOnControl)) return null;
  return name === 'rows' && (place.isInList || place.isOnControl) ? null : name;
}
