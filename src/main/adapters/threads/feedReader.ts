import { createHash } from 'node:crypto';
import type { FeedMeter } from '#core/agenda/agendaBounds.ts';
import { createFeedStore, type FeedStore } from '#core/feeds/feedStore.ts';
import { success } from '#base';
import type { FeedReader } from '../../ports/feedReader.ts';

/** CPU time of the calling thread, ms. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Reports progress to no watcher. */
const alone: FeedMeter = { cpu: threadCpuMs, working: () => undefined };

/**
 * Creates an empty feed store that uses Node's SHA-256.
 * @param meter receives its progress
 * @param lastHandle the last handle of the previous store, so that handles stay unique
 */
export const createNodeFeedStore = (lastHandle = 0, meter: FeedMeter = alone): FeedStore =>
  createFeedStore((bytes) => createHash('sha256').update(bytes).digest('hex'), meter, lastHandle);

/** Reads feeds on the calling thread, for tests. */
export function createFeedReader(): FeedReader {
  const store = createNodeFeedStore();
  return {
    read: async (feed) => success(store.read(feed)),
    agenda: async (...args) => store.agenda(...args),
    range: async (...args) => store.range(...args),
    preview: async (...args) => store.preview(...args),
    changes: async (...args) => store.changes(...args),
    release: (handle) => store.release(handle),
    onLost: () => ({ [Symbol.dispose]: () => undefined }),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
