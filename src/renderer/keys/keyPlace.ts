import type { KeyPlace } from './shortcuts.ts';

/** Inputs that are no text: Escape and keys with Ctrl are free there. */
const NO_TEXT = '[type="radio"], [type="checkbox"], [type="range"], [type="button"], [role="switch"]';
const TEXT = `input:not(${NO_TEXT}), textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"]`;
/** A checkbox uses Space alone. A switch belongs to a setting, where a stray letter should not open a room. */
const CHECKBOX = '[type="checkbox"]:not([role="switch"])';
const CONTROL = [
  'button[aria-haspopup]',
  'button[aria-pressed]',
  `input:not(${CHECKBOX})`,
  'select',
  ...['combobox', 'listbox', 'menu', 'radio', 'radiogroup', 'slider', 'spinbutton', 'switch', 'tablist'].map(
    (role) => `[role="${role}"]`,
  ),
].join(', ');
/** What belongs to a meeting, or chooses what a screen shows. No letter means anything to it. */
const WITHOUT_LETTERS = '[data-letters]';
const WITH_ARROWS =
  '[role="grid"], [role="treegrid"], [role="listbox"], [role="radiogroup"], [role="toolbar"]';
const DIALOG = '[role="dialog"], [role="alertdialog"]';

const isWithin = (element: Element | null, selector: string): boolean =>
  element !== null && element.closest(selector) !== null;

/** The element with the focus. The target of an event from the note's editor is only the host of its shadow tree. */
export function focusedBy(event: Event): Element | null {
  const [origin] = event.composedPath();
  return origin instanceof Element ? origin : null;
}

/** True where a character is for the element itself: a text, a list or menu, a choice, or a button that opens one. */
export const takesCharacters = (element: Element | null): boolean =>
  isWithin(element, TEXT) || isWithin(element, CONTROL);

/** What the place of a key press means for its shortcut. */
export function keyPlace(element: Element | null, hasLetterKeys: boolean): KeyPlace {
  const dialogs = document.querySelectorAll(DIALOG);
  return {
    isInText: isWithin(element, TEXT),
    isOnControl: isWithin(element, CONTROL) && !isWithin(element, WITHOUT_LETTERS),
    isInList: isWithin(element, WITH_ARROWS),
    isInDialog: dialogs.length > 0,
    isInDetails: dialogs.length === 1 && dialogs[0]?.querySelector('.details') !== null,
    hasLetterKeys,
  };
}
