/**
 * What 200 feeds with 50,000 events cost the app's main thread: added, fetched again unchanged, and with other titles
 * in each; and what is sent to the window meanwhile. Then, whether anything grows with a calendar that has new UIDs in
 * each download. The core of the app as it is composed, its own thread for feeds, a server on this computer.
 * CPU time in ms, since other programs change the time on the clock: of the whole process, of the main thread, and the
 * most that the main thread worked in one turn of its event loop.
 * Ends with status 1 when a limit is passed.
 * Run: node bench/feeds.bench.ts [refreshes of the renaming calendar]
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { MOST_AT_ONCE } from '../src/core/agenda/agendaUpdate.ts';
import type { EventName, EventPayload } from '../src/core/ipc/contract.ts';
import { createFiles } from '../src/main/adapters/disk/files.ts';
import { createConnection } from '../src/main/adapters/network/connection.ts';
import { createHttp } from '../src/main/adapters/network/http.ts';
import { createClock } from '../src/main/adapters/system/clock.ts';
import { createFeedThread } from '../src/main/adapters/threads/feedThread.ts';
import { FakeWindow } from '../test/fakes/fakeWindow.ts';
import { Computer } from '../test/fakes/startApp.ts';

const REFRESHES = Number(process.argv[2] ?? 400);
const FEEDS = 200;
const EVENTS = 250;
const NOW = '2026-11-20T09:00:00Z';
const LIMIT_CPU_MS = 5_000;
const LIMIT_TURN_MS = 50;
const LIMIT_SENDS = 4;
/** How much more the last refreshes of the renaming calendar may cost than the first ones. */
const LIMIT_GROWTH = 1.3;

/** Serves calendars in a thread of its own: `/<feed>/<events>/<uids>`, each time of a new version unless told otherwise. */
const server = `
  const { parentPort } = require('node:worker_threads');
  const { createServer } = require('node:http');
  let version = 0;
  let isRenaming = false;
  parentPort.on('message', (message) => { if (message === 'version') version += 1; });
  const stamp = (ms) => new Date(ms).toISOString().replaceAll(/[-:]|\\.\\d+/g, '');
  const first = Date.parse('${NOW}') - 96 * 3_600_000;
  function calendar(feed, events, uids) {
    const rename = uids === 'new' ? '-' + (version += 1) : '';
    const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:bench', 'X-WR-CALNAME:Feed ' + feed];
    for (let index = 0; index < events; index += 1) {
      const start = first + ((index * 7 + feed) % 900) * 3_600_000;
      lines.push('BEGIN:VEVENT', 'UID:' + feed + '-' + index + rename, 'DTSTAMP:20260101T000000Z',
        'DTSTART:' + stamp(start), 'DTEND:' + stamp(start + 3_600_000),
        'SUMMARY:Meeting ' + feed + ' ' + index + (index === 0 && version > 0 ? ' version ' + version : ''),
        'DESCRIPTION:Agenda and minutes of the meeting\\\\, which everyone may join: https://example.org/minutes/' + index,
        'LOCATION:https://zoom.us/j/9' + (100_000_000 + feed * 1_000 + index));
      if (index % 25 === 0) lines.push('RRULE:FREQ=WEEKLY');
      lines.push('END:VEVENT');
    }
    lines.push('END:VCALENDAR', '');
    return lines.join('\\r\\n');
  }
  createServer((request, response) => {
    const [, feed, events, uids] = request.url.split('/');
    response.writeHead(200, { 'content-type': 'text/calendar' });
    response.end(calendar(Number(feed), Number(events), uids));
  }).listen(0, '0.0.0.0', function () { parentPort.postMessage(this.address().port); });
`;

const renewed = z.object({ kind: z.literal('renewed') });
const counted = z.object({ total: z.number() });

interface Sent {
  readonly name: EventName;
  readonly at: number;
  bytes: number;
}

/** Sends as Electron does: what goes to the window is written out at once. */
class BenchWindow extends FakeWindow {
  readonly sent: Sent[] = [];

