import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

const MOST_SUGGESTIONS = 5;

/** The parts of a context-menu event that we use. */
export type RightClick = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions' | 'editFlags'
>;

/**
 * The context menu; Electron has none of its own. Spelling suggestions for a misspelled word, and the text commands
 * that apply; empty if none does.
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
        : [{ label: 'No suggestions', enabled: false }];
  return [
    ...spelling,
    { type: 'separator' },
    { role: 'cut', label: 'Cut', enabled: editFlags.canCut },
    { role: 'copy', label: 'Copy', enabled: editFlags.canCopy },
    { role: 'paste', label: 'Paste', enabled: editFlags.canPaste },
    { role: 'selectAll', label: 'Select all', enabled: editFlags.canSelectAll },
  ];
}
