import { Worker } from 'node:worker_threads';
import { errorText } from '#base';
import type { ThreadLimits } from './threadLimits.ts';
import {
  PROGRESS,
  type FeedReply,
  type FromThread,
  type ThreadData,
  type ToThread,
} from './threadMessages.ts';
import { newProgress, watchThread } from './threadWatch.ts';

/** A worker that reads feeds, and after its end the next one. */
export interface LimitedWorker extends AsyncDisposable {
  /** Starts a worker if none is running. */
  post(message: ToThread): void;
  /** Does nothing if no worker is running. */
  postIfRunning(message: ToThread): void;
  /** Watches a worker that has requests; one without requests is terminated after `idleMs`. */
  watch(hasRequests: boolean): void;
  /** The current work of the worker, or what the last one did when it ended; see {@link PROGRESS}. */
  progress(): { readonly request: number; readonly handle: number };
  /** Time since the last start, ms. */
  ranMs(): number;
}

interface WorkerEvents {
  readonly log: (line: string) => void;
  readonly received: (message: FeedReply) => void;
  /** The worker ended, but not by disposal. */
  readonly ended: () => void;
}

/** Starts a worker, and terminates it if it is not ready in time. */
function launch(
  script: URL,
  workerData: ThreadData,
  limits: ThreadLimits,
  { log, received, ended }: WorkerEvents,
): Worker {
  const thread = new Worker(script, {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const starting = setTimeout(() => void thread.terminate(), limits.startMs);
  thread.on('message', (message: FromThread) => {
    if (message.kind === 'ready') clearTimeout(starting);
    else received(message);
  });
  thread.on('error', (error) => {
    log(`the thread that reads feeds failed: ${errorText(error)}`);
  });
  thread.on('exit', () => {
    clearTimeout(starting);
    ended();
  });
  return thread;
}

/** Starts a worker with the first message, and limits its memory, its CPU time and its idle time. */
export function createLimitedWorker(
  script: URL,
  limits: ThreadLimits,
  { log, received, ended }: WorkerEvents,
): LimitedWorker {
  let worker: Worker | null = null;
  let progress = newProgress();
  let watch: Disposable | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** The next worker continues after it, so that no handle is used twice. */
  let lastHandle = 0;
  let startedAt = 0;
  let isDisposed = false;

  function start(): Worker {
    progress = newProgress();
    const thread = launch(script, { lastHandle, progress }, limits, {
      log,
      received: (message) => {
        if (thread !== worker) return;
        if (message.kind === 'read' && message.outcome.kind === 'read')
          lastHandle = message.outcome.digest.handle;
        received(message);
      },
      ended: () => {
        if (thread !== worker || isDisposed) return;
        worker = null;
        ended();
      },
    });
    startedAt = performance.now();
    return thread;
  }

  function updateWatch(hasRequests: boolean): void {
    clearTimeout(idle);
    if (hasRequests && worker !== null) watch ??= watchThread(worker, progress, limits);
    else {
      watch?.[Symbol.dispose]();
      watch = undefined;
      if (worker !== null && limits.idleMs !== null)
        idle = setTimeout(() => void worker?.terminate(), limits.idleMs).unref();
    }
  }

  return {
    post: (message) => (worker ??= start()).postMessage(message, []),
    postIfRunning: (message) => worker?.postMessage(message, []),
    watch: updateWatch,
    progress: () => ({ request: progress[PROGRESS.request] ?? 0, handle: progress[PROGRESS.handle] ?? 0 }),
    ranMs: () => performance.now() - startedAt,
    [Symbol.asyncDispose]: async () => {
      isDisposed = true;
      updateWatch(false);
      clearTimeout(idle);
      await worker?.terminate();
    },
  };
}
