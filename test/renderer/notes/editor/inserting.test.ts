import { EditorState } from '@codemirror/state';
import { search, SearchQuery, setSearchQuery } from '@codemirror/search';
import { expect, test } from 'vitest';
import { inserted, noteLinks, pieces } from '#renderer/notes/editor/completion.ts';
import { matchWords } from '#renderer/notes/editor/findPanel.ts';
import { fitting, linked } from '#renderer/notes/editor/pasting.ts';

/** A state from a text with `|` at the cursor, or at both ends of the selection. */
function stateOf(marked: string): EditorState {
  const [before = '', inside = '', after] = marked.split('|');
  const head = after === undefined ? before.length : before.length + inside.length;
  return EditorState.create({
    doc: marked.replaceAll('|', ''),
    selection: { anchor: before.length, head },
    extensions: [search()],
  });
}

const offered = pieces({ invited: () => ['Ada', 'Bo'], stamp: () => '[[1:23]]' });

/** What choosing a piece for the `/` before the cursor makes. */
function chosen(marked: string, label: string): EditorState {
  const state = stateOf(marked);
  const piece = offered.find((one) => one.label === label);
  if (piece === undefined) throw new Error(`${label} is not offered`);
  const { head } = state.selection.main;
  const slash = state.sliceDoc(0, head).lastIndexOf('/');
  return state.update(inserted(state, piece, slash, head)).state;
}

function after(marked: string, label: string): string {
  const next = chosen(marked, label);
  const at = next.selection.main.head;
  return `${next.sliceDoc(0, at)}|${next.sliceDoc(at)}`;
}

test('a piece takes the place of its slash, and one that is a line begins one', () => {
  expect(after('/che|', 'Checkbox')).toBe('- [ ] |');
  expect(after('- /|', 'Checkbox')).toBe('- [ ] |');
  expect(after('  - [ ] /|', 'Decision')).toBe('  - Decision: |');
  expect(after('words /|', 'Checkbox')).toBe('words \n- [ ] |');
  expect(after('- words /ti|', 'Time')).toBe('- words [[1:23]] |');
  expect(after('/|', 'Agenda item')).toBe('- **|**');
  expect(after('/|', 'Attendees')).toBe('Ada, Bo|');
  const { doc, selection } = chosen('/|', 'Table');
  expect(doc.toString()).toBe('| Column | Column |\n| --- | --- |\n|  |  |');
  expect(doc.sliceString(selection.main.from, selection.main.to)).toBe('Column');
  expect(selection.main.from).toBe(2);
});

test('an inserted table has empty lines around it', () => {
  const table = '| Column | Column |\n| --- | --- |\n|  |  |';
  const made = (marked: string): string => chosen(marked, 'Table').doc.toString();
  expect(made('- one\n/tab|')).toBe(`- one\n\n${table}`);
  expect(made('- one\n  - /|')).toBe(`- one\n\n${table}`);
  expect(made('words /|\nmore')).toBe(`words \n\n${table}\n\nmore`);
  expect(made('- one\n\n/|\n\nmore')).toBe(`- one\n\n${table}\n\nmore`);
  const { doc, selection } = chosen('- one\n/|', 'Table');
  expect(doc.sliceString(selection.main.from, selection.main.to)).toBe('Column');
});

test('a note without a clock or people offers neither', () => {
  const labels = pieces({ invited: () => [], stamp: () => null }).map(({ label }) => label);
  expect(labels).toEqual(['Checkbox', 'Decision', 'Agenda item', 'Table']);
});

test('the latest note of a title is linked by it, an earlier one by its file', () => {
  const note = (path: string, title: string) => ({ path, title, day: '' });
  expect(
    noteLinks([note('b.md', 'SIG Docs'), note('old/a.md', 'SIG Docs'), note('c.md', 'a [b] | c')]).map(
      ({ link }) => link,
    ),
  ).toEqual(['SIG Docs', 'old/a|SIG Docs', 'c|a  b    c']);
});

test('an address over selected words makes a link, over another address or lines it does not', () => {
  const after = (marked: string, pasted: string): string | null => {
    const state = stateOf(marked);
    const change = linked(state, pasted);
    return change && state.update(change).state.doc.toString();
  };
  expect(after('see |the page| here', 'https://example.org/a_(b)')).toBe(
    'see [the page](https://example.org/a_%28b%29) here',
  );
  expect(after('see | here', 'https://example.org')).toBe(null);
  expect(after('|https://a.example|', 'https://b.example')).toBe(null);
  expect(after('|one\ntwo|', 'https://b.example')).toBe(null);
  expect(after('|one|', 'no address')).toBe(null);
  expect(after('|one|', 'javascript:alert(1)')).toBe(null);
});

test('pasted blocks fit into the list or the words they are pasted into', () => {
  expect(fitting(stateOf('a |'), '**b**')).toBe('**b**');
  expect(fitting(stateOf('|'), '- a\n- b')).toBe('- a\n- b');
  expect(fitting(stateOf('- |'), '- a\n- b')).toBe('a\n- b');
  expect(fitting(stateOf('  - |'), '- a\n- b')).toBe('a\n  - b');
  expect(fitting(stateOf('- |'), 'a\n\nb')).toBe('a\n\n  b');
  expect(fitting(stateOf('words |'), '- a\n- b')).toBe('\n\n- a\n- b\n');
});

test('matches are counted, and the selected one has its number', () => {
  const say = (marked: string, sought: string): string => {
    const state = stateOf(marked);
    const query = new SearchQuery({ search: sought, literal: true });
    return matchWords(state.update({ effects: setSearchQuery.of(query) }).state);
  };
  expect(say('a b |a| c a', 'a')).toBe('2 of 3');
  expect(say('a b', 'a')).toBe('1 match');
  expect(say('a b', 'x')).toBe('Not found');
  expect(say('a b', '')).toBe('');
  expect(say('a'.repeat(2_000), 'a')).toBe('Over 999');
});
