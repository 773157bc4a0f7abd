import { feedsProblem } from '#core/feeds/problems.ts';
import { errorText } from '#base';
import type { Ports } from '../ports/ports.ts';
import type { FeedCopies } from './feedCopies.ts';
import type { FeedStates } from './feedStates.ts';
import type { HeavyFeeds } from './heavyFeeds.ts';

/** Reads the copies on disk into the states. */
export interface FeedLoads {
  /** Resolves when the copy of that feed is read; undefined if it is not being read. */
  of(id: string): Promise<void> | undefined;
  /** Reads the copies of these feeds. */
  start(ids: readonly string[]): Promise<void>;
  /** The copies of these feeds count as being read until the work is done. */
  waitFor(ids: readonly string[], work: Promise<void>): void;
  /** Resolves when none is being read. */
  settled(): Promise<void>;
}

export interface LoadParts extends Pick<Ports, 'reader' | 'log'> {
  readonly states: Pick<FeedStates, 'get' | 'change'>;
  readonly copies: Pick<FeedCopies, 'load'>;
  readonly heavy: Pick<HeavyFeeds, 'of' | 'isResting'>;
}

export function createFeedLoads({ states, copies, heavy, reader, log }: LoadParts): FeedLoads {
  const loads = new Map<string, Promise<void>>();

  /** Reads the copy of a feed, unless a newer version of it is read meanwhile. */
  async function load(id: string): Promise<void> {
    const before = states.get(id);
    if (before === undefined) return;
    const loaded = await copies.load(before.feed);
    if (loaded === 'later') return;
    if (states.get(id)?.digest !== before.digest) {
      if (loaded !== null) reader.release(loaded.digest.handle);
      return;
    }
    const { until = null } = heavy.isResting(id, 'copy') ? (heavy.of(id) ?? {}) : {};
    // Without a readable copy the next request must fetch the whole feed.
    const nothing = { digest: null, facts: null };
    const tooHeavy =
      until === null ? {} : { failure: feedsProblem('feed/tooHeavy'), notBefore: until, nextTry: until };
    states.change(id, { doubt: null, ...(loaded ?? { ...nothing, ...tooHeavy }) });
  }

  const waitFor = (id: string, work: Promise<void>): Promise<void> => {
    const run: Promise<void> = work
      .catch((error: unknown) => log(`feed ${id}: its copy was not read: ${errorText(error)}`))
      .finally(() => {
        if (loads.get(id) === run) loads.delete(id);
      });
    loads.set(id, run);
    return run;
  };

  return {
    of: (id) => loads.get(id),
    start: async (ids) => {
      await Promise.all(ids.map((id) => waitFor(id, load(id))));
    },
    waitFor: (ids, work) => {
      for (const id of ids) void waitFor(id, work);
    },
    settled: async () => {
      while (loads.size > 0) await Promise.all(loads.values());
    },
  };
}
