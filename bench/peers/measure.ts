import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a peer is measured on, from its command line: a calendar file and a window in ms. */
export interface Task {
  readonly bytes: Buffer;
  readonly from: Date;
  readonly to: Date;
}

/** A line of an agenda: what every peer has to deliver. */
export interface AgendaLine {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** What a measured process says, in ms of CPU time. `againMs` is the best of later runs in it, null where one takes too long. `steps` are further times in ms by their names. */
export const measurement = z.object({
  ms: z.number(),
  againMs: z.number().nullable(),
  lines: z.number(),
  peakMegabytes: z.number(),
  steps: z.record(z.string(), z.number()),
});
export type Measurement = z.infer<typeof measurement>;

type Peer = (task: Task, steps: Record<string, number>) => AgendaLine[];

/** A peer that takes longer is not run again. */
const PATIENCE_MS = 4_000;

/**
 * Runs a peer in this process, from bytes to an agenda in order, and prints its {@link Measurement}: the first run, and
 * the best of some more, as in an app that reads many feeds and each of them again.
 * What it does `afterwards` counts neither in time nor in memory.
 */
export function measure(peer: Peer, afterwards?: (task: Task, steps: Record<string, number>) => void): void {
  const [file = '', from = '', to = ''] = process.argv.slice(2);
  const task: Task = { bytes: readFileSync(file), from: new Date(Number(from)), to: new Date(Number(to)) };
  // The platform's first lookup of a zone is slow. A running app has done it, so it does not count.
  new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' }).format(
    task.from,
  );
  const steps: Record<string, number> = {};
  const { ms, lines } = run(peer, task, steps);
  // Linux and macOS count this peak in kilobytes, as Node says.
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const again = ms > PATIENCE_MS ? [] : Array.from({ length: 3 }, () => run(peer, task, {}).ms);
  const againMs = again.length === 0 ? null : Math.min(...again);
  afterwards?.(task, steps);
  const said: Measurement = { ms, againMs, lines, peakMegabytes, steps };
  console.log(JSON.stringify(said));
}

function run(peer: Peer, task: Task, steps: Record<string, number>): { ms: number; lines: number } {
  const started = cpuMs();
  const lines = peer(task, steps).toSorted((one, other) => one.start - other.start);
  const ms = cpuMs() - started - Object.values(steps).reduce((sum, step) => sum + step, 0);
  return { ms, lines: lines.length };
}

/** CPU time of this thread, ms: other programs of the computer change it less than the time on the clock. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Runs a step that does not belong to the way from bytes to agenda, and notes its time. */
export function timed<T>(steps: Record<string, number>, name: string, step: () => T): T {
  const started = cpuMs();
  const result = step();
  steps[name] = cpuMs() - started;
  return result;
}
