/** CPU time and wake-ups of running processes, as Linux counts them. */
import { readdirSync, readFileSync } from 'node:fs';

/** The clock ticks of /proc, in ms. */
const TICK_MS = 10;

/** CPU time of a process or of one of its threads so far, in ms. @param stat path of its file in /proc */
export function cpuMs(stat: string): number {
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** How often a thread was woken so far. @param pid of a process, for its main thread */
export const wakeUps = (pid: number): number =>
  Number(/^voluntary_ctxt_switches:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

/**
 * What a process has for itself, in MB, as Chromium's task manager counts it. What it shares, such as the browser's own
 * program of 200 MB, would count the more the fewer browsers run.
 */
export function memoryMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
  return (kilobytes('RssAnon') + kilobytes('VmSwap')) / 1000;
}

/** Below a process, with its command line. */
export function descendants(pid: number): { readonly pid: number; readonly command: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const parent = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /su, '')
          .split(' ')[1];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        // It has ended.
        return [];
      }
    });
  const below = new Set([pid]);
  // A parent's number may be the larger one, so look again until none is added.
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const one of all) if (below.has(one.parent)) below.add(one.pid);
  }
  return all.filter((one) => one.pid !== pid && below.has(one.pid));
}
