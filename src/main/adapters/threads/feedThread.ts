import { feedsProblem } from '#core/feeds/problems.ts';
import type { Result } from '#base';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { AgendaReply, FeedReader } from '../../ports/feedReader.ts';
import { createLimitedWorker } from './limitedWorker.ts';
import { joinShared } from './sharedBytes.ts';
import { createRestartDelay } from './restartDelay.ts';
import { mainLimits, type ThreadLimits } from './threadLimits.ts';
import type { FeedReply, FeedRequest } from './threadMessages.ts';
import { giveUp, heavyFeeds, isComplete, settle, type Waiting } from './waitingRequests.ts';

const tooHeavy: Result<never> = { ok: false, problem: feedsProblem('feed/tooHeavy') };
const notNow: Result<never> = { ok: false, problem: feedsProblem('feed/resting') };

/** The bytes in shared memory: posting a copy would block this thread for twice as long. */
const shared = async (bytes: Uint8Array): Promise<Uint8Array> =>
  bytes.buffer instanceof SharedArrayBuffer ? bytes : joinShared([bytes], bytes.byteLength);

/** The requests that wait for the worker. */
interface RequestQueue extends AsyncDisposable {
  /** Fails at once while the restart is delayed, and after disposal. */
  ask(request: FeedRequest, asked: Waiting): void;
  /** Frees what the worker stores under the handle. */
  release(handle: number): void;
}

/** @param notifyLost called when everything stored is lost and the next worker may start */
function createRequestQueue(
  script: URL,
  log: (line: string) => void,
  limits: ThreadLimits,
  notifyLost: () => void,
): RequestQueue {
  /** By id, in the order in which the worker handles them. */
  const waiting = new Map<number, Waiting>();
  const worker = createLimitedWorker(script, limits, { log, received, ended });
  const delay = createRestartDelay(limits, log, notifyLost);
  let requests = 0;
  let isDisposed = false;

  function ask(request: FeedRequest, asked: Waiting): void {
    if (isDisposed || delay.isRunning()) return giveUp(asked, notNow);
    requests += 1;
    waiting.set(requests, asked);
    worker.post({ ...request, id: requests });
    worker.watch(waiting.size > 0);
  }

  function received(message: FeedReply): void {
    const { id } = message;
    const asked = waiting.get(id);
    if (isComplete(message)) waiting.delete(id);
    worker.watch(waiting.size > 0);
    if (asked !== undefined) settle(asked, message, () => worker.post({ kind: 'more', id }));
  }

  /** The current request of the worker fails; the next worker handles the other ones. */
  function ended(): void {
    const { request, handle } = worker.progress();
    const culprit = waiting.get(request);
    const heavy = heavyFeeds(culprit, handle);
    const all = [...waiting.values()];
    waiting.clear();
    worker.watch(false);
    const pauseMs = heavy !== null || all.length === 0 ? 0 : delay.start(worker.ranMs());
    for (const one of all) {
      if (one === culprit && heavy !== null) giveUp(one, tooHeavy, heavy);
      else if (one.kind === 'read' && pauseMs === 0) ask(one.request, one);
      else giveUp(one, notNow);
    }
    if (pauseMs === 0) notifyLost();
  }

  return {
    ask,
    release: (handle) => worker.postIfRunning({ kind: 'release', handle }),
    [Symbol.asyncDispose]: () => {
      isDisposed = true;
      delay[Symbol.dispose]();
      for (const one of waiting.values()) giveUp(one, notNow);
      waiting.clear();
      return worker[Symbol.asyncDispose]();
    },
  };
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
  const queue = createRequestQueue(script, log, limits, () => {
    for (const callback of lost) callback();
  });
  let agendas = 0;
  /** The last agenda that arrived in full. */
  let last: { readonly number: number; readonly occurrences: readonly Occurrence[] } = {
    number: 0,
    occurrences: [],
  };

  return {
    read: async (feed) => {
      const request = { kind: 'read', feed: { ...feed, bytes: await shared(feed.bytes) } } as const;
      return new Promise((resolve) => {
        queue.ask(request, { kind: 'read', request, resolve });
      });
    },
    agenda: async (sources, window, zone, now, choices) => {
      agendas += 1;
      const difference = { number: agendas, since: last.number };
      const request = { kind: 'agenda', difference, sources, window, zone, now, choices } as const;
      const former = last.occurrences;
      const reply = await new Promise<AgendaReply>((resolve) => {
        queue.ask(request, { kind: 'agenda', sources, former, occurrences: [], resolve });
      });
      if (reply.kind === 'built') last = { number: difference.number, occurrences: reply.occurrences };
      return reply;
    },
    range: (sources, window, zone, now, choices) =>
      new Promise((resolve) => {
        queue.ask(
          { kind: 'range', difference: null, sources, window, zone, now, choices },
          { kind: 'agenda', sources, former: [], occurrences: [], resolve },
        );
      }),
    preview: (source, window, zone, count) =>
      new Promise((resolve) => {
        queue.ask({ kind: 'preview', source, window, zone, count }, { kind: 'preview', resolve });
      }),
    changes: (feed, copies, zone, now) =>
      new Promise((resolve) => {
        queue.ask({ kind: 'changes', feed, copies, zone, now }, { kind: 'changes', resolve });
      }),
    release: (handle) => {
      queue.release(handle);
    },
    onLost: (callback) => {
      lost.add(callback);
      return { [Symbol.dispose]: () => void lost.delete(callback) };
    },
    [Symbol.asyncDispose]: () => queue[Symbol.asyncDispose](),
  };
}
