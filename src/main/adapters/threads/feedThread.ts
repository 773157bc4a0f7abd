import { Worker } from 'node:worker_threads';
import { resting, tooHeavyToRead } from '#core/agenda/agendaBounds.ts';
import type { ReadOutcome, StoredFeed } from '#core/feeds/feedStore.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { errorText, type Result, success } from '#base';
import type { AgendaReply, FeedReader } from '../../ports/feedReader.ts';
import {
  PROGRESS,
  type FromThread,
  type Question,
  type ThreadData,
  type ToThread,
} from './threadMessages.ts';
import { newProgress, watchThread } from './threadWatch.ts';

/** What reading may cost. Tests tighten it. */
export interface ThreadLimits {
  /** Heap of the thread. */
  readonly megabytes: number;
  /** Longest time until the thread has started, ms. */
  readonly startMs: number;
  /** CPU time that one feed may take to be read, or to be dated, ms. */
  readonly cpuMs: number;
  /** Longest time without a step, for a thread that is stuck without working; a busy machine needs much of it, ms. */
  readonly silenceMs: number;
  /** After a first loss of unknown cause the next thread starts at once; after later ones it waits this long, ms. */
  readonly pauses: readonly number[];
  /** A thread that ran so long counts as sound: the next one is not delayed, ms. */
  readonly soundMs: number;
  /** A thread that is asked nothing for so long ends, ms; null for never. */
  readonly idleMs: number | null;
}

/** For the thread that holds all feeds. */
const heldLimits: ThreadLimits = {
  megabytes: 2048,
  startMs: 60_000,
  cpuMs: 10_000,
  silenceMs: 300_000,
  pauses: [0, 2_000, 10_000, 60_000, 600_000],
  soundMs: 1_800_000,
  idleMs: null,
};

/** For the thread that reads previews: the user waits for them. */
export const trialLimits: ThreadLimits = {
  ...heldLimits,
  megabytes: 1024,
  cpuMs: 5_000,
  silenceMs: 60_000,
  idleMs: 120_000,
};

const tooHeavy: Result<never> = { ok: false, problem: tooHeavyToRead };
const notNow: Result<never> = { ok: false, problem: resting };

/** A question that waits for its answer. */
type Waiting =
  | {
      readonly kind: 'read';
      readonly question: Question;
      readonly resolve: (outcome: Result<ReadOutcome>) => void;
    }
  | {
      readonly kind: 'agenda';
      /** Which feed is under which handle. */
      readonly sources: readonly StoredFeed[];
      readonly occurrences: Occurrence[];
      readonly resolve: (answer: AgendaReply) => void;
    }
  | { readonly kind: 'preview'; readonly resolve: (occurrences: readonly Occurrence[]) => void };

/** Without the thread there is nothing new to say. @param heavy the feed that it ended of, where that is known */
function giveUp(waiting: Waiting, reason: Result<never>, heavy: readonly string[] = []): void {
  if (waiting.kind === 'read') waiting.resolve(reason);
  else if (waiting.kind === 'agenda') waiting.resolve({ kind: 'none', heavy });
  else waiting.resolve([]);
}

/** The bytes in memory that threads share. Copying there takes half as long as handing a copy over. */
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  copy.set(bytes);
  return copy;
}

/**
 * Reads feeds in a thread of its own, started with the first question. A feed that takes too much CPU time or memory ends
 * it: that one is given up, everything that the thread held is lost, and the next one starts at once. Where it ends
 * for an unknown reason, each pause before the next one is longer; nothing is read meanwhile.
 * @param script of the thread
 */
export function createFeedThread(
  script: URL,
  log: (line: string) => void,
  limits: ThreadLimits = heldLimits,
): FeedReader {
  const lost = new Set<() => void>();
  /** In the order of the questions, which is that of the thread's work. */
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let progress = newProgress();
  let watch: Disposable | undefined;
  let idle: NodeJS.Timeout | undefined;
  let questions = 0;
  let lastHandle = 0;
  let losses = 0;
  let startedAt = 0;
  let pause: NodeJS.Timeout | undefined;
  let isDisposed = false;

  function look(): void {
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
      else if (thread === worker) answer(message);
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

  function answer(message: Exclude<FromThread, { kind: 'ready' }>): void {
    const asked = waiting.get(message.id);
    const isDone = message.kind !== 'page' || message.problems !== null;
    if (isDone) waiting.delete(message.id);
    look();
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

  /** The thread ended. What it worked on is given up; the other feeds are read by the next one. */
  function lose(): void {
    const culprit = waiting.get(progress[PROGRESS.question] ?? 0);
    const handle = progress[PROGRESS.handle] ?? 0;
    const all = [...waiting.values()];
    waiting.clear();
    look();
    const heavy =
      culprit?.kind === 'agenda' ? culprit.sources.filter((source) => source.handle === handle) : [];
    const isKnown = culprit?.kind === 'read' || culprit?.kind === 'preview' || heavy.length > 0;
    const pauseMs = isKnown || all.length === 0 ? 0 : nextPause();
    if (pauseMs > 0) rest(pauseMs);
    for (const one of all) {
      const ids = one === culprit ? heavy.map(({ feed }) => feed.id) : [];
      if (one === culprit && isKnown) giveUp(one, tooHeavy, ids);
      else if (one.kind === 'read' && pauseMs === 0) ask(one.question, one);
      else giveUp(one, notNow);
    }
    if (pauseMs === 0) tellLost();
  }

  /** How long to wait after one more loss of unknown cause. */
  function nextPause(): number {
    if (performance.now() - startedAt > limits.soundMs) losses = 0;
    const pauseMs = limits.pauses[losses] ?? limits.pauses.at(-1) ?? 0;
    losses += 1;
    return pauseMs;
  }

  function rest(pauseMs: number): void {
    log(`the next thread that reads feeds starts in ${Math.round(pauseMs / 1000)} s`);
    pause = setTimeout(() => {
      pause = undefined;
      tellLost();
    }, pauseMs);
  }

  function tellLost(): void {
    for (const callback of lost) callback();
  }

  function post(message: ToThread): void {
    worker ??= start();
    worker.postMessage(message, []);
  }

  function ask(question: Question, asked: Waiting): void {
    if (isDisposed || pause !== undefined) {
      giveUp(asked, notNow);
      return;
    }
    questions += 1;
    waiting.set(questions, asked);
    post({ ...question, id: questions });
    look();
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
        const question = { kind: 'read', feed: { ...feed, bytes: shared(feed.bytes) } } as const;
        ask(question, { kind: 'read', question, resolve });
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
      look();
      clearTimeout(idle);
      await worker?.terminate();
    },
  };
}
