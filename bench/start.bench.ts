/**
 * How long one waits for the app: from its launch to the next meeting with its countdown, in a home with 30,000 events
 * in three calendars and 2,000 notes, and in a new home; what main's thread works until then, how many modules it loads
 * and how many bytes it reads, beside an app that only opens a page. And how long `next` takes on the command line. Needs a built app.
 * Each figure is the median of several starts. Ends with status 1 when one is above its limit.
 * Run: node scripts/node.mjs bench/start.bench.ts [starts]
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
// Chooses the runtime, as the specs do.
import '../playwright.config.ts';
import { launchApp } from '../test/e2e/launch.ts';
import { generateCalendar } from './generateCalendar.ts';
import { generateNotes } from './generateNotes.ts';
import { cpuMs } from './processTimes.ts';

const STARTS = Number(process.argv[2] ?? 5);
const NOW = '2026-11-20T09:00:00Z';

const root = join(import.meta.dirname, '..');

interface Start {
  readonly heroMs: number;
  readonly mainMs: number;
  readonly allThreadsMs: number;
  readonly megabytesRead: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The files that main's thread loads before its window: `main.js`, `boot`, and what these import. */
function countModules(): number {
  const folder = join(root, 'out/main');
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path = ''] of text.matchAll(/\b(?:from|import)\s*["`](\.[^"`]+)["`]/gu))
      load(join(dirname(file), path));
    for (const [, path = ''] of text.matchAll(/\bimport\(["`](\.[^"`]*\bboot\b[^"`]*)["`]\)/gu))
      load(join(dirname(file), path));
  };
  load(join(folder, 'main.js'));
  return loaded.size;
}

/** An app that only opens a page, as ours does: what the runtime itself needs to start. */
function writeBareApp(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "bare", "type": "module", "main": "main.js" }');
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow, protocol } from 'electron';
     protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
     // Not awaited here: the app is ready only after this file has run.
     void app.whenReady().then(() => {
       protocol.handle('app', () => new Response('<h2 class="hero-title">Next</h2>', { headers: { 'content-type': 'text/html' } }));
       return new BrowserWindow({ show: true }).loadURL('app://bundle/index.html');
     });`,
  );
  return folder;
}

async function start(home: string, appFolder?: string): Promise<Start> {
  const before = performance.now();
  await using app = await launchApp({
    home,
    args: [`--now=${NOW}`],
    timeZone: 'Etc/UTC',
    ...(appFolder === undefined ? {} : { appFolder }),
  });
  const page = await app.electron.firstWindow();
  await page.locator('.hero-title').waitFor();
  const heroMs = performance.now() - before;
  const pid = app.electron.process().pid ?? 0;
  const read = /rchar: (\d+)/u.exec(readFileSync(`/proc/${pid}/io`, 'utf8'));
  return {
    heroMs,
    mainMs: cpuMs(`/proc/${pid}/task/${pid}/stat`),
    allThreadsMs: cpuMs(`/proc/${pid}/stat`),
    megabytesRead: Number(read?.[1] ?? 0) / 1e6,
  };
}

let isSlow = false;
function tell(name: string, figure: number, unit: string, limit: number | null): void {
  isSlow ||= limit !== null && figure > limit;
  const shown = `${figure.toFixed(unit === 's' ? 2 : 0)} ${unit}`.padStart(12);
  console.log(name.padEnd(52) + shown + (limit === null ? '' : `   at most ${limit} ${unit}`));
}

/** The median of several starts in one home. */
async function starts(home: string, appFolder?: string): Promise<Start> {
  const all: Start[] = [];
  for (let number = 0; number < STARTS; number++) all.push(await start(home, appFolder));
  const of = (name: keyof Start): number => median(all.map((one) => one[name]));
  return {
    heroMs: of('heroMs'),
    mainMs: of('mainMs'),
    allThreadsMs: of('allThreadsMs'),
    megabytesRead: of('megabytesRead'),
  };
}

/** @param limits of the time until the hero in s, and of main's thread in ms; null for none */
function report(name: string, measured: Start, limits: { hero: number | null; main: number | null }): void {
  const { heroMs, mainMs, allThreadsMs, megabytesRead } = measured;
  console.log(name);
  tell('  until the next meeting counts down', heroMs / 1000, 's', limits.hero);
  tell("  main's thread until then", mainMs, 'ms', limits.main);
  tell("  main's process until then, with its threads", allThreadsMs, 'ms', null);
  tell("  read by main's process", megabytesRead, 'MB', null);
}

/** Follows three large calendars and writes 2,000 notes, as if the app had been used for years. */
async function furnish(home: string): Promise<void> {
  await using server = createServer(({ url }, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar' });
    response.end(generateCalendar({ events: 10_000, firstYear: Number(url?.slice(1, 5)), years: 10 }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const origin = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  await using app = await launchApp({
    home,
    args: [`--now=${NOW}`],
    timeZone: 'Etc/UTC',
    settings: { isWelcomeDone: true, reminders: { leads: [] } },
  });
  const page = await app.window();
  for (const firstYear of [2018, 2019, 2020])
    await page.evaluate((url) => window.api.invoke('feeds:add', [url]), `${origin}/${firstYear}.ics`);
  const notesFolder = join(home, 'Documents/Office Hours');
  mkdirSync(notesFolder, { recursive: true });
  for (const { path, title, text } of generateNotes(2_000, 2_000))
    writeFileSync(join(notesFolder, path), `---\ntitle: ${title}\n---\n\n# ${title}\n\n${text}\n`);
  await page.locator('.hero-title').waitFor();
  // The copies of the calendars and the index of the notes are written.
  await delay(15_000);
}

function next(name: string, command: string, args: readonly string[], home: string, limit: number): void {
  const times = Array.from({ length: STARTS }, () => {
    const before = performance.now();
    const { status, stderr } = spawnSync(command, args, {
      cwd: root,
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - before;
  });
  tell(name, median(times) / 1000, 's', limit);
}

const homes = mkdtempSync(join(tmpdir(), 'start-bench-homes-'));
try {
  const [fresh, used] = ['new', 'used'].map((name) => join(homes, name));
  if (fresh === undefined || used === undefined) throw new Error('two homes');
  for (const home of [fresh, used]) mkdirSync(home);
  const settings = { isWelcomeDone: true };
  mkdirSync(join(fresh, '.config/Office Hours'), { recursive: true });
  writeFileSync(join(fresh, '.config/Office Hours/config.json'), JSON.stringify({ settings }));
  await furnish(used);
  const none = { hero: null, main: null };
  report('an app that only opens a page', await starts(fresh, writeBareApp(join(homes, 'bare'))), none);
  report('new home', await starts(fresh), none);
  report('30,000 events, 2,000 notes', await starts(used), { hero: 1.5, main: 500 });
  tell('modules loaded by main', countModules(), '', null);
  console.log('command line');
  next('  next, directly', process.execPath, ['src/cli/main.mjs', 'next'], fresh, 0.25);
  next('  next, through npm', 'npm', ['run', '--silent', 'cli', '--', 'next'], fresh, 0.35);
} finally {
  rmSync(homes, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(isSlow ? 1 : 0);
