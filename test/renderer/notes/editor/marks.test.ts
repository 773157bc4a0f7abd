import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { cpuTimeOf } from '#test/cpuTime.ts';
import { noteMarkdown } from '#renderer/notes/editor/language.ts';
import type { Mark } from '#renderer/notes/editor/live/mark.ts';
import { marksIn } from '#renderer/notes/editor/live/marks.ts';
import { shortAddress } from '#renderer/notes/editor/live/shortAddress.ts';
import { tableIn } from '#renderer/notes/editor/live/tables.ts';

/** A state keeps what was parsed in its first 20 ms, too few on a busy computer; the next one has all. */
function stateOf(doc: string): EditorState {
  const begun = EditorState.create({ doc, extensions: [noteMarkdown] });
  ensureSyntaxTree(begun, doc.length, 5_000);
  return begun.update({}).state;
}

/** The marks of a text whose cursor is at an offset; without one, the focus is elsewhere. */
function marksOf(doc: string, cursor: number | null = null): Mark[] {
  const state = stateOf(doc);
  const cursors = cursor === null ? [] : [{ from: cursor, to: cursor }];
  return marksIn(state, { from: 0, to: doc.length }, cursors);
}

/** What is left of a text when hidden marks are gone. */
function seen(doc: string, cursor: number | null = null): string {
  let text = doc;
  const hidden = marksOf(doc, cursor).filter((mark) => mark.kind === 'hidden');
  for (const { from, to } of hidden.toSorted((a, b) => b.from - a.from))
    text = text.slice(0, from) + text.slice(to);
  return text;
}

/** The texts with a class. */
const withClass = (doc: string, name: string, cursor: number | null = null): string[] =>
  marksOf(doc, cursor).flatMap((mark) =>
    mark.kind === 'text' && mark.name.split(' ').includes(name) ? [doc.slice(mark.from, mark.to)] : [],
  );

test('marks are hidden where the cursor is not, and shown on its line', () => {
  const text = '## Head\n\na **bold** and *slanted* ~~gone~~ `code`\n\nnext **line**';
  expect(seen(text)).toBe('Head\n\na bold and slanted gone code\n\nnext line');
  expect(seen(text, 12)).toBe('Head\n\na **bold** and *slanted* ~~gone~~ `code`\n\nnext line');
  expect(seen(text, 0)).toContain('## Head');
});

test('a list mark takes the place of its bullet, and a box that of its brackets', () => {
  const text = '- one\n  - two\n- [x] three\n- [ ] \n1. four';
  expect(withClass(text, 'cm-bullet')).toEqual(['- ', '- ']);
  expect(withClass(text, 'cm-list-mark', 2)).toEqual(['- ', '1. ']);
  expect(withClass(text, 'cm-box')).toEqual(['- [x] ', '- [ ] ']);
  expect(withClass(text, 'cm-box-ticked')).toEqual(['- [x] ']);
  // With the cursor in its brackets they can be edited; in its words the box stays.
  expect(withClass(text, 'cm-box', text.indexOf('[x]') + 1)).toEqual(['- [ ] ']);
  expect(withClass(text, 'cm-box', text.indexOf('three') + 2)).toEqual(['- [x] ', '- [ ] ']);
});

test('a line says its level of list, quote and code', () => {
  const text = '- one\n  more\n  - two\n\n> said\n\n```js\n- no item\n```';
  const lines = marksOf(text).flatMap((mark) => (mark.kind === 'line' ? [[mark.at, mark.name]] : []));
  expect(lines).toEqual([
    [0, 'cm-level-1 cm-item'],
    [6, 'cm-level-1'],
    [13, 'cm-level-2 cm-item'],
    [22, 'cm-quote-1'],
    [30, 'cm-code-line'],
    [36, 'cm-code-line'],
    [46, 'cm-code-line'],
  ]);
});

