/**
 * What 10,000 notes cost the main process: the longest turn of its event loop while the folder is read at the start, and
 * when one note is saved; how long that takes; how much goes to the window for one save. The app is the real one, with
 * its threads and files, without Electron. Ends with status 1 when a turn is longer than the limit.
 * Run: node bench/manyNotes.bench.ts [number of notes]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serialize } from 'node:v8';
import type { EventName, EventPayload } from '../src/core/ipc/contract.ts';
import { createFiles } from '../src/main/adapters/disk/files.ts';
import { openIndexThread } from '../src/main/adapters/threads/indexThread.ts';
import { createNoteThread } from '../src/main/adapters/threads/noteThread.ts';
import { noteListChange } from '../src/core/notes/noteListChange.ts';
import { FakeWindow } from '../test/fakes/fakeWindow.ts';
import { Computer } from '../test/fakes/startApp.ts';
import { generateNotes } from './generateNotes.ts';

const COUNT = Number(process.argv[2] ?? 10_000);
const LIMIT_MS = 50;
/** Of each note. */
const BOXES = 6;

/** Sends as Electron does: what goes to the window is written out at once. */
class BenchWindow extends FakeWindow {
  bytes = 0;
  /** Paths of the notes that main has sent. */
  readonly listed = new Set<string>();

  override send<N extends EventName>(name: N, payload: EventPayload<N>): void {
    const { byteLength } = serialize(payload);
    if (name !== 'notes:changed') return;
    this.bytes += byteLength;
    const { changed } = noteListChange.parse(payload);
    for (const { path } of changed) this.listed.add(path);
  }
}

const root = mkdtempSync(join(tmpdir(), 'notes-bench-'));
const folder = join(root, 'documents', 'Office Hours');
mkdirSync(folder, { recursive: true });
mkdirSync(join(root, 'catalogue'));
for (const [index, { path, title, text }] of generateNotes(COUNT, 2_000).entries()) {
  const day = new Date(Date.UTC(2016, 0, 1 + (index % 3_650))).toISOString().slice(0, 10);
  const head = `---\ntitle: ${title}\noccurrence: feed|uid-${index}|${day}\nstart: ${day}\n---\n\n# ${title}\n\n`;
  const boxes = `- [ ] @ann to check ${index} by ${day}\n`.repeat(BOXES);
  const items = `## Decisions\n\n- Ship ${index}\n\n## Action items\n\n${boxes}`;
  writeFileSync(join(folder, `${day} ${path}`), `${head}${text}\n\n${items}`);
}

// All code is read once before anything is measured.
await (await new Computer('2026-11-20T09:00:00Z').start())[Symbol.asyncDispose]();

const computer = new Computer('2026-11-20T09:00:00Z');
writeFileSync(join(root, 'catalogue', 'kubernetes.json'), computer.emptyCatalogue);
const files = createFiles();
const thread = (name: string): URL => new URL(`../src/main/adapters/threads/${name}.ts`, import.meta.url);
computer.files = files;
computer.newNoteReader = () => createNoteThread(thread('noteWorker'), files, console.log);
computer.openIndex = () => openIndexThread(thread('indexWorker'), join(root, 'search.db'), console.log);
computer.folders = {
  ...computer.folders,
  userData: join(root, 'user'),
  documents: join(root, 'documents'),
  catalogueFolder: join(root, 'catalogue'),
};
const window = new BenchWindow();
computer.newWindow = () => window;

let isSlow = false;
const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** The longest work of this thread between two ticks of a timer, in CPU time: a busy machine does not matter. */
async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const [start, before] = [performance.now(), cpuMs()];
  let [last, longest] = [before, 0];
  const tick = (): void => {
    const now = cpuMs();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const ticking = setInterval(tick, 1);
  delay.enable();
  await work();
  // One more tick, so that the last turn counts.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  clearInterval(ticking);
  isSlow ||= longest > LIMIT_MS;
  const figures = [performance.now() - start, cpuMs() - before, longest, delay.max / 1e6];
  console.log(name.padEnd(38) + figures.map((ms) => ms.toFixed(0).padStart(14)).join(''));
}

const untilListed = async (): Promise<void> => {
  // Asking for the whole list over and over would be most of the work.
  for (const { path } of await window.ask('notes:list')) window.listed.add(path);
  while (window.listed.size < COUNT) await new Promise((resolve) => setTimeout(resolve, 50));
};

console.log(
  ''.padEnd(38) +
    ['ms', 'work, ms', 'longest work', 'longest delay'].map((head) => head.padStart(14)).join(''),
);
try {
  const started = Promise.withResolvers<AsyncDisposable>();
  await measure('start, until the window can open', async () => started.resolve(await computer.start()));
  await using app = await started.promise;
  await measure(`reading ${COUNT} notes`, untilListed);
  await measure(`listing their ${COUNT * BOXES} boxes, the first time`, () => window.ask('notes:countOpen'));
  await measure('indexing their words for the search', () =>
    window.ask('search:find', {
      words: 'release',
      series: null,
      hasOpenItems: false,
      from: null,
      to: null,
      tags: [],
    }),
  );
  const [first] = await window.ask('notes:list');
  const opened = await window.ask('notes:read', first?.path ?? '');
  if (!opened.ok) throw new Error(opened.problem.code);
  window.bytes = 0;
  await measure('saving one note', () => window.ask('notes:save', { ...opened.value, body: 'Changed.\n' }));
  await measure(`listing the boxes after it`, () => window.ask('notes:countOpen'));
  await measure('what follows a save', () => new Promise((resolve) => setTimeout(resolve, 2_000)));
  console.log(`sent to the window for it: ${window.bytes} bytes`);
  void app;
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.exitCode = isSlow ? 1 : 0;
