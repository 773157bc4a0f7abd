import { createSignal, logFailure, type Signal } from '#base';
import type { FeedReader } from '../ports/feedReader.ts';
import type { FeedState } from './feedState.ts';

/** The states of all feeds, in the order of the list. Digests that no state refers to any more are released. */
export interface FeedStates {
  all(): readonly FeedState[];
  get(id: string): FeedState | undefined;
  /** @throws if there is no such feed: an attempt for a removed feed was not cancelled */
  of(id: string): FeedState;
  /** Changes the state of a feed if there is one, and announces it. */
  change(id: string, change: Partial<FeedState>): void;
  /** Adds or replaces a state without an announcement. */
  put(state: FeedState): void;
  /** Removes a state without an announcement. */
  remove(id: string): void;
  announce(): void;
  readonly changed: Signal<void>;
}

const digestsOf = (state: FeedState | undefined) =>
  [state?.digest, state?.doubt?.digest].filter((digest) => digest !== undefined && digest !== null);

export function createFeedStates(
  reader: Pick<FeedReader, 'release'>,
  log: (line: string) => void,
): FeedStates {
  const states = new Map<string, FeedState>();
  const changed = createSignal(logFailure(log));

  const replace = (id: string, next: FeedState | undefined): void => {
    const before = states.get(id);
    if (next === undefined) states.delete(id);
    else states.set(id, next);
    const kept = new Set(digestsOf(next));
    for (const digest of digestsOf(before)) if (!kept.has(digest)) reader.release(digest.handle);
  };

  return {
    all: () => [...states.values()],
    get: (id) => states.get(id),
    of: (id) => {
      const state = states.get(id);
      if (state === undefined) throw new Error('An attempt for a removed feed was not cancelled');
      return state;
    },
    change: (id, change) => {
      const before = states.get(id);
      if (before !== undefined) replace(id, { ...before, ...change });
      changed.emit();
    },
    put: (state) => replace(state.feed.id, state),
    remove: (id) => replace(id, undefined),
    announce: () => changed.emit(),
    changed,
  };
}
