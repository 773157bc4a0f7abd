/**
 * How long the main process takes to answer a request while a calendar of 50,000 events is added, shown, fetched again
 * (also with another title for each meeting), read from the disk at a start, and removed. Another thread asks every few milliseconds and measures, so that what holds the main
 * thread up is seen. On a machine that has other things to do an answer also waits for a processor; so the time that the
 * main thread itself worked in one turn of its event loop is shown too, and of some runs the best counts; in the first one all
 * code is new to the process.
 * Ends with status 1 when that is longer than the limit.
 * Run: node bench/responsiveness.bench.ts
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { createFeedReader } from '../src/main/adapters/threads/feedReader.ts';
import { createFeedThread } from '../src/main/adapters/threads/feedThread.ts';
import { createFiles } from '../src/main/adapters/disk/files.ts';
import { createConnection } from '../src/main/adapters/network/connection.ts';
import { createHttp } from '../src/main/adapters/network/http.ts';
import type { EventName, EventPayload } from '../src/core/ipc/contract.ts';
import { FakeWindow } from '../test/fakes/fakeWindow.ts';
import { Computer } from '../test/fakes/startApp.ts';
import { generateCalendar } from './generateCalendar.ts';

const connection = createConnection({ env: {}, askSystem: null });

const EVENTS = Number(process.argv[2] ?? 50_000);
const LIMIT_MS = 25;
const RUNS = 5;

/** Asks each 2 ms and notes how long each answer takes. */
const pinger = `
  const { parentPort } = require('node:worker_threads');
  let times = [];
  let asked = performance.now();
  const ask = () => { asked = performance.now(); parentPort.postMessage('ask'); };
  parentPort.on('message', (message) => {
    if (message === 'report') { parentPort.postMessage(times); times = []; return; }
    times.push(performance.now() - asked);
    setTimeout(ask, 2);
  });
  ask();
`;

/** A server in a thread of its own; with any message it has another title for each meeting. */
const server = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createServer } = require('node:http');
  const { readFileSync } = require('node:fs');
  const { gzipSync } = require('node:zlib');
  const text = readFileSync(workerData, 'utf8');
  let packed = gzipSync(text);
  const renamed = gzipSync(text.replaceAll('SUMMARY:', 'SUMMARY:New '));
  parentPort.on('message', () => (packed = renamed));
  createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar', 'content-encoding': 'gzip' });
    response.end(packed);
  }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
