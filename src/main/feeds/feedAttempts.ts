import type { Clock } from '../ports/clock.ts';
import type { FeedLoads } from './feedLoads.ts';
import { mayBeFetched, type FeedState } from './feedState.ts';
import type { FeedStates } from './feedStates.ts';
import type { FeedUpdater } from './feedUpdater.ts';
import { fetchCopy } from './fetchCopy.ts';
import type { FeedSources } from './sources/feedSources.ts';

/** Attempts to fetch feeds. A newer attempt for a feed cancels the older one. */
export interface FeedAttempts extends AsyncDisposable {
  /** Resolves when the attempt has ended, whether it succeeded or failed. */
  start(id: string, isUrgent?: boolean): Promise<void>;
  /** Starts an attempt for each feed that fits. */
  startWhere(isWanted: (state: FeedState) => boolean, isUrgent?: boolean): Promise<void>;
  /** Starts an attempt for each feed that fits, except while its server asks for a pause. */
  startAllowed(isWanted: (state: FeedState) => boolean, isUrgent?: boolean): Promise<void>;
  cancel(id: string): void;
}

interface AttemptParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly states: FeedStates;
  readonly sources: FeedSources;
  readonly loads: Pick<FeedLoads, 'of'>;
  readonly updater: Pick<FeedUpdater, 'apply'>;
  /** The user paused it: nothing is fetched. */
  readonly isPaused: (id: string) => boolean;
}

export function createFeedAttempts({
  clock,
  states,
  sources,
  loads,
  updater,
  isPaused,
}: AttemptParts): FeedAttempts {
  const controllers = new Map<string, AbortController>();
  const running = new Set<Promise<void>>();
  let isDisposed = false;

  async function attempt(id: string, isUrgent: boolean): Promise<void> {
    controllers.get(id)?.abort();
    // The request names the version of the copy on disk, so that copy is read first.
    await loads.of(id);
    const state = states.get(id);
    if (!state || isDisposed) return;
    const { feed, facts, digest } = state;
    const source = sources(feed.source);
    if (isPaused(id) || (digest !== null && !source.mayChange()))
      return states.change(id, { isSyncing: false, failure: null, nextTry: null });
    const controller = new AbortController();
    const { signal } = controller;
    controllers.set(id, controller);
    states.change(id, { isSyncing: true, nextTry: null });
    try {
      const fetched = await fetchCopy(source, feed.format, { known: facts, isUrgent, signal });
      await updater.apply(id, fetched, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (controllers.get(id) === controller) controllers.delete(id);
  }

  const start = (id: string, isUrgent = false): Promise<void> => {
    const run: Promise<void> = attempt(id, isUrgent).finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  const startWhere: FeedAttempts['startWhere'] = async (isWanted, isUrgent) => {
    const ids = states
      .all()
      .filter(isWanted)
      .map(({ feed }) => feed.id);
    await Promise.all(ids.map((id) => start(id, isUrgent)));
  };

  return {
    start,
    startWhere,
    startAllowed: (isWanted, isUrgent) =>
      startWhere((state) => isWanted(state) && mayBeFetched(state, clock.now()), isUrgent),
    cancel: (id) => {
      controllers.get(id)?.abort();
      controllers.delete(id);
    },
    [Symbol.asyncDispose]: async () => {
      isDisposed = true;
      for (const controller of controllers.values()) controller.abort();
      await Promise.allSettled(running);
    },
  };
}
