import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { lowGaps } from '#renderer/notes/editor/live/gaps.ts';

/** The classes of the gaps, each with the number of its line. */
function gapsOf(state: EditorState): (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [];
  for (const set of state.facet(EditorView.decorations)) {
    if (typeof set === 'function') continue;
    set.between(0, state.doc.length, (from, _to, value) => {
      const name: unknown = value.spec['class'];
      found.push([state.doc.lineAt(from).number, String(name)]);
    });
  }
  return found;
}

const open = (doc: string): EditorState => EditorState.create({ doc, extensions: [lowGaps] });

test('a single blank line between blocks is a gap, and lower below a heading than above', () => {
  expect(gapsOf(open('# A\n\none\n\n- two\n\n## B\n\nthree\n'))).toEqual([
    [2, 'cm-gap cm-gap-below'],
    [4, 'cm-gap'],
    [6, 'cm-gap cm-gap-above'],
    [8, 'cm-gap cm-gap-below'],
  ]);
});

test('blank lines in code, several ones, and the last one keep their height', () => {
  expect(gapsOf(open('\none\n\n\ntwo\n\n```\na\n\nb\n```\n'))).toEqual([[6, 'cm-gap']]);
});

test('typing makes no line a gap, and only the line that is written on ceases to be one', () => {
  const start = open('# A\n\none\n\ntwo\n');
  const typed = start.update({ changes: { from: start.doc.length, insert: '\nthree\n\n# B' } }).state;
  expect(gapsOf(typed)).toEqual(gapsOf(start));
  const written = typed.update({ changes: { from: typed.doc.line(2).from, insert: 'x' } }).state;
  expect(gapsOf(written)).toEqual([[4, 'cm-gap']]);
  const joined = written.update({
    changes: { from: written.doc.line(3).to, to: written.doc.line(4).from },
  }).state;
  expect(gapsOf(joined)).toEqual([]);
  const above = start.update({ changes: { from: 3, insert: '\n' } }).state;
  expect(gapsOf(above)).toEqual([
    [3, 'cm-gap cm-gap-below'],
    [5, 'cm-gap'],
  ]);
});
