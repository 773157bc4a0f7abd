import { describe, expect, test } from 'vitest';
import { chordOf, isCharacterKey, type KeyEventParts } from '#renderer/keys/chord.ts';
import { keyList, shortcutFor, SHORTCUTS, shownChord, type KeyPlace } from '#renderer/keys/shortcuts.ts';

const place: KeyPlace = {
  isInText: false,
  isOnControl: false,
  isInList: false,
  isInDialog: false,
  isInDetails: false,
  hasLetterKeys: true,
};
const press = (chord: string, more: Partial<KeyPlace> = {}) => shortcutFor(chord, { ...place, ...more });

const event = (key: string, more: Partial<KeyEventParts> = {}): string =>
  chordOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('the name of a key press', () => {
  test('a letter has the same name in both cases', () => {
    expect([event('j'), event('J', { shiftKey: true })]).toEqual(['J', 'J']);
  });

  test('Ctrl and ⌘ are the same modifier', () => {
    expect([event('k', { ctrlKey: true }), event('k', { metaKey: true })]).toEqual(['Mod+K', 'Mod+K']);
    expect(event('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Z');
  });

  test('a character that needs Shift is named by itself', () => {
    expect(event('?', { shiftKey: true })).toBe('?');
    expect(event('Tab', { shiftKey: true })).toBe('Shift+Tab');
  });

  test('Option with a letter is Alt with that letter, whatever it would type', () => {
    expect(event('∆', { altKey: true, code: 'KeyJ' })).toBe('Alt+J');
    expect(event('t', { altKey: true, code: 'KeyT' })).toBe('Alt+T');
  });

  test('Ctrl with a digit is found on keyboards whose digits need Shift', () => {
    expect(event('&', { ctrlKey: true, code: 'Digit1' })).toBe('Mod+1');
  });
});

describe('the table of keys', () => {
  test('no key does two things', () => {
    const chords = SHORTCUTS.flatMap((shortcut) => shortcut.chords);
    expect(chords).toEqual([...new Set(chords)]);
  });

  test('each character has a form without characters', () => {
    const stuck = SHORTCUTS.filter(({ chords }) => chords.every(isCharacterKey));
    expect(stuck).toEqual([]);
  });

  test('the list names no character that is switched off', () => {
    const chords = keyList(false).flatMap(({ lines }) => lines.flatMap((line) => line.chords));
    expect(chords.filter(isCharacterKey)).toEqual([]);
    expect(keyList(false).every(({ lines }) => lines.every((line) => line.chords.length > 0))).toBe(true);
  });

  test('a button shows the key that works', () => {
    expect([shownChord('join', true), shownChord('join', false)]).toEqual(['J', 'Mod+J']);
  });
});

describe('where keys act', () => {
  test('characters act on rows and plain buttons', () => {
    expect(['J', 'N', 'T', 'H', '/', '?', '3'].map((chord) => press(chord))).toEqual([
      'join',
      'note',
      'today',
      'titles',
      'search',
      'help',
      'week',
    ]);
  });

  test.each(['isInText', 'isOnControl', 'isInDialog'] as const)('no character acts where %s', (where) => {
    for (const chord of ['J', 'N', 'T', 'H', '/', '?', '1'])
      expect(press(chord, { [where]: true })).toBeNull();
  });

  test('characters that are switched off act nowhere, their forms with a modifier do', () => {
    const off = { hasLetterKeys: false };
    for (const chord of ['J', 'X', '/', '?', '1']) expect(press(chord, off)).toBeNull();
    expect(['Mod+J', 'Alt+X', 'Mod+F', 'F1', 'Alt+1'].map((chord) => press(chord, off))).toEqual([
      'join',
      'notThisWeek',
      'search',
      'help',
      'list',
    ]);
  });

  test('Ctrl keys act in a text, except those that belong to it', () => {
    const inText = { isInText: true, isOnControl: true };
    expect(['Mod+K', 'Mod+2', 'Mod+,', 'F8'].map((chord) => press(chord, inText))).toEqual([
      'palette',
      'notes',
      'settings',
      'conduct',
    ]);
    for (const chord of ['Mod+Z', 'Alt+N', 'Escape', 'ArrowDown']) expect(press(chord, inText)).toBeNull();
  });

  test('Escape passes from a switch or a choice', () => {
    expect(press('Escape', { isOnControl: true })).toBe('back');
  });

  test('arrow keys focus the list; a list, a choice and a menu keep them', () => {
    expect(press('ArrowDown')).toBe('rows');
    expect(press('ArrowDown', { isInList: true })).toBeNull();
    expect(press('ArrowDown', { isOnControl: true })).toBeNull();
  });

  test('over the details of a meeting in a narrow window its keys act, and no others', () => {
    const inDetails = { isInDialog: true, isInDetails: true };
    expect(['L', 'X', 'Mod+Z', 'Mod+J'].map((chord) => press(chord, inDetails))).toEqual([
      'roomLink',
      'notThisWeek',
      'undo',
      'join',
    ]);
    for (const chord of ['T', '/', '3', 'Mod+2']) expect(press(chord, inDetails)).toBeNull();
  });

  test('over a dialog only the keys act that close it', () => {
    expect([press('Mod+W', { isInDialog: true }), press('Mod+1', { isInDialog: true })]).toEqual([
      'close',
      null,
    ]);
  });
});
