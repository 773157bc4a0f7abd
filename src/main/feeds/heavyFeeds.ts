import { hasCode } from '#core/problemCodes.ts';
import { join } from 'node:path';
import type { FeedBytes, ReadOutcome } from '#core/feeds/feedStore.ts';
import { DAY, HOUR, MINUTE, type Result } from '#base';
import type { Ports } from '../ports/ports.ts';
import { openFeedCache, type Heaviness } from './feedCache.ts';

/** Feeds that took too much time or memory: each is tried again after growing pauses, apart from the others. */
export interface HeavyFeeds {
  /** Reads the record of a feed from earlier runs. */
  recall(id: string): Promise<void>;
  of(id: string): Heaviness | null;
  /** The feed must not be tried now. */
  isResting(id: string, what: Heaviness['what']): boolean;
  add(id: string, what: Heaviness['what']): void;
  drop(id: string): void;
  /** Reads a feed; one that took too much lately is read in the trial reader first. */
  read(id: string, bytes: FeedBytes, what: Heaviness['what']): Promise<Result<ReadOutcome>>;
}

const FIRST_REST_MS = 15 * MINUTE;
const LONGEST_REST_MS = 6 * HOUR;
/** For this time after a failure the feed is read in the trial reader first. */
const SUSPECT_MS = 7 * DAY;

/** How long a feed rests that took too much `count` times in a row, ms. */
export const restAfter = (count: number): number =>
  Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(count - 1, 20));

/** The records are stored beside the copies, so that a restart does not try again what crashed the reader. */
export function openHeavyFeeds({
  files,
  environment,
  reader,
  trialReader,
  clock,
  log,
}: Pick<Ports, 'files' | 'environment' | 'reader' | 'trialReader' | 'clock' | 'log'>): HeavyFeeds {
  const cache = openFeedCache(files, join(environment.userData, 'feeds'));
  const known = new Map<string, Heaviness>();
  const note = (id: string, heaviness: Heaviness | null): void =>
    void cache.noteHeaviness(id, heaviness).catch(() => log(`feed ${id}: that it is heavy was not noted`));

  const add: HeavyFeeds['add'] = (id, what) => {
    const at = clock.now();
    const count = (known.get(id)?.count ?? 0) + 1;
    const heaviness = { count, at, until: at + restAfter(count), what };
    log(`feed ${id}: too much ${what}, time ${count}`);
    known.set(id, heaviness);
    note(id, heaviness);
  };
  const isSuspect = (id: string): boolean => {
    const heaviness = known.get(id);
    return heaviness !== undefined && clock.now() - heaviness.at < SUSPECT_MS;
  };

  return {
    recall: async (id) => {
      const heaviness = await cache.heaviness(id).catch(() => null);
      if (heaviness !== null) known.set(id, heaviness);
    },
    of: (id) => known.get(id) ?? null,
    isResting: (id, what) => {
      const heaviness = known.get(id);
      return heaviness?.what === what && clock.now() < heaviness.until;
    },
    add,
    drop: (id) => {
      if (known.delete(id)) note(id, null);
    },
    read: async (id, bytes, what) => {
      if (isSuspect(id)) {
        const tried = await trialReader.read(bytes);
        if (tried.ok && tried.value.kind === 'read') trialReader.release(tried.value.digest.handle);
        if (!tried.ok || tried.value.kind === 'known') {
          if (!tried.ok && hasCode(tried.problem, 'feed/tooHeavy')) add(id, what);
          return tried;
        }
      }
      const outcome = await reader.read(bytes);
      if (!outcome.ok && hasCode(outcome.problem, 'feed/tooHeavy')) add(id, what);
      return outcome;
    },
  };
}
