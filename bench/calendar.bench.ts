/**
 * From the bytes of a calendar that grew for ten years to the agenda of its last 60 days: we and our peers, each in a process of its own.
 * Times are the best of some cold starts, taken in turns, so that a busy computer slows all alike; memory is the
 * greatest peak.
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
const RUNS = 5;
/** A peer that takes longer is run only once. */
const PATIENCE_MS = 4_000;

const PEERS = [
  { name: 'Office Hours', script: 'ours.ts' },
  { name: 'node-ical 0.27', script: 'nodeIcal.ts' },
  { name: 'ts-ics 2.4', script: 'tsIcs.ts' },
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
  const rows = measured(tasks);
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
  print(['ical.js parse alone, 10,000 events', parse?.toFixed(0) ?? '', ratio(parse ?? null, ours?.ms)]);
  const unchanged = measuredOnce({ name: 'unchanged', script: 'unchanged.ts', file: small });
  for (const [name, ms] of Object.entries({ ...ours?.steps, ...unchanged.steps }))
    print([`Office Hours, ${name}`, ms.toFixed(1)]);
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

/** All tasks in turns, each as often as patience allows. */
function measured(tasks: readonly Task[]): { name: string; said: Measurement }[] {
  const said = new Map<Task, Measurement[]>(tasks.map((task) => [task, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [task, before] of said) {
      if (before.every(({ ms }) => ms <= PATIENCE_MS)) before.push(measuredOnce(task));
    }
  }
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
