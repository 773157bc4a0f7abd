import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

const MOST_SUGGESTIONS = 5;

/** What of a right click decides about its menu. */
export type RightClick = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions' | 'editFlags'
>;

/**
 * The menu of a right click: Electron brings none of its own. Other spellings for a misspelled word, and what can be
 * done with text; nothing where there is neither.
 */
export function contextMenuItems(
  { isEditable, selectionText, misspelledWord, dictionarySuggestions, editFlags }: RightClick,
  replace: (word: string) => void,
): MenuItemConstructorOptions[] {
  if (!isEditable)
    return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy, label: 'Copy' }];
  const suggestions = dictionarySuggestions.slice(0, MOST_SUGGESTIONS);
  const spelling: MenuItemConstructorOptions[] =
    misspelledWord === ''
      ? []
      : suggestions.length > 0
        ? suggestions.map((word) => ({ label: word, click: () => replace(word) }))
        : [{ label: 'No other spelling is known', enabled: false }];
  return [
    ...spelling,
    { type: 'separator' },
    { role: 'cut', label: 'Cut', enabled: editFlags.canCut },
    { role: 'copy', label: 'Copy', enabled: editFlags.canCopy },
    { role: 'paste', label: 'Paste', enabled: editFlags.canPaste },
    { role: 'selectAll', label: 'Select all', enabled: editFlags.canSelectAll },
  ];
}
