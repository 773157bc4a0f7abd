/**
 * Traces of Chromium: the CPU time of a page's main thread, so that other programs of the computer change little. On
 * the host messages of main arrive as commands of the DevTools: what those cost themselves does not count, what the
 * page does with them does.
 */
import type { CDPSession } from '@playwright/test';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const isTraceEvent = (value: object): value is TraceEvent =>
  'name' in value && 'ph' in value && 'pid' in value && 'tid' in value && 'ts' in value;

/** Traces the page while something is done in it. */
export async function traced(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...value.filter(isTraceEvent));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        '__metadata',
      ],
      excludedCategories: ['*'],
    },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** End of an event (µs). */
export const endOf = (event: TraceEvent | undefined): number => (event?.ts ?? 0) + (event?.dur ?? 0);

/** CPU time of an event (ms). */
export const cpuOf = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;

/** A task of a thread; all of its work is in tasks. */
export const isTask = ({ name, ph }: TraceEvent): boolean => name === 'RunTask' && ph === 'X';

/** The events of the thread that has most of some kind, in order. */
export function ofBusiest(
  events: readonly TraceEvent[],
  counts: (event: TraceEvent) => boolean,
): TraceEvent[] {
  const busiest = new Map<string, number>();
  for (const event of events.filter(counts)) {
    const thread = `${event.pid} ${event.tid}`;
    busiest.set(thread, (busiest.get(thread) ?? 0) + 1);
  }
  const [thread] = [...busiest].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return (
    events
      .filter(({ pid, tid }) => `${pid} ${tid}` === thread)
      // An event comes before those within it.
      .toSorted((a, b) => a.ts - b.ts || endOf(b) - endOf(a))
  );
}

/** A message of main to the page, on the host. */
const COMMAND = 'DevToolsSession::DispatchProtocolCommandImpl';

/** CPU time of commands (ms) without the functions of the page that they call. @param events of one thread, in order */
export function commandsOwn(events: readonly TraceEvent[]): ReadonlyMap<TraceEvent, number> {
  const own = new Map<TraceEvent, number>();
  let command: TraceEvent | undefined;
  let called: TraceEvent | undefined;
  for (const event of events.filter(({ ph }) => ph === 'X')) {
    if (event.name === COMMAND) {
      own.set(event, cpuOf(event));
      command = event;
    } else if (event.name === 'FunctionCall' && event.ts >= endOf(called)) {
      called = event;
      if (command !== undefined && event.ts < endOf(command))
        own.set(command, (own.get(command) ?? 0) - cpuOf(event));
    }
  }
  return own;
}

export const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
