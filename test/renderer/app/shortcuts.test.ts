import { expect, test } from 'vitest';
import { shortcutFor, type KeyPress } from '#renderer/app/shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  shortcutFor({
    key,
    isUndo: false,
    hasModifier: false,
    isInField: false,
    isInDialog: false,
    isInList: false,
    ...more,
  });

test('letters work in both cases', () => {
  expect(['j', 'J', 'n', 't', 'h'].map((key) => press(key))).toEqual([
    'join',
    'join',
    'note',
    'today',
    'titles',
  ]);
});

test('Y and X answer a maybe and the undo keys undo, except in text fields', () => {
  expect([press('y'), press('X')]).toEqual(['itIsOn', 'notThisWeek']);
  expect(press('z', { isUndo: true, hasModifier: true })).toBe('undo');
  expect(press('z', { isUndo: true, hasModifier: true, isInField: true })).toBeNull();
});

test.each([['isInField'], ['isInDialog'], ['hasModifier']] as const)('no key is ours when %s', (where) => {
  for (const key of ['j', 'n', '/', 't', '?', 'Escape', 'ArrowDown']) {
    expect(press(key, { [where]: true })).toBeNull();
  }
});

test('arrow keys focus the list; within it the list handles them', () => {
  expect(press('ArrowDown')).toBe('rows');
  expect(press('ArrowDown', { isInList: true })).toBeNull();
});

test('F8 opens the report of a concern, also in text fields', () => {
  expect([press('c'), press('F8', { isInField: true })]).toEqual(['conduct', 'conduct']);
  expect(press('c', { isInField: true })).toBeNull();
});
