/**
 * From the bytes of a calendar that grew for ten years to the agenda of its last 60 days: we and our peers, each in a process of its own.
 * Times are CPU time of the thread, the best of some cold starts, taken in turns, so that a busy computer slows all
 * alike; memory is the greatest peak. The slowest peers read a tenth of the events, in one run, and their time is shown
 * ten times as long: it grows with the events, for each of which they walk from its start to the window.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCalendar } from './generateCalendar.ts';
import { measurement, type Measurement } from './peers/measure.ts';

const DAY = 24 * 60 * 60 * 1000;
const FROM = Date.UTC(2026, 10, 1);
const TO = FROM + 60 * DAY;
const RUNS = 2;
/** What the slowest peers read of the calendar. */
const PART = 10;
/** How many times as long node-ical takes at least, in a first run and in a later one. */
const LEAST_RATIO = { first: 10, again: 20 };
const MOST_MOVE_MS = 3;

const PEERS = [
  { name: 'Office Hours', script: 'ours.ts' },
  { name: 'node-ical 0.27', script: 'nodeIcal.ts' },
  { name: 'ts-ics 2.4', script: 'tsIcs.ts' },
] as const;
const SLOW_PEERS = [
  { name: 'rrule 2.8, no zones', script: 'plainRrule.ts' },
  { name: 'ical.js 2.2', script: 'icalJs.ts' },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'office-hours-bench-'));
try {
  const small = calendarFile(10_000);
  const large = calendarFile(50_000);
  const tasks = [
    ...PEERS.map(({ name, script }) => ({ name: `${name}, 10,000 events`, script, file: small })),
    { name: 'Office Hours, 50,000 events', script: 'ours.ts', file: large },
  ];
  const part = calendarFile(10_000 / PART);
  const slow = SLOW_PEERS.map(({ name, script }) => ({
    name: `${name}, ${PART} × ${(10_000 / PART).toLocaleString('en')} events`,
    said: timesPart(measuredOnce({ name, script, file: part })),
  }));
  const rows = [...measured(tasks), ...slow];
  const ours = rows[0]?.said;

  console.log('Bytes to agenda, 60 days of a calendar over ten years, each in its own process');
  print(['', 'ms', 'ratio', 'ms, again', 'ratio', 'peak MB', 'occurrences']);
  for (const { name, said } of rows) {
    print([
      name,
      said.ms.toFixed(0),
      ratio(said.ms, ours?.ms),
      said.againMs?.toFixed(0) ?? '',
      ratio(said.againMs, ours?.againMs),
      said.peakMegabytes.toFixed(0),
      String(said.lines),
    ]);
  }
  const parse = rows.find(({ name }) => name.startsWith('ical.js'))?.said.steps['parse alone'];
  print(['ical.js parse alone', parse?.toFixed(0) ?? '', ratio(parse ?? null, ours?.ms)]);
  const unchanged = measuredOnce({ name: 'unchanged', script: 'unchanged.ts', file: small });
  for (const [name, ms] of Object.entries({ ...ours?.steps, ...unchanged.steps }))
    print([`Office Hours, ${name}`, ms.toFixed(1)]);
  check(rows);
} finally {
  rmSync(folder, { recursive: true });
}

function calendarFile(events: number): string {
  const file = join(folder, `${events}.ics`);
  writeFileSync(file, generateCalendar({ events, firstYear: 2017, years: 10 }));
  return file;
}

interface Task {
  readonly name: string;
  readonly script: string;
  readonly file: string;
}

/** Says which aims are missed, and ends with status 1 then. */
function check(rows: readonly { readonly said: Measurement }[]): void {
  const [ours, nodeIcal] = rows.map(({ said }) => said);
  if (ours === undefined || nodeIcal === undefined) return;
  const first = nodeIcal.ms / ours.ms;
  const again = (nodeIcal.againMs ?? 0) / (ours.againMs ?? Infinity);
  const move = ours.steps['window moved by a day'] ?? Infinity;
  const missed = [
    ...(first < LEAST_RATIO.first
      ? [`${first.toFixed(1)} times node-ical in a first run, not ${LEAST_RATIO.first}`]
      : []),
    ...(again < LEAST_RATIO.again
      ? [`${again.toFixed(1)} times in a later run, not ${LEAST_RATIO.again}`]
      : []),
    ...(move > MOST_MOVE_MS ? [`the window moved in ${move.toFixed(1)} ms, not ${MOST_MOVE_MS}`] : []),
  ];
  console.log(missed.length === 0 ? 'all aims are reached' : `missed: ${missed.join('; ')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

/** As if a whole calendar had been read, of which it was a part. */
function timesPart(said: Measurement): Measurement {
  return {
    ...said,
    ms: said.ms * PART,
    againMs: said.againMs === null ? null : said.againMs * PART,
    lines: said.lines * PART,
    steps: Object.fromEntries(Object.entries(said.steps).map(([name, ms]) => [name, ms * PART])),
  };
}

/** All tasks in turns. */
function measured(tasks: readonly Task[]): { name: string; said: Measurement }[] {
  const said = new Map<Task, Measurement[]>(tasks.map((task) => [task, []]));
  for (let run = 0; run < RUNS; run += 1) for (const [task, before] of said) before.push(measuredOnce(task));
  return [...said].flatMap(([{ name }, measurements]) => {
    const [best] = measurements.toSorted((one, other) => one.ms - other.ms);
    const again = measurements.flatMap(({ againMs }) => againMs ?? []);
    const againMs = again.length === 0 ? null : Math.min(...again);
    const peakMegabytes = Math.max(...measurements.map((one) => one.peakMegabytes));
    return best === undefined ? [] : [{ name, said: { ...best, againMs, peakMegabytes } }];
  });
}

function measuredOnce({ script, file }: Task): Measurement {
  const path = join(import.meta.dirname, 'peers', script);
  const output = execFileSync(process.execPath, [path, file, String(FROM), String(TO)], { encoding: 'utf8' });
  return measurement.parse(JSON.parse(output));
}

function ratio(ms: number | null, ours: number | null | undefined): string {
  return ms === null || !ours ? '' : `${(ms / ours).toFixed(1)}×`;
}

function print([name = '', ...figures]: readonly string[]): void {
  console.log(name.padEnd(38) + figures.map((figure) => figure.padStart(12)).join(''));
}
