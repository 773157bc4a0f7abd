import { insertNewlineContinueMarkupCommand, markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState, type StateCommand } from '@codemirror/state';
import { expect, test } from 'vitest';
import { lineChanged, lineInserted, stayAtLineEnd } from '#renderer/notes/editor/lineCommands.ts';
import { endList, indentItems, markedWith, outdentItems } from '#renderer/notes/editor/listKeys.ts';
import { rangeOf } from '#renderer/notes/editor/placeInText.ts';

/** A state from a text with `|` at the cursor, or at both ends of the selection. */
function stateOf(marked: string): EditorState {
  const [before = '', inside, after] = marked.split('|');
  const anchor = before.length;
  return EditorState.create({
    doc: marked.replaceAll('|', ''),
    selection: { anchor, head: after === undefined ? anchor : anchor + (inside ?? '').length },
    extensions: [markdown({ base: markdownLanguage, addKeymap: false })],
  });
}

function textOf({ doc, selection }: EditorState): string {
  const { from, to, empty } = selection.main;
  const text = doc.toString();
  return empty
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`;
}

/** What a command makes of a text; null if it does nothing and leaves the key to others. */
function after(command: StateCommand, marked: string): string | null {
  let state = stateOf(marked);
  const isHandled = command({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  return isHandled ? textOf(state) : null;
}

const continued = insertNewlineContinueMarkupCommand({ nonTightLists: false });
const enter: StateCommand = (target) => endList(target) || continued(target);

test('Enter continues a list without a gap, and ends it on an empty item', () => {
  expect(after(enter, '- one|')).toBe('- one\n- |');
  expect(after(enter, '- one\n- |')).toBe('- one\n|');
  expect(after(enter, '- [x] one|')).toBe('- [x] one\n- [ ] |');
  expect(after(enter, '- [ ] one\n- [ ] |')).toBe('- [ ] one\n|');
  expect(after(enter, '- [ ] |')).toBe('|');
  expect(after(enter, '1. one|')).toBe('1. one\n2. |');
  expect(after(enter, '- one\n\n- |')).toBe('- one\n\n|');
  expect(after(enter, '- one\n- |\n- two')).toBe('- one\n|\n- two');
  expect(after(enter, '- one\n  - inner\n  - |')).toBe('- one\n  - inner\n- |');
  expect(after(enter, '```\n- |\n```')).toBe(null);
  expect(after(enter, 'words|')).toBe(null);
});

test('Tab nests an item below its sibling, Shift+Tab takes it back, and outside of a list Tab is not ours', () => {
  expect(after(indentItems, '- one\n- two|')).toBe('- one\n  - two|');
  expect(after(indentItems, '1. one\n2. two|')).toBe('1. one\n   2. two|');
  expect(after(indentItems, '- |one')).toBe('- |one');
  expect(after(indentItems, '- one\n  - two|')).toBe('- one\n  - two|');
  expect(after(outdentItems, '- one\n  - two|')).toBe('- one\n- two|');
  expect(after(outdentItems, '- one|')).toBe('- one|');
  expect(after(indentItems, 'words|')).toBe(null);
  expect(after(outdentItems, 'words|')).toBe(null);
  expect(after(indentItems, '```\n- one\n- two|\n```')).toBe(null);
});

test('End at the end of a line stays there, and only Shift keeps what is selected', () => {
  const [end, shiftEnd] = [stayAtLineEnd(false), stayAtLineEnd(true)];
  expect(after(end, 'one |two|\nthree')).toBe('one two|\nthree');
  expect(after(shiftEnd, 'one |two|\nthree')).toBe('one |two|\nthree');
  expect(after(end, 'one|')).toBe('one|');
  expect(after(end, 'o|n|e')).toBe(null);
  expect(after(shiftEnd, 'o|ne')).toBe(null);
});

test('selected items move together and keep their shape', () => {
  expect(after(indentItems, '- one\n- t|wo\n  - thr|ee')).toBe('- one\n  - t|wo\n    - thr|ee');
  expect(after(outdentItems, '- one\n  - t|wo\n    - thr|ee')).toBe('- one\n- t|wo\n  - thr|ee');
});

test('bold and italics are put on, and taken off again', () => {
  expect(after(markedWith('**'), 'a |word| here')).toBe('a **|word|** here');
  expect(after(markedWith('**'), 'a **|word|** here')).toBe('a |word| here');
  expect(after(markedWith('**'), 'a wo|rd here')).toBe('a **wo|rd** here');
  expect(after(markedWith('**'), 'a |**word**| here')).toBe('a |word| here');
  expect(after(markedWith('*'), 'a |word| here')).toBe('a *|word|* here');
  expect(after(markedWith('*'), 'a **|word|** here')).toBe('a ***|word|*** here');
  expect(after(markedWith('*'), 'a ***|word|*** here')).toBe('a **|word|** here');
  expect(after(markedWith('**'), '- |')).toBe('- **|**');
});

test('the key of a mark before and after words marks them', () => {
  expect(after(markedWith('**'), 'a **word|** here')).toBe('a **word**| here');
  expect(after(markedWith('**'), 'a **two words |**')).toBe('a **two words **|');
  expect(after(markedWith('*'), '**b** a *word|*')).toBe('**b** a *word*|');
  expect(after(markedWith('*'), 'a ***word|***')).toBe('a ***word*|**');
  expect(after(markedWith('*'), 'a **word|**')).toBe('a ***word|***');
  expect(after(markedWith('**'), 'a **|**')).toBe('a |');
  expect(after(markedWith('**'), 'a word|** here**')).toBe('a **word|**** here**');
});

test('a line is added below, and takes the place of an empty item', () => {
  const inserted = (marked: string, line: string): string => {
    const state = stateOf(marked);
    return textOf(state.update(lineInserted(state, line)).state);
  };
  expect(inserted('wo|rds\nmore', '- [ ] ')).toBe('words\n- [ ] |\nmore');
  expect(inserted('words\n- |', '- [ ] ')).toBe('words\n- [ ] |');
  expect(inserted('- [ ] |', '- new')).toBe('- new|');
  expect(inserted('|', 'first')).toBe('first|');
});

test('a rewritten line keeps the cursor at its words', () => {
  const state = stateOf('a\n- wor|ds\nb');
  const next = state.update(lineChanged(state, (line) => line.replace('- ', '- [ ] '))).state;
  expect(textOf(next)).toBe('a\n- [ ] wor|ds\nb');
});

test('a note opens at a line, at an offset, and at the first word that was searched for', () => {
  const { doc } = stateOf('# Größe\n\nLine 15\n\nLine 150');
  const state = EditorState.create({ doc });
  const shown = (place: Parameters<typeof rangeOf>[1]): string | null => {
    const range = rangeOf(state, place);
    return range && `${range.from}-${range.to}`;
  };
  expect(shown({ kind: 'words', words: 'line 150' })).toBe('18-22');
  expect(shown({ kind: 'words', words: 'GRÖ' })).toBe('2-7');
  expect(shown({ kind: 'words', words: 'absent' })).toBe(null);
  expect(shown({ kind: 'line', line: 3 })).toBe('16-16');
  expect(shown({ kind: 'line', line: 99 })).toBe('26-26');
  expect(shown({ kind: 'offset', offset: 4 })).toBe('4-4');
  expect(shown({ kind: 'left' })).toBe(null);
});
