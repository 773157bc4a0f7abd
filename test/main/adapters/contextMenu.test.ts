import { expect, test } from 'vitest';
import { contextMenuItems, type RightClick } from '#main/adapters/electron/contextMenuItems.ts';

const inText: RightClick = {
  isEditable: true,
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: {
    canUndo: true,
    canRedo: true,
    canCut: false,
    canCopy: false,
    canPaste: true,
    canDelete: false,
    canSelectAll: true,
    canEditRichly: false,
  },
};
const labels = (click: RightClick): (string | undefined)[] =>
  contextMenuItems(click, () => undefined)
    .filter(({ type }) => type !== 'separator')
    .map(({ label }) => label);

test('a right click on a misspelled word offers other spellings, and takes the chosen one', () => {
  const replaced: string[] = [];
  const misspelled = { ...inText, misspelledWord: 'recieve', dictionarySuggestions: ['receive', 'relieve'] };
  const items = contextMenuItems(misspelled, (word) => replaced.push(word));
  expect(items.slice(0, 2).map(({ label }) => label)).toEqual(['receive', 'relieve']);
  // @ts-expect-error only the label matters here
  items[0]?.click?.();
  expect(replaced).toEqual(['receive']);
});

test('a text field offers cut, copy and paste; elsewhere a selection can be copied', () => {
  expect(labels(inText)).toEqual(['Cut', 'Copy', 'Paste', 'Select all']);
  expect(labels({ ...inText, isEditable: false, selectionText: 'room 4' })).toEqual(['Copy']);
  expect(labels({ ...inText, isEditable: false })).toEqual([]);
});

test('a misspelled word without suggestions says so', () => {
  expect(labels({ ...inText, misspelledWord: 'kOps' })[0]).toBe('No suggestions');
});
