import { feedsProblem } from '#core/feeds/problems.ts';
import { Worker } from 'node:worker_threads';
import type { ReadOutcome, StoredFeed } from '#core/feeds/feedStore.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { errorText, type Result, success } from '#base';
import type { AgendaReply, FeedReader } from '../../ports/feedReader.ts';
import {
  PROGRESS,
  type FromThread,
  type FeedRequest,
  type ThreadData,
  type ToThread,
} from './threadMessages.ts';
import { newProgress, watchThread } from './threadWatch.ts';

/** Limits of a worker. Tests use smaller ones. */
export interface ThreadLimits {
  /** Heap of the worker. */
  readonly megabytes: number;
  /** Longest time until the worker has started, ms. */
  readonly startMs: number;
  /** CPU time for reading or dating one feed, ms. */
  readonly cpuMs: number;
  /** Longest time without progress, ms, for a worker that is stuck without using CPU time. Long, for busy machines. */
  readonly silenceMs: number;
  /** Back-off before the next worker starts after losses of unknown cause, ms. */
  readonly pauses: readonly number[];
  /** A worker that ran this long resets the back-off, ms. */
  readonly soundMs: number;
  /** A worker without requests for this long is terminated, ms; null for never. */
  readonly idleMs: number | null;
}

/** For the worker that stores all feeds. */
const mainLimits: ThreadLimits = {
  megabytes: 2048,
  startMs: 60_000,
  cpuMs: 10_000,
  silenceMs: 300_000,
  pauses: [0, 2_000, 10_000, 60_000, 600_000],
  soundMs: 1_800_000,
  idleMs: null,
};

/** For the worker that reads previews, for which the user waits. */
export const trialLimits: ThreadLimits = {
  ...mainLimits,
  megabytes: 1024,
  cpuMs: 5_000,
  silenceMs: 60_000,
  idleMs: 120_000,
};

const tooHeavy: Result<never> = { ok: false, problem: feedsProblem('feed/tooHeavy') };
const notNow: Result<never> = { ok: false, problem: feedsProblem('feed/resting') };

/** A request that waits for its reply. */
type Waiting =
  | {
      readonly kind: 'read';
      readonly request: FeedRequest;
      readonly resolve: (outcome: Result<ReadOutcome>) => void;
    }
  | {
      readonly kind: 'agenda';
      /** The feeds and their handles. */
      readonly sources: readonly StoredFeed[];
      readonly occurrences: Occurrence[];
      readonly resolve: (answer: AgendaReply) => void;
    }
  | { readonly kind: 'preview'; readonly resolve: (occurrences: readonly Occurrence[]) => void };

/** Settles a request without the worker. @param heavy ids of the feeds that ended it, as far as known */
function giveUp(waiting: Waiting, reason: Result<never>, heavy: readonly string[] = []): void {
  if (waiting.kind === 'read') waiting.resolve(reason);
  else if (waiting.kind === 'agenda') waiting.resolve({ kind: 'none', heavy });
  else waiting.resolve([]);
}

/** The bytes in shared memory. Copying them there takes half as long as posting a copy. */
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  copy.set(bytes);
  return copy;
}

/**
 * Reads feeds on a worker thread, which starts with the first request. A feed that takes too much CPU time or memory
 * ends the worker: that request fails, everything stored is lost, and the next worker starts at once. After an unknown
 * cause the next worker starts with an increasing delay, and requests fail meanwhile.
 * @param script of the worker
 */
