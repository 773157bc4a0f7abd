/**
 * A calendar of 5,000 meetings on real servers, through the worker of the app: the first synchronisation, one after a
 * single change, and how long the app's own thread stood still meanwhile. Beside it curl, which asks the same server for the
 * list of its objects, and for changes since then. The objects are stored once, in a
 * folder that later runs use again.
 *
 *   node scripts/node.mjs bench/calDav.bench.ts [radicale|xandikos|answer]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from '../src/main/adapters/network/connection.ts';
import { createHttp } from '../src/main/adapters/network/http.ts';
import { threadCpuMs } from '../src/main/adapters/threads/feedReader.ts';
import { createCalendarThread } from '../src/main/adapters/threads/calendarThread.ts';
import { ETAGS_BODY, syncBody } from '../src/core/caldav/davBodies.ts';
import { createDavSender } from '../src/main/feeds/caldav/davClient.ts';
import type { DavSender } from '../src/main/ports/calendarSync.ts';
import { hasProgram } from '../scripts/system/programs.ts';
import {
  anObject,
  otherClient,
  startRadicale,
  startXandikos,
  type CalDavServer,
} from '../test/main/feeds/caldav/servers.ts';

const OBJECTS = 5_000;
const CHANGES = 7;
/** Responses of the answer that no server of ours is large enough to give. */
const LARGEST_ANSWER = 250_000;
const script = new URL('../src/main/calendarWorker.ts', import.meta.url);
const never = new AbortController().signal;

const minuteOf = (index: number): string => String(index % 60).padStart(2, '0');
const meeting = (index: number, title = `Meeting ${index}`): string =>
  anObject(`uid-${index}`, {
    title,
    start: `202612${String((index % 28) + 1).padStart(2, '0')}T10${minuteOf(index)}00`,
  });

const isFilled = (folder: string): boolean => existsSync(join(folder, 'filled'));

const texts = Array.from({ length: OBJECTS }, (_, index) => meeting(index));

/** Gives a server its objects as files: it needs many minutes to take them one by one. Each keeps files of its own. */
async function fill(
  name: 'radicale' | 'xandikos',
  { login, home }: CalDavServer,
  folder: string,
): Promise<string> {
  const url = `${home}large/`;
  if (name === 'radicale' || isFilled(folder)) return url;
  await otherClient({ login }).makeCalendar(url, 'Large');
  const repository = join(folder, new URL(url).pathname);
  for (const [index, text] of texts.entries()) writeFileSync(join(repository, `${index}.ics`), text);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args]);
  git('add', '-A');
  git('commit', '-q', '-m', 'meetings');
  return url;
}

/** Runs work, and returns its time and the longest time for which this thread stood still, ms. */
async function measured<T>(
  work: () => Promise<T>,
): Promise<{ value: T; ms: number; stillMs: number; cpuMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  await setTimeout(50);
  delay.enable();
  const start = performance.now();
  const cpu = threadCpuMs();
  const value = await work();
  const ms = performance.now() - start;
  const cpuMs = threadCpuMs() - cpu;
  await setTimeout(10);
  delay.disable();
  return { value, ms, stillMs: delay.max / 1e6, cpuMs };
}

