import { hasCode } from '#core/problemCodes.ts';
import { feedsProblem } from '#core/feeds/problems.ts';
import { join } from 'node:path';
import type { FeedDigest } from '#core/feeds/feedStore.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import { openFeedCache, type CopyFacts, type FeedCache, type StoredCopy } from './feedCache.ts';
import type { FeedState } from './feedState.ts';
import type { HeavyFeeds } from './heavyFeeds.ts';
import { noValidators } from './sources/feedSource.ts';
import type { FeedSources } from './sources/feedSources.ts';
import { isWhole, validateCopy, refusalOf } from './validateCopy.ts';

/** The part of a feed's state that its copy on disk gives. */
export interface LoadedCopy extends Pick<FeedState, 'facts' | 'isWhole'> {
  readonly digest: FeedDigest;
}

/** The last good copies of feeds on disk. A failure with them is reported, and never stops a feed. */
export interface FeedCopies {
  /** Reads the copy of a feed; null if there is no good one, `later` if the reader cannot read now. */
  load(feed: Feed): Promise<LoadedCopy | 'later' | null>;
  /** Stores a new copy, or with `bytes` null the facts about the present one. */
  keep(feed: Feed, bytes: Uint8Array | null, facts: CopyFacts): Promise<void>;
  /** The bytes of the present copy; null if there is none that can be read. */
  bytes(id: string): Promise<Uint8Array | null>;
  forget(id: string): Promise<void>;
}

type CopyPorts = Pick<Ports, 'files' | 'environment' | 'reader' | 'clock' | 'log'> & {
  readonly sources: FeedSources;
  readonly heavy: Pick<HeavyFeeds, 'read' | 'isResting'>;
};

/** Opens the copies below the folder of the app's data. */
export function openFeedCopies(
  ports: CopyPorts,
  problems: Problems,
  writer: Pick<DiskWriter, 'write' | 'isUnsaved'>,
): FeedCopies {
  const { files, environment, log } = ports;
  const cache = openFeedCache(files, join(environment.userData, 'feeds'));
  return {
    load: createCopyLoader(ports, cache, problems),
    ...createCopyKeeper(cache, writer, log),
  };
}

function createCopyLoader(
  { reader, clock, log, sources, heavy }: CopyPorts,
  cache: FeedCache,
  problems: Problems,
): FeedCopies['load'] {
  async function setAside({ id, name }: Feed): Promise<void> {
    await cache.setAside(id).catch(() => log(`feed ${id}: its damaged copy could not be set aside`));
    problems.report(feedsProblem('feed/damagedCopy', name));
  }

  /** @param base the built-in catalogue that the copy updates; null if it is complete */
  async function read(
    { id, source, format }: Feed,
    { bytes, facts }: StoredCopy,
    base: Uint8Array | null = null,
  ): Promise<LoadedCopy | 'later' | null> {
    const charset = facts?.charset ?? null;
    const { location } = sources(source);
    const feedBytes = { format, bytes, charset, location, base, known: [], now: clock.now() };
    const outcome = await heavy.read(id, feedBytes, 'copy');
    if (!outcome.ok) return hasCode(outcome.problem, 'feed/resting') ? 'later' : null;
    if (outcome.value.kind === 'known') return null;
    const { digest } = outcome.value;
    const { hash } = digest;
    const confirmedAt = facts?.confirmedAt ?? null;
    return {
      digest,
      isWhole: isWhole(format, bytes),
      facts: facts?.hash === hash ? facts : { ...noValidators, hash, confirmedAt, doubtedSince: null },
    };
  }

  /** A built-in catalogue: the newer one of the copy from the network and the one that came with the app. */
  async function loadBundled(feed: Feed): Promise<LoadedCopy | 'later' | null> {
    const bundled = await sources(feed.source).bundledCopy();
    if (bundled === null) return null;
    const { bytes: base, date } = bundled;
    const stored = await cache.read(feed.id).catch(() => null);
    const isNewer = date === null || (stored?.facts?.confirmedAt ?? 0) > Date.parse(date);
    const live = stored !== null && isNewer ? await read(feed, stored, base) : null;
    if (live === 'later') return live;
    if (live !== null) {
      if (refusalOf(live.digest) === null) return live;
      reader.release(live.digest.handle);
    }
    const own = await read(feed, { bytes: base, facts: null });
    return own === null || own === 'later' ? own : { ...own, facts: null };
  }

  return async (feed) => {
    if (feed.source.kind === 'builtIn') return loadBundled(feed);
    if (heavy.isResting(feed.id, 'copy')) return null;
    const stored = await cache.read(feed.id).catch(() => null);
    if (stored === null) return null;
    if (validateCopy(feed.format, stored.bytes) === null) return read(feed, stored);
    await setAside(feed);
    return null;
  };
}

function createCopyKeeper(
  cache: FeedCache,
  writer: Pick<DiskWriter, 'write' | 'isUnsaved'>,
  log: (line: string) => void,
): Pick<FeedCopies, 'keep' | 'bytes' | 'forget'> {
  /** Bytes that are not on disk yet, by feed. */
  const waiting = new Map<string, Uint8Array>();
  const nameOf = (id: string): string => `copy of ${id}`;
  return {
    keep: async ({ id }, bytes, facts) => {
      // Facts alone must not replace bytes that still wait for room on the disk.
      const newest = bytes ?? (writer.isUnsaved(nameOf(id)) ? (waiting.get(id) ?? null) : null);
      if (newest === null) waiting.delete(id);
      else waiting.set(id, newest);
      const save = async (): Promise<void> => {
        await (newest === null ? cache.note(id, facts) : cache.write(id, newest, facts));
        if (waiting.get(id) === newest) waiting.delete(id);
      };
      await writer.write(nameOf(id), 'copies of calendars', save);
    },
    bytes: async (id) => waiting.get(id) ?? (await cache.read(id).catch(() => null))?.bytes ?? null,
    forget: async (id) => {
      waiting.delete(id);
      // Replaces a write that waits.
      const remove = (): Promise<void> =>
        cache.remove(id).catch(() => log(`feed ${id}: its saved copy could not be deleted`));
      await writer.write(nameOf(id), 'copies of calendars', remove);
    },
  };
}
