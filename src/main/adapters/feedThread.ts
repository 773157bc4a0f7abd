import { Worker } from 'node:worker_threads';
import type { AgendaAnswer, ReadOutcome } from '../../shared/agenda/feedShelf.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { errorText } from '../../shared/errorText.ts';
import { failure, success, type Result } from '../../shared/problem.ts';
import type { FeedReader } from '../ports.ts';
import { createFeedReader } from './feedReader.ts';
import type { FromThread, Question, ThreadData, ToThread } from './threadMessages.ts';

/** What reading may cost. Tests tighten it. */
export interface ThreadLimits {
  /** Heap of the thread. */
  readonly megabytes: number;
  /** Longest time until the thread has started, ms. */
  readonly startMs: number;
  /** Longest time without an answer, ms. */
  readonly silenceMs: number;
  /** After the first thread that ended before its time the next one starts at once, later ones so much later, ms. */
  readonly pauses: readonly number[];
  /** A thread that ran so long counts as sound: the next one is not delayed, ms. */
  readonly soundMs: number;
}

const defaultLimits: ThreadLimits = {
  megabytes: 2048,
  startMs: 20_000,
  silenceMs: 120_000,
  pauses: [0, 2_000, 10_000, 60_000, 600_000],
  soundMs: 1_800_000,
};

const tooHeavy = failure(
  'feed/tooHeavy',
  'This calendar takes too much time or memory to read',
  'It was left out, so that the others stay readable. Ask its owner for a smaller one, for example without past years.',
);

const resting = failure(
  'feed/resting',
  'Calendars cannot be read at the moment',
  'Reading them failed several times. What was read before stays; Office Hours tries again within ten minutes.',
);

/** A question that waits for its answer, and how to answer it when the thread cannot. */
type Waiting =
  | {
      readonly kind: 'read';
      readonly question: Question;
      readonly resolve: (outcome: Result<ReadOutcome>) => void;
    }
  | {
      readonly kind: 'agenda';
      readonly occurrences: Occurrence[];
      readonly resolve: (answer: AgendaAnswer) => void;
    }
  | { readonly kind: 'preview'; readonly resolve: (occurrences: readonly Occurrence[]) => void };