`;

function workOfThisThread(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Calls in each turn of the event loop that begins a millisecond or more after the last one. */
function everyTurn(callback: () => void): Disposable {
  const timer = setInterval(callback, 1);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

interface Row {
  readonly name: string;
  readonly ms: number;
  readonly answers: readonly number[];
  /** Longest work of the main thread in one turn of its event loop. */
  readonly busy: number;
}

/** Sends as Electron does: what goes to the window is written out at once. */
class BenchWindow extends FakeWindow {
  override send<N extends EventName>(_name: N, payload: EventPayload<N>): void {
    serialize(payload);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'office-hours-bench-'));
const workers: Worker[] = [];

function startWorker(code: string, workerData: unknown = null): Worker {
  const worker = new Worker(code, { eval: true, workerData, execArgv: [] });
  workers.push(worker);
  return worker;
}

const next = <T>(worker: Worker): Promise<T> => new Promise((resolve) => worker.once('message', resolve));

async function measure(isThread: boolean): Promise<Row[]> {
  const root = mkdtempSync(join(folder, 'run-'));
  mkdirSync(join(root, 'catalogue'), { recursive: true });
  const computer = new Computer('2026-11-20T09:00:00Z');
  writeFileSync(join(root, 'catalogue', 'kubernetes.json'), computer.emptyCatalogue);
  computer.files = createFiles();
  computer.http = createHttp('OfficeHours/bench', connection.send);
  computer.folders = {
    ...computer.folders,
    userData: join(root, 'user'),
    documents: join(root, 'documents'),
    catalogueFolder: join(root, 'catalogue'),
  };
  const script = new URL('../src/main/adapters/threads/feedWorker.ts', import.meta.url);
  const newReader = () => (isThread ? createFeedThread(script, console.error) : createFeedReader());
  computer.newReader = newReader;
  computer.newTrialReader = newReader;

  computer.newWindow = () => new BenchWindow();

  const serving = startWorker(server, join(folder, 'calendar.ics'));
  const port = await next<number>(serving);
  const address = `http://127.0.0.1:${port}/calendar.ics`;
  const rows: Row[] = [];
  let answer: () => void = () => undefined;
  let [busy, workedBefore] = [0, 0];
  // Of this thread's own timer: a request comes between two turns of its loop, however late the other thread is.
  const turns = everyTurn(() => {
    const worked = workOfThisThread();
    busy = Math.max(busy, worked - workedBefore);
    workedBefore = worked;
  });
  const asking = startWorker(pinger);
  const reports: ((times: number[]) => void)[] = [];
  asking.on('message', (message: 'ask' | number[]) => {
    if (message !== 'ask') reports.shift()?.(message);
    else {
      answer();
      asking.postMessage('answer', []);
    }
  });
  const report = (): Promise<number[]> =>
    new Promise((resolve) => {
      reports.push(resolve);
      asking.postMessage('report', []);
    });
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    await report();
    [busy, workedBefore] = [0, workOfThisThread()];
    const started = performance.now();
    const result = await work();
    const ms = performance.now() - started;
    const answers = await report();
    rows.push({ name, ms, answers, busy: Math.max(busy, workOfThisThread() - workedBefore) });
    return result;
  };

  {
    await using app = await computer.start();
    answer = () => void app.window.ask('app:info');
    await step('add', () => app.window.ask('feeds:add', address));
    await step('fetch again, unchanged', () => app.window.ask('feeds:refresh'));
    serving.postMessage('rename', []);
    await step('fetch again, all renamed', () => app.window.ask('feeds:refresh'));
    answer = () => undefined;
  }
  await using again = await step('start from the disk', () => computer.start());
  answer = () => void again.window.ask('app:info');
  const added = (await again.window.ask('feeds:list')).at(-1);
  await step('remove', () => again.window.ask('feeds:remove', added?.feed.id ?? ''));
  answer = () => undefined;
  turns[Symbol.dispose]();
  return rows;
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const cells = (name: string, ...figures: readonly string[]): string =>
  name.padEnd(56) + figures.map((figure) => figure.padStart(12)).join('');

try {
  writeFileSync(
    join(folder, 'calendar.ics'),
    generateCalendar({ events: EVENTS, firstYear: 2017, years: 10 }),
  );
  console.log(
    `Answers of the main process while a calendar of ${EVENTS.toLocaleString('en')} events is loaded, ms`,
  );
  console.log(cells('', 'whole step', 'answers', '99 %', 'longest', 'of it work', 'in run 1'));
  let longest = 0;
  for (const isThread of [true, false]) {
    const runs: Row[][] = [];
    for (let run = 0; run < (isThread ? RUNS : 1); run += 1) runs.push(await measure(isThread));
    for (const [index, { name }] of (runs[0] ?? []).entries()) {
      const rows = runs.flatMap((run) => run[index] ?? []);
      const best = rows.reduce((one, other) => (other.busy < one.busy ? other : one));
      if (isThread) longest = Math.max(longest, best.busy);
      console.log(
        cells(
          isThread ? name : `${name}, were it read in the main thread`,
          best.ms.toFixed(0),
          String(best.answers.length),
          percentile(best.answers, 0.99).toFixed(1),
          percentile(best.answers, 1).toFixed(1),
          best.busy.toFixed(1),
          (rows[0]?.busy ?? 0).toFixed(1),
        ),
      );
    }
  }
  console.log(
    longest <= LIMIT_MS
      ? `no answer waits longer than ${LIMIT_MS} ms for the main thread`
      : `the main thread works longer than ${LIMIT_MS} ms at a stretch`,
  );
  process.exitCode = longest <= LIMIT_MS ? 0 : 1;
} finally {
  await Promise.all(workers.map((worker) => worker.terminate()));
  rmSync(folder, { recursive: true });
}