  override send<N extends EventName>(name: N, payload: EventPayload<N>): void {
    const message = { name, at: performance.now(), bytes: serialize(payload).byteLength };
    this.sent.push(message);
    if (renewed.safeParse(payload).success) void this.#fetch(message);
  }

  /** Asks for all parts of the agenda, and counts them to the message that announced them. */
  async #fetch(message: Sent): Promise<void> {
    for (let [from, total] = [0, 1]; from < total;) {
      const part = await this.answer('agenda:get', [from]);
      message.bytes += serialize(part).byteLength;
      ({ total } = counted.parse(part));
      from += MOST_AT_ONCE;
      // As a message to the window and back, which are turns of their own.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

function newComputer(folder: string, addresses: readonly string[]): Computer {
  const root = mkdtempSync(join(folder, 'run-'));
  mkdirSync(join(root, 'catalogue'), { recursive: true });
  const computer = new Computer(NOW);
  writeFileSync(join(root, 'catalogue', 'kubernetes.json'), computer.emptyCatalogue);
  computer.files = createFiles();
  computer.http = createHttp('OfficeHours/bench', createConnection({ env: {}, askSystem: null }).send);
  computer.folders = {
    ...computer.folders,
    userData: join(root, 'user'),
    documents: join(root, 'documents'),
    catalogueFolder: join(root, 'catalogue'),
  };
  const script = new URL('../src/main/adapters/threads/feedWorker.ts', import.meta.url);
  computer.newReader = () => createFeedThread(script, console.error);
  computer.newTrialReader = computer.newReader;
  computer.newWindow = () => new BenchWindow();
  // The tests' clock stands still, but what is sent is limited by the time that passes.
  const clock = createClock();
  computer.clock.pace = (pauseMs, work) => clock.pace(pauseMs, work);
  computer.store.write('feeds', {
    version: 2,
    feeds: addresses.map((url, index) => ({
      id: `ics-${index}`,
      name: `Feed ${index}`,
      source: { kind: 'web', url },
      format: 'ics',
      followed: 'all',
      color: index % 8,
    })),
  });
  return computer;
}

const workOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

/** What one step cost. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly main: number;
  readonly turn: number;
  readonly sent: readonly Sent[];
}

async function measure(window: BenchWindow | null, work: () => Promise<unknown>): Promise<Cost> {
  const [process0, main0, started] = [
    process.cpuUsage(),
    workOf(process.threadCpuUsage()),
    performance.now(),
  ];
  let [turn, last] = [0, main0];
  const look = (): void => {
    const present = workOf(process.threadCpuUsage());
    turn = Math.max(turn, present - last);
    last = present;
  };
  const timer = setInterval(look, 1);
  const before = window?.sent.length ?? 0;
  await work();
  look();
  clearInterval(timer);
  return {
    wall: performance.now() - started,
    cpu: workOf(process.cpuUsage(process0)),
    main: last - main0,
    turn,
    sent: window?.sent.slice(before) ?? [],
  };
}

/** The most messages of a name within any second. */
function mostInASecond(sent: readonly Sent[], name: EventName): number {
  const times = sent.filter((one) => one.name === name).map(({ at }) => at);
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
}

const PACED: readonly EventName[] = [
  'feeds:changed',
  'agenda:changed',
  'communities:changed',
  'changes:changed',
];

function messages(sent: readonly Sent[]): string {
  return PACED.map((name) => {
    const own = sent.filter((one) => one.name === name);
    const kilobytes = own.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000;
    return `${name} ${own.length} (${mostInASecond(sent, name)} a second, ${kilobytes.toFixed(0)} KB)`;
  }).join(', ');
}

let isOver = false;
function check(what: string, value: number, limit: number): void {
  if (value <= limit) return;
  isOver = true;
  console.log(`  over the limit: ${what} ${value.toFixed(1)}, at most ${limit}`);
}

function show(name: string, { wall, cpu, main, turn, sent }: Cost): void {
  const figures = [wall, cpu, main, turn].map((ms) => ms.toFixed(0).padStart(8)).join('');
  console.log(`${name.padEnd(34)}${figures}`);
  console.log(`  ${messages(sent)}`);
  check('CPU time', cpu, LIMIT_CPU_MS);
  check('one turn of main', turn, LIMIT_TURN_MS);
  for (const event of PACED) check(`${event} in a second`, mostInASecond(sent, event), LIMIT_SENDS);
}

/** Until nothing was sent for a while: the agenda is built after the answer to the request. */
async function quiet(window: BenchWindow): Promise<void> {
  for (let before = -1; before !== window.sent.length;) {
    before = window.sent.length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

const isBenchWindow = (window: FakeWindow): window is BenchWindow => window instanceof BenchWindow;
function windowOf({ window }: { readonly window: FakeWindow }): BenchWindow {
  if (!isBenchWindow(window)) throw new Error('The computer has another window');
  return window;
}

async function manyFeeds(folder: string, port: number, serving: Worker): Promise<void> {
  console.log(`\n${FEEDS} feeds with ${EVENTS} events each, ms`);
  console.log(
    `${''.padEnd(34)}${['clock', 'CPU', 'main', 'one turn'].map((one) => one.padStart(8)).join('')}`,
  );
  // A host is asked for one calendar at a time.
  const addresses = Array.from(
    { length: FEEDS },
    (_, feed) => `http://127.0.0.${1 + (feed % 50)}:${port}/${feed}/${EVENTS}/same`,
  );
  const computer = newComputer(folder, addresses);
  const app = await computer.start();
  const window = windowOf(app);
  const refresh = async (): Promise<void> => {
    await window.ask('feeds:refresh');
    await quiet(window);
  };
  show('first refresh', await measure(window, refresh));
  show('nothing changed', await measure(window, refresh));
  serving.postMessage('version', []);
  show('one meeting changed in each', await measure(window, refresh));
  await app[Symbol.asyncDispose]();
}

async function renaming(folder: string, port: number): Promise<void> {
  console.log(
    `\na calendar of 200 events, with new UIDs in each of ${REFRESHES} downloads: ms of main for one refresh`,
  );
  const computer = newComputer(folder, [`http://127.0.0.1:${port}/0/200/new`]);
  const app = await computer.start();
  const window = windowOf(app);
  const costs: number[] = [];
  const refresh = async (): Promise<void> => {
    await window.ask('feeds:refresh');
    await computer.clock.turn();
  };
  for (let number = 0; number < REFRESHES; number += 1) costs.push((await measure(null, refresh)).main);
  const part = Math.max(1, Math.floor(REFRESHES / 10));
  const mean = (some: readonly number[]): number => some.reduce((sum, ms) => sum + ms, 0) / some.length;
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    mean(costs.slice(tenth * part, (tenth + 1) * part)),
  );
  console.log(`by tenths: ${tenths.map((ms) => ms.toFixed(1)).join('  ')}`);
  await app[Symbol.asyncDispose]();
  const ledger = statSync(join(computer.folders.userData, 'reminders.jsonl')).size;
  const config = JSON.stringify(computer.store.read('facts') ?? null).length;
  console.log(
    `ledger ${(ledger / 1_000).toFixed(0)} KB, answers and rooms ${(config / 1_000).toFixed(1)} KB`,
  );
  // In the first ones all code is new.
  check('growth', (tenths[9] ?? 0) / (tenths[1] ?? 1), LIMIT_GROWTH);
}

const folder = mkdtempSync(join(tmpdir(), 'office-hours-bench-'));
const serving = new Worker(server, { eval: true, execArgv: [] });
try {
  const port = await new Promise<number>((resolve) => serving.once('message', resolve));
  await manyFeeds(folder, port, serving);
  if (REFRESHES > 0) await renaming(folder, port);
} finally {
  await serving.terminate();
  rmSync(folder, { recursive: true });
}
process.exitCode = isOver ? 1 : 0;
