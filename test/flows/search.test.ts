import { mkdtempSync, writeFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTextIndex } from '#main/adapters/threads/textIndex.ts';
import { openNoteSearch, type Findable } from '#main/search/noteSearch.ts';
import type { SearchQuery } from '#core/notes/search.ts';
import { settle } from '../fakes/fakeClock.ts';
import { MemoryFiles } from '../fakes/memoryFiles.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const folder = '/documents/Office Hours';
const all: Omit<SearchQuery, 'words'> = { series: null, tags: [], hasOpenItems: false, from: null, to: null };

async function withNotes(notes: Record<string, string>): Promise<{ computer: Computer; app: RunningApp }> {
  const computer = new Computer('2026-11-23T09:00:00Z');
  for (const [name, text] of Object.entries(notes)) computer.memory.put(`${folder}/${name}`, text);
  return { computer, app: await computer.start() };
}

const find = async (app: RunningApp, words: string, filter = all): Promise<string[]> =>
  (await app.window.ask('search:find', { words, ...filter })).map(({ path }) => path);

test('notes are found by the beginnings of their words, in titles first, also mistyped', async () => {
  const { app } = await withNotes({
    'a.md': '# Backports\n\nWe talked about the release of etcd.\n',
    'b.md': '# The release\n\nBackports wait.\n',
    'c.md': '# Façade\n\nNothing else.\n',
  });
  await using _ = app;
  expect(await find(app, 'relea')).toEqual(['b.md', 'a.md']);
  expect(await find(app, 'relaese etcd')).toEqual(['a.md']);
  expect(await find(app, 'FACADE')).toEqual(['c.md']);
  expect(await find(app, 'release absentword')).toEqual([]);
  expect(await find(app, ' "( * ')).toEqual([]);
  const [hit] = await app.window.ask('search:find', { words: 'etcd', ...all });
  expect(hit?.snippet.filter(({ isHit }) => isHit)).toMatchObject([{ text: 'etcd' }]);
});

test('a search can be limited to a series and to open items', async () => {
  const { app } = await withNotes({
    'a.md': '---\noccurrence: f|sync|2026-11-20\n---\n\nword\n\n- [ ] call\n',
    'b.md': '---\noccurrence: f|sync|2026-11-13\n---\n\nword\n\n- [x] call\n',
    'c.md': 'word\n',
  });
  await using _ = app;
  expect((await find(app, 'word', { ...all, series: 'f|sync' })).toSorted()).toEqual(['a.md', 'b.md']);
  expect(await find(app, 'word', { ...all, hasOpenItems: true })).toEqual(['a.md']);
});

test('a search can be limited to days in the user’s time zone', async () => {
  const at = (start: string): string => `---\noccurrence: f|sync|${start}\nstart: ${start}\n---\n\nword\n`;
  const { app } = await withNotes({
    'late.md': at('2026-11-19T22:59:00.000Z'),
    'first.md': at('2026-11-19T23:00:00.000Z'),
    'whole.md': at('2026-11-20'),
    'last.md': at('2026-11-20T22:59:00.000Z'),
    'after.md': at('2026-11-20T23:00:00.000Z'),
  });
  await using _ = app;
  const on = { ...all, from: '2026-11-20', to: '2026-11-20' };
  expect((await find(app, 'word', on)).toSorted()).toEqual(['first.md', 'last.md', 'whole.md']);
  expect(await find(app, 'word', { ...all, to: '2026-11-19' })).toEqual(['late.md']);
  expect(await find(app, 'word', { ...all, from: '2026-11-21' })).toEqual(['after.md']);
  expect(await find(app, 'absentword', on)).toEqual([]);
  // Without words: all of these days, the latest first.
  expect(await find(app, '', { ...all, from: '2026-11-20' })).toEqual([
    'after.md',
    'last.md',
    'whole.md',
    'first.md',
  ]);
  expect(await find(app, '')).toEqual([]);
});

test('words of scripts with marks are found', async () => {
  const { app } = await withNotes({ 'a.md': 'हिन्दी में बैठक\n', 'b.md': 'การประชุม\n' });
  await using _ = app;
  expect(await find(app, 'हिन्दी')).toEqual(['a.md']);
  expect(await find(app, 'การ')).toEqual(['b.md']);
});

test('files that other programs write, change and delete are found, or no longer found', async () => {
  const { computer, app } = await withNotes({ 'a.md': 'old words\n' });
  await using _ = app;
  computer.memory.put(`${folder}/b.md`, 'fresh words\n');
  computer.memory.put(`${folder}/a.md`, 'changed words, longer\n');
  await settle();
  await settle();
  expect(await find(app, 'fresh')).toEqual(['b.md']);
  expect(await find(app, 'changed')).toEqual(['a.md']);
  expect(await find(app, 'old')).toEqual([]);
  await computer.memory.remove(`${folder}/b.md`);
  await settle();
  await settle();
  expect(await find(app, 'fresh')).toEqual([]);
});

const disk = (path: string): MemoryFiles =>
  Object.assign(new MemoryFiles(), { remove: async () => rmSync(path, { force: true }) });

const aText: Findable = {
  kind: 'note',
  path: 'a.md',
  title: 'A',
  start: null,
  modified: 0,
  series: null,
  tags: [],
  stamp: '1',
  hasOpenItems: false,
};

test('the index is kept: only changed files are read again, and a corrupt index is rebuilt', async () => {
  const home = mkdtempSync(join(tmpdir(), 'index-'));
  const path = join(home, 'search.db');
  const log: string[] = [];
  const read: string[] = [];
  const open = (stamp: string) =>
    openNoteSearch({
      files: disk(path),
      openIndex: openTextIndex,
      log: (line) => void log.push(line),
      path,
      list: () => [{ ...aText, stamp }],
      isComplete: () => true,
      zone: () => 'UTC',
      read: async ({ path: one }) => {
        read.push(one);
        return 'words';
      },
    });
  const start = async (stamp: string): Promise<number> => {
    await using search = open(stamp);
    await search.refresh();
    const before = read.length;
    expect(await search.find({ words: 'wor', ...all })).toHaveLength(1);
    return before;
  };
  expect(await start('1')).toBe(1);
  expect(await start('1')).toBe(2);
  expect(await start('2')).toBe(4);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0x41, 0, Math.floor(bytes.length / 2)));
  expect(await start('2')).toBe(6);
  expect(log).toEqual([expect.stringMatching(/^the search index is damaged and is built anew: Error: /u)]);
  // Damage behind the first pages shows only when they are read.
  const later = readFileSync(path);
  writeFileSync(path, later.fill(0x41, 8192));
  expect(await start('2')).toBe(8);
  expect(log).toHaveLength(2);
  rmSync(home, { recursive: true });
});

test('a note that is being renamed is found under its new name', async () => {
  let text = aText;
  await using search = openNoteSearch({
    files: new MemoryFiles(),
    openIndex: openTextIndex,
    log: () => undefined,
    path: ':memory:',
    list: () => [text],
    isComplete: () => true,
    zone: () => 'UTC',
    read: async () => 'words',
  });
  await search.refresh();
  text = { ...aText, path: 'renamed.md' };
  void search.refresh();
  expect(await search.find({ words: 'wor', ...all })).toMatchObject([{ path: 'renamed.md' }]);
});
