import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState, type StateCommand } from '@codemirror/state';
import { expect, test } from 'vitest';
import { cellBelow, nextCell, partTable, previousCell } from '#renderer/notes/editor/tableKeys.ts';

/** What a command makes of a text with `^` at the cursor or at both ends of the selection; null if it does nothing. */
function after(command: StateCommand, marked: string): string | null {
  let state = EditorState.create({
    doc: marked.replace('^', ''),
    selection: { anchor: marked.indexOf('^') },
    extensions: [markdown({ base: markdownLanguage, addKeymap: false })],
  });
  const isHandled = command({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  const [{ from, to, empty }, text] = [state.selection.main, state.doc.toString()];
  if (!isHandled) return null;
  return `${text.slice(0, from)}^${text.slice(from, to)}${empty ? '' : '^'}${text.slice(to)}`;
}

const HEAD = '| Topic | Who |\n| --- | --- |\n';

test('Tab goes to the next cell of a table and selects its words, past the line of dashes', () => {
  expect(after(nextCell, `${HEAD}| a^ |  |`)).toBe(`${HEAD}| a | ^ |`);
  expect(after(nextCell, '| Topic^ | Who |\n| --- | --- |\n| a | b |')).toBe(
    '| Topic | ^Who^ |\n| --- | --- |\n| a | b |',
  );
  expect(after(nextCell, '| Topic | Who^ |\n| --- | --- |\n| a | b |')).toBe(`${HEAD}| ^a^ | b |`);
  // A bar may be written within a cell.
  expect(after(nextCell, `${HEAD}| a^ \\| b | c |`)).toBe(`${HEAD}| a \\| b | ^c^ |`);
});

test('Tab in the last cell begins a new row', () => {
  expect(after(nextCell, `${HEAD}| a | b^ |`)).toBe(`${HEAD}| a | b |\n| ^ |  |`);
  expect(after(nextCell, '| Topic | Who |\n| --- | --- |^')).toBe(`${HEAD}| ^ |  |`);
  expect(after(nextCell, `${HEAD}| a | b^ |\n\nwords`)).toBe(`${HEAD}| a | b |\n| ^ |  |\n\nwords`);
});

test('Shift+Tab goes back, and leaves the text from the first cell', () => {
  expect(after(previousCell, `${HEAD}| a | ^ |`)).toBe(`${HEAD}| ^a^ |  |`);
  expect(after(previousCell, `${HEAD}| a^ | b |`)).toBe('| Topic | ^Who^ |\n| --- | --- |\n| a | b |');
  expect(after(previousCell, '| Topic^ | Who |\n| --- | --- |\n')).toBeNull();
});

test('outside of tables, and in code, Tab leaves the text', () => {
  expect(after(nextCell, 'words^')).toBeNull();
  expect(after(nextCell, '```\n| a^ | b |\n| --- | --- |\n```')).toBeNull();
});

test('Enter within a cell goes to the one below, and begins a new row after the last', () => {
  expect(after(cellBelow, '| Topic | Who^ |\n| --- | --- |\n| a | b |')).toBe(`${HEAD}| a | ^b^ |`);
  expect(after(cellBelow, `${HEAD}| a^ | b |\n| c | d |`)).toBe(`${HEAD}| a | b |\n| ^c^ | d |`);
  expect(after(cellBelow, `${HEAD}| a | b^ |\n\nwords`)).toBe(`${HEAD}| a | b |\n| ^ |  |\n\nwords`);
  expect(after(cellBelow, '| Topic^ | Who |\n| --- | --- |')).toBe(`${HEAD}| ^ |  |`);
  // A row may have fewer cells than those above.
  expect(after(cellBelow, `${HEAD}| a | b^ |\n| c |`)).toBe(`${HEAD}| a | b |\n| ^c^ |`);
});

test('Enter in a last row without words ends the table', () => {
  expect(after(cellBelow, `${HEAD}| a | b |\n| ^ |  |\n\nwords`)).toBe(`${HEAD}| a | b |\n\n^\n\nwords`);
});

test('Enter at the ends of a row, outside of tables and in code writes a line end', () => {
  expect(after(cellBelow, `${HEAD}| a | b |^`)).toBeNull();
  expect(after(cellBelow, `${HEAD}^| a | b |`)).toBeNull();
  expect(after(cellBelow, '| a^ | b |')).toBeNull();
  expect(after(cellBelow, '```\n| a^ | b |\n| --- | --- |\n```')).toBeNull();
});

test('a table that is written right below a list or a quote gets an empty line above it', () => {
  const rule = '| Who | What |\n| --- | --- |';
  expect(after(partTable, `- one\nmore\n${rule}^`)).toBe(`- one\nmore\n\n${rule}\n^`);
  expect(after(partTable, `> said\n${rule}^\n`)).toBe(`> said\n\n${rule}\n^\n`);
  expect(after(partTable, `words\n${rule}^`)).toBeNull();
  expect(after(partTable, `- one\n\n${rule}^`)).toBeNull();
  expect(after(partTable, `${rule}^`)).toBeNull();
  expect(after(partTable, '- one\n---^')).toBeNull();
});