export function createFeedThread(
  script: URL,
  log: (line: string) => void,
  limits: ThreadLimits = mainLimits,
): FeedReader {
  const lost = new Set<() => void>();
  /** By id, in the order in which the worker handles them. */
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let progress = newProgress();
  let watch: Disposable | undefined;
  let idle: NodeJS.Timeout | undefined;
  let requests = 0;
  let lastHandle = 0;
  let losses = 0;
  let startedAt = 0;
  let pause: NodeJS.Timeout | undefined;
  let isDisposed = false;

  function updateWatch(): void {
    clearTimeout(idle);
    if (waiting.size > 0 && worker !== null) {
      watch ??= watchThread(worker, progress, limits);
      return;
    }
    watch?.[Symbol.dispose]();
    watch = undefined;
    if (worker !== null && limits.idleMs !== null)
      idle = setTimeout(() => void worker?.terminate(), limits.idleMs).unref();
  }

  function start(): Worker {
    progress = newProgress();
    const data: ThreadData = { lastHandle, progress };
    const thread = new Worker(script, {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    startedAt = performance.now();
    const starting = setTimeout(() => void thread.terminate(), limits.startMs);
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'ready') clearTimeout(starting);
      else if (thread === worker) settle(message);
    });
    thread.on('error', (error) => {
      log(`the thread that reads feeds failed: ${errorText(error)}`);
    });
    thread.on('exit', () => {
      clearTimeout(starting);
      if (thread !== worker || isDisposed) return;
      worker = null;
      lose();
    });
    return thread;
  }

  function settle(message: Exclude<FromThread, { kind: 'ready' }>): void {
    const asked = waiting.get(message.id);
    const isDone = message.kind !== 'page' || message.problems !== null;
    if (isDone) waiting.delete(message.id);
    updateWatch();
    if (message.kind === 'read' && asked?.kind === 'read') {
      if (message.outcome.kind === 'read') lastHandle = message.outcome.digest.handle;
      asked.resolve(success(message.outcome));
    } else if (message.kind === 'preview' && asked?.kind === 'preview') asked.resolve(message.occurrences);
    else if (message.kind === 'same' && asked?.kind === 'agenda')
      asked.resolve({ kind: 'same', heavy: message.heavy });
    else if (message.kind === 'page' && asked?.kind === 'agenda') {
      const { problems, heavy } = message;
      asked.occurrences.push(...message.occurrences);
      if (problems === null) post({ kind: 'more', id: message.id });
      else asked.resolve({ kind: 'built', occurrences: asked.occurrences, problems, heavy });
    }
  }

  /** The worker ended. Its current request fails; the next worker handles the other ones. */
  function lose(): void {
    const culprit = waiting.get(progress[PROGRESS.request] ?? 0);
    const handle = progress[PROGRESS.handle] ?? 0;
    const all = [...waiting.values()];
    waiting.clear();
    updateWatch();
    const heavy =
      culprit?.kind === 'agenda' ? culprit.sources.filter((source) => source.handle === handle) : [];
    const isKnown = culprit?.kind === 'read' || culprit?.kind === 'preview' || heavy.length > 0;
    const pauseMs = isKnown || all.length === 0 ? 0 : nextPause();
    if (pauseMs > 0) pauseFor(pauseMs);
    for (const one of all) {
      const ids = one === culprit ? heavy.map(({ feed }) => feed.id) : [];
      if (one === culprit && isKnown) giveUp(one, tooHeavy, ids);
      else if (one.kind === 'read' && pauseMs === 0) ask(one.request, one);
      else giveUp(one, notNow);
    }
    if (pauseMs === 0) notifyLost();
  }

  /** Back-off after another loss of unknown cause, ms. */
  function nextPause(): number {
    if (performance.now() - startedAt > limits.soundMs) losses = 0;
    const pauseMs = limits.pauses[losses] ?? limits.pauses.at(-1) ?? 0;
    losses += 1;
    return pauseMs;
  }

  function pauseFor(pauseMs: number): void {
    log(`the next thread that reads feeds starts in ${Math.round(pauseMs / 1000)} s`);
    pause = setTimeout(() => {
      pause = undefined;
      notifyLost();
    }, pauseMs);
  }

  function notifyLost(): void {
    for (const callback of lost) callback();
  }

  function post(message: ToThread): void {
    worker ??= start();
    worker.postMessage(message, []);
  }

  function ask(request: FeedRequest, asked: Waiting): void {
    if (isDisposed || pause !== undefined) {
      giveUp(asked, notNow);
      return;
    }
    requests += 1;
    waiting.set(requests, asked);
    post({ ...request, id: requests });
    updateWatch();
  }

  const list =
    (kind: 'agenda' | 'range'): FeedReader['agenda'] =>
    (sources, window, zone, now, choices) =>
      new Promise((resolve) => {
        ask(
          { kind, sources, window, zone, now, choices },
          { kind: 'agenda', sources, occurrences: [], resolve },
        );
      });

  return {
    read: (feed) =>
      new Promise((resolve) => {
        const request = { kind: 'read', feed: { ...feed, bytes: shared(feed.bytes) } } as const;
        ask(request, { kind: 'read', request, resolve });
      }),
    agenda: list('agenda'),
    range: list('range'),
    preview: (source, window, zone, count) =>
      new Promise((resolve) => {
        ask({ kind: 'preview', source, window, zone, count }, { kind: 'preview', resolve });
      }),
    release: (handle) => worker?.postMessage({ kind: 'release', handle } satisfies ToThread, []),
    onLost: (callback) => {
      lost.add(callback);
      return { [Symbol.dispose]: () => void lost.delete(callback) };
    },
    [Symbol.asyncDispose]: async () => {
      isDisposed = true;
      clearTimeout(pause);
      for (const one of waiting.values()) giveUp(one, notNow);
      waiting.clear();
      updateWatch();
      clearTimeout(idle);
      await worker?.terminate();
    },
  };
}
