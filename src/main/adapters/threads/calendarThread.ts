import { Worker } from 'node:worker_threads';
import { errorText } from '#base';
import { feedsProblem } from '#core/feeds/problems.ts';
import type { CalendarSync, DavOutcome, DavSender, SyncOutcome } from '../../ports/calendarSync.ts';
import type { FromCalendars, ToCalendars } from './calendarMessages.ts';

interface Running {
  readonly send: DavSender;
  readonly resolve: (outcome: SyncOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** A copy of 50 MB with its objects and texts takes a few hundred. */
const HEAP_MB = 1024;

const failedWith = (code: 'feed/tooHeavy' | 'feed/resting'): SyncOutcome => ({
  kind: 'failed',
  failure: { problem: feedsProblem(code), status: 0, retryAfterMs: null },
});

/**
 * Synchronises calendars on a worker thread, which starts with the first one. If it ends, what it was doing fails, and
 * the next synchronisation starts another.
 * @param script of the worker
 */
export function createCalendarThread(
  script: URL,
  userData: string,
  log: (line: string) => void,
): CalendarSync {
  const running = new Map<number, Running>();
  let worker: Worker | null = null;
  let calls = 0;
  let isDisposed = false;

  const post = (message: ToCalendars): void => worker?.postMessage(message, []);

  /** Sends a question of the worker, and its answer back. */
  async function ask({ id, question }: Extract<FromCalendars, { kind: 'ask' }>): Promise<void> {
    const asking = running.get(id);
    let outcome: DavOutcome | null = null;
    try {
      outcome = (await asking?.send(question)) ?? null;
    } catch (error) {
      running.delete(id);
      asking?.reject(error);
    }
    post({ kind: 'answer', id, outcome });
  }

  function received(message: FromCalendars): void {
    if (message.kind === 'ask') return void ask(message);
    const asked = running.get(message.id);
    running.delete(message.id);
    if (message.kind === 'done') asked?.resolve(message.outcome);
    else asked?.reject(new Error(message.reason));
  }

  function start(): Worker {
    const started = new Worker(script, {
      execArgv: [],
      workerData: { userData },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    // Only requests keep the process running.
    started.unref();
    const end = (reason: string): void => {
      if (worker !== started || isDisposed) return;
      worker = null;
      log(`the thread that synchronises calendars ended: ${reason}`);
      for (const { resolve } of running.values()) resolve(failedWith('feed/tooHeavy'));
      running.clear();
    };
    started.on('error', (error) => end(errorText(error)));
    started.on('exit', () => end('it exited'));
    started.on('message', received);
    return started;
  }

  return {
    sync: (wish, send) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        calls += 1;
        running.set(calls, { send, resolve, reject });
        post({ kind: 'sync', id: calls, wish });
      }),
    [Symbol.asyncDispose]: async () => {
      isDisposed = true;
      for (const { resolve } of running.values()) resolve(failedWith('feed/resting'));
      running.clear();
      await worker?.terminate();
    },
  };
}
