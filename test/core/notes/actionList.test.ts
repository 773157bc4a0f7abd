import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NotedAction } from '#core/notes/note.ts';
import { createActionList } from '#core/notes/actionList.ts';
import { indexNote, type IndexedNote, type NoteIndex } from '#core/notes/indexNote.ts';

interface Minutes {
  readonly path: string;
  readonly series: string | null;
  readonly start: string;
  readonly lines: readonly string[];
}

function aNote({ path, series, start, lines }: Minutes): IndexedNote {
  const head = series === null ? '' : `---\nseries: ${series}\nstart: ${start}\n---\n\n`;
  return indexNote(path, `${head}# Minutes\n\n${lines.join('\n')}\n`, { size: 1, modified: 0, version: '' });
}

/** Makes the list in one go. */
function listIn(list: ReturnType<typeof createActionList>, index: NoteIndex): readonly NotedAction[] {
  const steps = list(index);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const listed = (...notes: readonly Minutes[]): string[] =>
  listIn(createActionList(), new Map(notes.map((one) => [one.path, aNote(one)]))).map(
    ({ path, text, due }) => `${path}: ${text}, ${due ?? 'some day'}`,
  );

test('what is due first comes first, then the latest meeting, then the order of the note', () => {
  const lines = ['- [ ] later by 2026-12-09', '- [ ] sooner by 2026-12-01', '- [ ] some day'];
  expect(
    listed(
      { path: 'a.md', series: 'one', start: '2026-11-01T09:00:00Z', lines },
      { path: 'b.md', series: 'two', start: '2026-11-08T09:00:00Z', lines },
    ).map((line) => line.slice(0, 12)),
  ).toEqual(['b.md: sooner', 'a.md: sooner', 'b.md: later ', 'a.md: later ', 'b.md: some d', 'a.md: some d']);
});

test('an item that was carried over is listed in the later note, with the date that was promised first', () => {
  const early = {
    path: 'a.md',
    series: 'one',
    start: '2026-11-02T09:00:00Z',
    lines: ['- [ ] report by Friday'],
  };
  const late = { ...early, path: 'b.md', start: '2026-11-09T09:00:00Z' };
  expect(listed(early, late)).toEqual(['b.md: report by Friday, 2026-11-06']);
  expect(listed(early, { ...late, series: 'two' })).toHaveLength(2);
  expect(listed({ ...early, series: null }, { ...late, series: null })).toHaveLength(2);
});

const minutes = fc.record({
  path: fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'),
  series: fc.constantFrom('one', 'two', null),
  start: fc.constantFrom('2026-11-02T09:00:00Z', '2026-11-09T09:00:00Z', '2026-11-16T09:00:00Z'),
  lines: fc.array(
    fc.constantFrom(
      '- [ ] report by Friday',
      '- [x] report by Friday',
      '- [ ] ask',
      '- [ ] ask by 2026-12-01',
    ),
    { maxLength: 3 },
  ),
});

test('after any changes the kept list is as one that is made anew', () => {
  const changes = fc.array(fc.record({ note: minutes, isDeleted: fc.boolean() }), { maxLength: 12 });
  fc.assert(
    fc.property(changes, (all) => {
      const index = new Map<string, IndexedNote>();
      const kept = createActionList();
      for (const { note, isDeleted } of all) {
        if (isDeleted) index.delete(note.path);
        else index.set(note.path, aNote(note));
        expect(listIn(kept, index)).toEqual(listIn(createActionList(), index));
      }
    }),
  );
});

test('without a change the list is the same one', () => {
  const index = new Map([['a.md', aNote({ path: 'a.md', series: null, start: '', lines: ['- [ ] ask'] })]]);
  const list = createActionList();
  expect(listIn(list, index)).toBe(listIn(list, index));
});

test('a long list is made in steps', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `- [ ] item ${index}`);
  const index = new Map(
    Array.from({ length: 100 }, (_, number) => {
      const path = `${number}.md`;
      return [path, aNote({ path, series: null, start: '', lines })];
    }),
  );
  expect([...createActionList()(index)].length).toBeGreaterThan(2);
});