test('a link shows its words, an address its host and a short path', () => {
  const text = 'see [the **page**](https://example.org/x "t") and https://www.example.org/a and [not a link]';
  expect(seen(text)).toBe('see the page and https://www.example.org/a and [not a link]');
  expect(seen('[a\\*b ~~c~~ **d *e***](https://example.org/x)')).toBe('a*b c d e');
  expect(marksOf(text)).toContainEqual(
    expect.objectContaining({ kind: 'text', target: { kind: 'url', url: 'https://example.org/x' } }),
  );
  expect(marksOf(text)).toContainEqual(
    expect.objectContaining({ kind: 'address', url: 'https://www.example.org/a' }),
  );
  expect(shortAddress('https://www.example.org/')).toBe('example.org');
  expect(shortAddress('https://github.com/kubernetes/community')).toBe('github.com/kubernetes/community');
  expect(shortAddress(`https://example.org/${'x'.repeat(90)}`)).toBe('example.org/…');
  expect(shortAddress('https://example.org/שלום?q=%C3%BC')).toBe('example.org/שלום?q=ü');
  expect(shortAddress('https://example.org/a%20b%E2%80%AEc%FF')).toBe('example.org/a%20b%E2%80%AEc%FF');
  expect(shortAddress('mailto:a@example.org')).toBe('a@example.org');
  expect(shortAddress('not an address')).toBe('not an address');
});

test('names, stamps and links to notes are recognised, and not in code', () => {
  const text = '[[12:34]] @ada said, see [[SIG Docs]]; mail a@example.org\n\n```\n@bo [[x]]\n```';
  expect(withClass(text, 'cm-at')).toEqual(['@ada']);
  expect(withClass(text, 'cm-stamp')).toEqual(['[[12:34]]']);
  expect(seen(text)).toContain('12:34 @ada said, see SIG Docs;');
  expect(marksOf(text)).toContainEqual(
    expect.objectContaining({ target: { kind: 'note', title: 'SIG Docs' } }),
  );
});

test('a decision has its icon in place of its mark and label, and its words are bold', () => {
  const text = [
    '- **Decision:** the freeze moves',
    '- nothing',
    'Decided: we meet weekly',
    '```',
    '- Decision: in code',
    '```',
    '## Decisions',
    '1. a first one',
    '   - [ ] a task',
    '## Else',
    '- no decision',
  ].join('\n');
  const labels = (cursor: number | null = null): string[] =>
    marksOf(text, cursor).flatMap((mark) =>
      mark.kind === 'decision' ? [text.slice(mark.from, mark.to)] : [],
    );
  expect(labels()).toEqual(['- **Decision:** ', 'Decided: ', '1. ']);
  expect(withClass(text, 'cm-decision')).toEqual(['the freeze moves', 'we meet weekly', 'a first one']);
  expect(withClass(text, 'cm-bullet')).toEqual(['- ', '- ']);
  // At the cursor one sees what is written, in the same weight.
  expect(labels(3)).toEqual(['Decided: ', '1. ']);
  expect(withClass(text, 'cm-list-mark', 3)).toEqual(['- ']);
  expect(withClass(text, 'cm-decision', 3)).toEqual(['the freeze moves', 'we meet weekly', 'a first one']);
});

test('the heading of a decision is found above the lines on the screen', () => {
  const text = `## Decisions\n\n${'- one of many\n'.repeat(200)}- the last`;
  const state = stateOf(text);
  const last = state.doc.line(state.doc.lines);
  expect(marksIn(state, last, [])).toContainEqual({ kind: 'decision', from: last.from, to: last.from + 2 });
});

test('the due date of an action item is a mark of its own, counted from the day of the meeting', () => {
  const text = '- [ ] ask @ada by Friday, please\n- [x] sent 📅 2026-11-20  \n- no task by Friday';
  const state = stateOf(text);
  const whole = { from: 0, to: text.length };
  const due = (cursor: number | null): unknown[] =>
    marksIn(state, whole, cursor === null ? [] : [{ from: cursor, to: cursor }], '2026-11-24').flatMap(
      (mark) => (mark.kind === 'due' ? [[text.slice(mark.from, mark.to), mark.due, mark.isDone]] : []),
    );
  expect(due(null)).toEqual([
    ['by Friday', '2026-11-27', false],
    ['📅 2026-11-20', '2026-11-20', true],
  ]);
  expect(due(2)).toEqual([['📅 2026-11-20', '2026-11-20', true]]);
});

test('a picture is one mark, and its Markdown on the line of the cursor', () => {
  const text = '![a map](attachments/map.png)';
  expect(marksOf(text)).toEqual([
    { kind: 'picture', from: 0, to: text.length, src: 'attachments/map.png', alt: 'a map' },
  ]);
  expect(marksOf(text, 3)).toEqual([]);
});