/** What curl takes for the changes since a token, and the new token. @param token empty for the list of all objects */
function curlSince({ login }: CalDavServer, url: string, token: string): { ms: string; token: string } {
  const text = execFileSync(
    'curl',
    `-s|-w|\n%{time_total}|-X|REPORT|-H|depth: 0|-H|content-type: application/xml`
      .split('|')
      .concat('-u', `${login.user}:${login.password}`, '-d', syncBody(token), url),
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const end = text.lastIndexOf('\n');
  return {
    ms: `${(Number(text.slice(end)) * 1000).toFixed(0)} ms`.padStart(9),
    token: /sync-token>([^<]+)</.exec(text)?.[1] ?? '',
  };
}

const print = (name: string, { ms, stillMs, cpuMs }: { ms: number; stillMs: number; cpuMs: number }): void =>
  console.log(
    `  ${name.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms, the app's thread used ${cpuMs.toFixed(0)} ms and stood still for at most ${stillMs.toFixed(0)} ms`,
  );

async function benchServer(name: 'radicale' | 'xandikos', start: typeof startRadicale): Promise<void> {
  const folder = join(tmpdir(), 'office-hours-bench', name);
  mkdirSync(folder, { recursive: true });
  const userData = mkdtempSync(join(tmpdir(), 'caldav-bench-'));
  await using server = await start(isFilled(folder) ? [] : texts, folder);
  const url = await fill(name, server, folder);
  writeFileSync(join(folder, 'filled'), '');
  await using thread = createCalendarThread(script, userData, console.log);
  const send = createDavSender({
    http: createHttp('OfficeHours/bench', createConnection({ env: {}, askSystem: null }).send),
    login: server.login,
    server: url,
    signal: never,
  });
  // Loads the HTTP library, which the app has loaded long before.
  await send({ method: 'PROPFIND', url, depth: 0, body: ETAGS_BODY });
  const sync = (knownVersion: string | null) =>
    thread.sync({ location: url, url, now: Date.parse('2026-11-30T09:00:00Z'), knownVersion }, send);
  console.log(`${name}, ${OBJECTS} meetings`);
  console.log(`  ${"curl's list, first time".padEnd(34)} ${curlSince(server, url, '').ms}`);
  const first = await measured(() => sync(null));
  if (first.value.kind !== 'copy') throw new Error(first.value.kind);
  print('first synchronisation', first);
  print('nothing changed', await measured(() => sync(null)));
  const other = otherClient(server);
  const runs = [];
  for (let run = 0; run < CHANGES; run += 1) {
    await other.put(`${url}7.ics`, meeting(7, `Changed ${run} at ${Date.now()}`));
    runs.push(await measured(() => sync(null)));
  }
  runs.sort((one, another) => one.ms - another.ms);
  const median = runs[Math.floor(CHANGES / 2)];
  if (median !== undefined) print('one change (median)', median);
  if (runs[0] !== undefined) print('one change (fastest)', runs[0]);
  const list = curlSince(server, url, '');
  console.log(`  ${"curl's list, warm".padEnd(34)} ${list.ms}`);
  console.log(`  ${"curl's list of no changes".padEnd(34)} ${curlSince(server, url, list.token).ms}`);
  rmSync(userData, { recursive: true, force: true });
}

/** As the network gives it. */
function shared(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const given = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  given.set(bytes);
  return given;
}

/** The list of a huge calendar, as one answer. */
async function benchAnswer(): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'caldav-bench-'));
  await using thread = createCalendarThread(script, userData, console.log);
  const entry = (index: number): string =>
    `<d:response><d:href>/anna/huge/${index}.ics</d:href><d:propstat><d:prop><d:getetag>"${index}"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
  const entries = Array.from({ length: LARGEST_ANSWER }, (_, index) => entry(index)).join('');
  const list = shared(
    `<d:multistatus xmlns:d="DAV:">${entries}<d:sync-token>t</d:sync-token></d:multistatus>`,
  );
  const facts = shared(
    '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response><d:href>/anna/huge/</d:href><d:propstat><d:prop><d:resourcetype><c:calendar/></d:resourcetype></d:prop></d:propstat></d:response></d:multistatus>',
  );
  const url = 'https://example.org/anna/huge/';
  const send: DavSender = async ({ method, body }) => {
    const reply = { url, etag: null, scheduleTag: null, challenge: null, leadsTo: null, retryAfterMs: null };
    // The content is not the question here.
    if (body.includes('calendar-multiget'))
      return { ok: true, reply: { ...reply, status: 404, body: shared('') } };
    return { ok: true, reply: { ...reply, status: 207, body: method === 'PROPFIND' ? facts : list } };
  };
  print(
    `an answer of ${LARGEST_ANSWER} entries`,
    await measured(() => thread.sync({ location: 'huge', url, now: 0, knownVersion: null }, send)),
  );
  rmSync(userData, { recursive: true, force: true });
}

const wanted = process.argv[2];
if ((wanted ?? 'radicale') === 'radicale' && hasProgram('radicale'))
  await benchServer('radicale', startRadicale);
if ((wanted ?? 'xandikos') === 'xandikos' && hasProgram('xandikos'))
  await benchServer('xandikos', startXandikos);
await benchAnswer();
