/**
 * Search in 10,000 notes of 20 MB: building the index, opening it again, and asking it as one types. Ours is SQLite's
 * FTS5 in a thread of its own, as in the app; beside it MiniSearch, FlexSearch and Fuse.js on the same notes and
 * questions in the same run.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { openIndexThread } from '../src/main/adapters/threads/indexThread.ts';
import { wordsOf } from '../src/core/notes/search.ts';
import { generateNotes } from './generateNotes.ts';

const notes = generateNotes(10_000, 2_000);
const questions = [
  'r',
  're',
  'rel',
  'release',
  'release de',
  'release decision',
  'netwrok',
  'kubernets backport',
  'agenda revie',
  'security audit',
  'etcd',
  'sche',
  'scheduler4',
  'charter ment',
  'deadlnie',
  'onboard',
];
const home = mkdtempSync(join(tmpdir(), 'search-bench-'));

async function took(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function perQuestion(ask: (words: string) => unknown, rounds = 10): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const words of questions) times.push(await took(() => ask(words)));
  times.sort((a, b) => a - b);
  const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
  return `query p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

const line = (name: string, index: number, load: number | null, queries: string): void =>
  console.log(
    `${name.padEnd(12)} index ${index.toFixed(0).padStart(6)} ms, load ${load === null ? '    –' : load.toFixed(0).padStart(5)} ms, ${queries}`,
  );

async function ours(): Promise<void> {
  const script = new URL('../src/main/adapters/threads/indexWorker.ts', import.meta.url);
  const open = () => openIndexThread(script, join(home, 'search.db'), console.log);
  const standstill = monitorEventLoopDelay({ resolution: 1 });
  let index = await open();
  standstill.enable();
  const built = await took(async () => {
    // As in the app: the next texts are made ready while the index takes these.
    let written = Promise.resolve();
    for (let from = 0; from < notes.length; from += 100) {
      const texts = notes.slice(from, from + 100).map(({ path, title, text }) => ({
        path,
        title,
        body: text,
        stamp: '1',
        series: null,
        moment: '2026-11-20',
        hasOpenItems: false,
      }));
      await written;
      written = index.change({ texts, gone: [] });
    }
    await written;
  });
  standstill.disable();
  await index[Symbol.asyncDispose]();
  const loaded = await took(async () => {
    index = await open();
    await index.stamps();
  });
  const all = { series: null, hasOpenItems: false, within: null };
  line('ours (FTS5)', built, loaded, await perQuestion((words) => index.find(wordsOf(words), all, 50)));
  const longest = standstill.max / 1_000_000;
  console.log(`${' '.repeat(13)}the main thread was blocked for at most ${longest.toFixed(0)} ms meanwhile`);
  await index[Symbol.asyncDispose]();
}

async function miniSearch(): Promise<void> {
  const options = { fields: ['title', 'text'], idField: 'path' };
  const path = join(home, 'minisearch.json');
  const index = new MiniSearch(options);
  const built = await took(() => index.addAll(notes));
  writeFileSync(path, JSON.stringify(index));
  let again = index;
  const loaded = await took(() => {
    again = MiniSearch.loadJSON(readFileSync(path, 'utf8'), options);
  });
  const search = { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { title: 4 } } as const;
  line(
    'MiniSearch',
    built,
    loaded,
    await perQuestion((words) => again.search(words, search).slice(0, 50), 1),
  );
}

async function flexSearch(): Promise<void> {
  const index = new Index({ tokenize: 'forward' });
  const built = await took(() => notes.forEach((note, id) => index.add(id, `${note.title} ${note.text}`)));
  line('FlexSearch', built, null, await perQuestion((words) => index.search(words, 50), 1));
}

async function fuse(): Promise<void> {
  let index = new Fuse<(typeof notes)[number]>([]);
  const built = await took(() => {
    index = new Fuse(notes, { keys: ['title', 'text'], ignoreLocation: true });
  });
  const few = questions.slice(0, 2);
  const times = await Promise.all(few.map((words) => took(() => index.search(words, { limit: 50 }))));
  line('Fuse.js', built, null, `query about ${Math.max(...times).toFixed(0)} ms (of ${few.length})`);
}

const bytes = notes.reduce((sum, { text }) => sum + text.length, 0);
console.log(`${notes.length} notes, ${(bytes / 1_000_000).toFixed(1)} MB, Node ${process.versions.node}`);
await ours();
await miniSearch();
await flexSearch();
await fuse();
rmSync(home, { recursive: true });
