import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openIndexThread } from '#main/adapters/threads/indexThread.ts';
import { openTextIndex } from '#main/adapters/threads/textIndex.ts';
import type { IndexedText, TextFilter, TextIndex } from '#main/ports/textIndex.ts';

const script = new URL('../../../src/main/adapters/threads/indexWorker.ts', import.meta.url);
const home = mkdtempSync(join(tmpdir(), 'index-thread-'));
afterAll(() => rmSync(home, { recursive: true }));
const everything: TextFilter = { series: null, hasOpenItems: false, within: null };
const silent = (): void => undefined;

const aText = (path: string, body: string): IndexedText => ({
  path,
  stamp: '1',
  title: path,
  body,
  series: null,
  moment: '2026-11-20',
  hasOpenItems: false,
});

async function ask(index: TextIndex): Promise<unknown[]> {
  await index.change({ texts: [aText('a', 'one two'), aText('b', 'two three')], gone: [] });
  await index.change({ texts: [aText('c', 'three')], gone: ['b'] });
  const find = (...words: string[]) => index.find(words, everything, 10);
  return [await index.stamps(), await find('tw'), await find('thre'), await find('threee'), await find('x')];
}

test('the thread answers as the index here does, and keeps its file', async () => {
  const path = join(home, 'search.db');
  {
    await using thread = await openIndexThread(script, path, silent);
    await using here = await openTextIndex(':memory:');
    expect(await ask(thread)).toEqual(await ask(here));
  }
  await using again = await openIndexThread(script, path, silent);
  expect([...(await again.stamps()).keys()]).toEqual(['a', 'c']);
});

test('the latest texts are looked through first, and all where these give too few', async () => {
  await using index = await openTextIndex(':memory:');
  const many = Array.from({ length: 2500 }, (_, at) => aText(`${at}`, at === 3 ? 'often rare' : 'often'));
  await index.change({ texts: many, gone: [] });
  const paths = async (word: string): Promise<number[]> =>
    (await index.find([word], everything, 10)).paths.map(Number);
  expect(Math.min(...(await paths('often')))).toBeGreaterThan(498);
  expect(await paths('rare')).toEqual([3]);
});

test('a damaged file is refused', async () => {
  const path = join(home, 'damaged.db');
  writeFileSync(path, 'this is no database, and never was one: '.repeat(200));
  await expect(openIndexThread(script, path, silent)).rejects.toThrow('not a database');
});

test('a call that the index refuses rejects, and the worker continues', async () => {
  await using thread = await openIndexThread(script, ':memory:', silent);
  await thread.change({ texts: [aText('a', 'one')], gone: [] });
  await expect(thread.find(['one'], everything, Number.NaN)).rejects.toThrow('datatype mismatch');
  expect((await thread.stamps()).size).toBe(1);
});

test('where the thread cannot be started, the index is in this one', async () => {
  const log: string[] = [];
  const missing = new URL('no-such-worker.ts', script);
  await using index = await openIndexThread(missing, ':memory:', (line) => void log.push(line));
  expect(await ask(index)).toHaveLength(5);
  expect(log).toEqual([
    expect.stringMatching(/^the thread of the search index failed: Error: Cannot find module/u),
    'notes are indexed in the main thread',
  ]);
});