/** Without the thread there is nothing new to say. */
function giveUp(waiting: Waiting, reason: typeof tooHeavy = tooHeavy): void {
  if (waiting.kind === 'read') waiting.resolve(reason);
  else if (waiting.kind === 'agenda') waiting.resolve({ kind: 'same' });
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
 * Reads feeds in a thread of its own, started with the first question. When it ends before its time, what it was
 * reading is given up and everything that it held is lost; the next question starts another. Where that happens again
 * and again, there is a longer pause each time, in which nothing is read. Where threads cannot be started at all, feeds
 * are read in this one.
 * @param script of the thread
 */
export function createFeedThread(
  script: URL,
  log: (line: string) => void,
  limits: ThreadLimits = defaultLimits,
): FeedReader {
  const lost = new Set<() => void>();
  /** In the order of the questions, which is that of the thread's work. */
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let instead: FeedReader | null = null;
  let alarm: NodeJS.Timeout | undefined;
  let questions = 0;
  let lastHandle = 0;
  let losses = 0;
  let startedAt = 0;
  let pause: NodeJS.Timeout | undefined;
  let isDisposed = false;

  function watch(): void {
    clearTimeout(alarm);
    if (waiting.size > 0) alarm = setTimeout(() => void worker?.terminate(), limits.silenceMs);
  }

  function start(): Worker {
    const data: ThreadData = { lastHandle };
    const thread = new Worker(script, {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    startedAt = performance.now();
    let isReady = false;
    const starting = setTimeout(() => void thread.terminate(), limits.startMs);
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'ready') {
        isReady = true;
        clearTimeout(starting);
      } else if (thread === worker) answer(message);
    });
    thread.on('error', (error) => {
      log(`the thread that reads feeds failed: ${errorText(error)}`);
    });
    thread.on('exit', () => {
      clearTimeout(starting);
      if (thread !== worker || isDisposed) return;
      worker = null;
      if (isReady) lose();
      else standIn();
    });
    return thread;
  }

  function answer(message: Exclude<FromThread, { kind: 'ready' }>): void {
    const asked = waiting.get(message.id);
    const isDone = message.kind !== 'page' || message.problems !== null;
    if (isDone) waiting.delete(message.id);
    watch();
    if (message.kind === 'read' && asked?.kind === 'read') {
      if (message.outcome.kind === 'read') lastHandle = message.outcome.digest.handle;
      asked.resolve(success(message.outcome));
    } else if (message.kind === 'preview' && asked?.kind === 'preview') asked.resolve(message.occurrences);
    else if (message.kind === 'same' && asked?.kind === 'agenda') asked.resolve({ kind: 'same' });
    else if (message.kind === 'page' && asked?.kind === 'agenda') {
      asked.occurrences.push(...message.occurrences);
      if (message.problems === null) post({ kind: 'more', id: message.id });
      else asked.resolve({ kind: 'built', occurrences: asked.occurrences, problems: message.problems });
    }
  }

  /** The first question is what the thread ended of; feeds behind it are read by the next one. */
  function lose(): void {
    if (performance.now() - startedAt > limits.soundMs) losses = 0;
    const pauseMs = limits.pauses[losses] ?? limits.pauses.at(-1) ?? 0;
    losses += 1;
    const [culprit, ...others] = waiting.values();
    waiting.clear();
    watch();
    if (culprit !== undefined) giveUp(culprit);
    if (pauseMs === 0) {
      for (const other of others) {
        if (other.kind === 'read') ask(other.question, other);
        else giveUp(other);
      }
      tellLost();
      return;
    }
    log(`the next thread that reads feeds starts in ${Math.round(pauseMs / 1000)} s`);
    pause = setTimeout(() => {
      pause = undefined;
      tellLost();
    }, pauseMs);
    for (const other of others) giveUp(other, resting);
  }

  function tellLost(): void {
    for (const callback of lost) callback();
  }

  /** There are no threads here: whatever was asked is asked again in this one. */
  function standIn(): void {
    log('feeds are read in the main thread');
    const reader = createFeedReader();
    instead = reader;
    const all = [...waiting.values()];
    waiting.clear();
    watch();
    for (const one of all) {
      if (one.kind === 'read' && one.question.kind === 'read')
        void reader.read(one.question.feed).then(one.resolve);
      else giveUp(one);
    }
    tellLost();
  }

  function post(message: ToThread): void {
    worker ??= start();
    worker.postMessage(message, []);
  }

  function ask(question: Question, asked: Waiting): void {
    if (isDisposed || pause !== undefined) {
      giveUp(asked, resting);
      return;
    }
    questions += 1;
    waiting.set(questions, asked);
    post({ ...question, id: questions });
    watch();
  }

  return {
    read: (feed) =>
      instead?.read(feed) ??
      new Promise((resolve) => {
        const question = { kind: 'read', feed: { ...feed, bytes: shared(feed.bytes) } } as const;
        ask(question, { kind: 'read', question, resolve });
      }),
    agenda: (sources, window, zone, now, choices) =>
      instead?.agenda(sources, window, zone, now, choices) ??
      new Promise((resolve) => {
        ask(
          { kind: 'agenda', sources, window, zone, now, choices },
          { kind: 'agenda', occurrences: [], resolve },
        );
      }),
    preview: (source, window, zone, count) =>
      instead?.preview(source, window, zone, count) ??
      new Promise((resolve) => {
        ask({ kind: 'preview', source, window, zone, count }, { kind: 'preview', resolve });
      }),
    release: (handle) => {
      if (instead !== null) instead.release(handle);
      else worker?.postMessage({ kind: 'release', handle } satisfies ToThread, []);
    },
    onLost: (callback) => {
      lost.add(callback);
      return { [Symbol.dispose]: () => void lost.delete(callback) };
    },
    [Symbol.asyncDispose]: async () => {
      isDisposed = true;
      clearTimeout(alarm);
      clearTimeout(pause);
      for (const one of waiting.values()) giveUp(one);
      waiting.clear();
      await worker?.terminate();
    },
  };
}