test('a table has cells, alignments and empty cells', () => {
  const table = tableIn('| a | **b** | c |\n|---|:-:|--:|\n| 1 |  | [x](https://example.org) |');
  expect(table?.alignments).toEqual(['start', 'center', 'end']);
  expect(table?.head.map(({ words }) => words.map(({ text }) => text).join(''))).toEqual(['a', 'b', 'c']);
  expect(table?.rows[0]?.map(({ words }) => words.map(({ text }) => text).join(''))).toEqual(['1', '', 'x']);
  expect(table?.head[1]?.words).toEqual([{ text: 'b', names: ['cm-strong'] }]);
  expect(tableIn('no table')).toBe(null);
});

const hostile: Readonly<Record<string, string>> = {
  'one letter': 'a'.repeat(1_000_000),
  'opened brackets': '['.repeat(1_000_000),
  stars: '*a'.repeat(500_000),
  'backticks of all lengths': Array.from({ length: 1_400 }, (_, length) => '`'.repeat(length + 1)).join(' '),
  'levels of lists in a line': '- '.repeat(100_000),
  'levels of quotes in a line': '> '.repeat(100_000),
  'levels of lists': Array.from({ length: 1_000 }, (_, level) => `${' '.repeat(2 * level)}- x`).join('\n'),
  'columns of a table': `${'|a'.repeat(10_000)}|\n${'|-'.repeat(10_000)}|\n${'|b'.repeat(10_000)}|`,
  'lines without a gap': 'words *and* [more](https://example.org/x)\n'.repeat(25_000),
  spaces: `- ${' '.repeat(500_000)}x\n#${' '.repeat(500_000)}y`,
};

test.each(Object.entries(hostile))('%s of a megabyte do not freeze the window', (_name, doc) => {
  const ms = cpuTimeOf(() => {
    let state = stateOf(doc);
    // As while typing: what is on the screen is parsed and marked.
    for (let key = 0; key < 5; key += 1) {
      state = state.update({ changes: { from: 0, insert: 'x' } }).state;
      syntaxTree(state);
      marksIn(state, { from: 0, to: Math.min(state.doc.length, 3_000) }, [{ from: 1, to: 1 }]);
    }
  });
  expect(ms).toBeLessThan(3_000);
});

const keptIn = (doc: string): string[] =>
  marksOf(doc).flatMap((mark) => (mark.kind === 'kept' ? [doc.slice(mark.from, mark.to)] : []));

test('what ends a clause is held to the link before it, and to the last letter of bold words', () => {
  const text = 'see https://example.org/plan, **bold**. [Plan](https://example.org), on';
  expect(new Set(keptIn(text))).toEqual(
    new Set(['https://example.org/plan,', 'd**.', 'n](https://example.org),']),
  );
  expect(keptIn('**bold** words')).toEqual([]);
});

test('a long line is laid out in pieces that cut no letter from its accents', () => {
  const line = `${'e\u0301'.repeat(3_000)}👍🏽`;
  const pieces = withClass(`short\n${line}\nshort`, 'cm-piece');
  expect(pieces.join('')).toBe(line);
  expect(pieces.every((piece) => !/^[\u0301\uDC00-\uDFFF]/u.test(piece))).toBe(true);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(600);
});

test('the pieces of a long line end between words', () => {
  const line = 'some words of a long paragraph. '.repeat(400);
  const doc = `short\n${line}`;
  const pieces = withClass(doc, 'cm-piece');
  expect(pieces.join('')).toBe(line);
  expect(pieces.slice(0, -1).every((piece) => piece.endsWith(' '))).toBe(true);
  // As one scrolls, they begin where they did.
  const later = marksIn(stateOf(doc), { from: 3_210, to: 4_000 }, []).flatMap((mark) =>
    mark.kind === 'text' && mark.name === 'cm-piece' ? [doc.slice(mark.from, mark.to)] : [],
  );
  expect(pieces).toEqual(expect.arrayContaining(later));
});

test('lines that begin with a letter of a right-to-left script are laid out from the right, code is not', () => {
  const lines = [
    '# שלום',
    'Hello שלום',
    '- [x] مرحبا there',
    '> 1. שלום',
    '```',
    'שלום',
    '```',
    '2026 — שלום',
  ];
  const doc = lines.join('\n');
  const fromRight = marksOf(doc)
    .filter((mark) => mark.kind === 'line' && mark.name === 'cm-from-right')
    .map((mark) => (mark.kind === 'line' ? stateOf(doc).doc.lineAt(mark.at).number : 0));
  expect(fromRight).toEqual([1, 3, 4, 8]);
});
