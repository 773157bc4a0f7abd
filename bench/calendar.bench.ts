/**
 * From the bytes of a calendar that grew for ten years to the agenda of its last 60 days: we and our peers, each in a process of its own.
 * Times are the median of some cold starts, as a user meets them; memory is the greatest peak.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCalendar } from './generateCalendar.ts';
import { measurement } from './peers/measure.ts';
import type { Measurement } from './peers/measure.ts';

const DAY = 24 * 60 * 60 * 1000;
const FROM = Date.UTC(2026, 10, 1);
const TO = FROM + 60 * DAY;
const RUNS = 5;
/** A peer that takes longer is run only once. */
const PATIENCE_MS = 5_000;

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
  const rows = PEERS.map(({ name, script }) => ({
    name: `${name}, 10,000 events`,
    said: median(script, small),
  }));
  const ours = rows[0]?.said;
  const ourLarge = { name: 'Office Hours, 50,000 events', said: median('ours.ts', large) };

  console.log('Bytes to agenda, 60 days of a calendar over ten years, each in its own process');
  print(['', 'ms', 'ratio', 'peak MB', 'occurrences']);
  for (const { name, said } of [...rows, ourLarge]) {
    const ratio = ours === undefined ? 0 : said.ms / ours.ms;
    print([
      name,
      said.ms.toFixed(0),
      `${ratio.toFixed(1)}×`,
      said.peakMegabytes.toFixed(0),
      String(said.lines),
    ]);
  }
  const parse = rows.find(({ name }) => name.startsWith('ical.js'))?.said.steps['parse alone'];
  const move = ours?.steps['window moved by a day'];
  print([
    'ical.js parse alone, 10,000 events',
    parse?.toFixed(0) ?? '',
    `${((parse ?? 0) / (ours?.ms ?? 1)).toFixed(1)}×`,
    '',
    '',
  ]);
  print(['Office Hours, window moved by a day', move?.toFixed(1) ?? '', '', '', '']);
} finally {
  rmSync(folder, { recursive: true });
}

function calendarFile(events: number): string {
  const file = join(folder, `${events}.ics`);
  writeFileSync(file, generateCalendar({ events, firstYear: 2017, years: 10 }));
  return file;
}

function median(script: string, file: string): Measurement {
  const measurements: Measurement[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const path = join(import.meta.dirname, 'peers', script);
    const output = execFileSync(process.execPath, [path, file, String(FROM), String(TO)], {
      encoding: 'utf8',
    });
    const said = measurement.parse(JSON.parse(output));
    measurements.push(said);
    if (said.ms > PATIENCE_MS) break;
  }
  measurements.sort((one, other) => one.ms - other.ms);
  const middle = measurements[measurements.length >> 1];
  if (middle === undefined) throw new Error(`${script} was not measured`);
  return { ...middle, peakMegabytes: Math.max(...measurements.map(({ peakMegabytes }) => peakMegabytes)) };
}

function print([name = '', ...figures]: readonly string[]): void {
  console.log(name.padEnd(38) + figures.map((figure) => figure.padStart(12)).join(''));
}
