import { createHash } from 'node:crypto';
import type { FeedMeter } from '#core/agenda/agendaBounds.ts';
import { createFeedStore, type FeedStore } from '#core/feeds/feedStore.ts';
import { success } from '#base';
import type { FeedReader } from '../../ports/feedReader.ts';

/** CPU time of the thread that asks, ms. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Progress that is not watched. */
const alone: FeedMeter = { cpu: threadCpuMs, working: () => undefined };

/**
 * An empty shelf with Node's SHA-256.
 * @param meter who looks on while it works
 * @param lastHandle the last one that another shelf gave out
 */
export const createShelf = (lastHandle = 0, meter: FeedMeter = alone): FeedStore =>
  createFeedStore((bytes) => createHash('sha256').update(bytes).digest('hex'), meter, lastHandle);

/** Reads in the thread of its caller, for tests. */
export function createFeedReader(): FeedReader {
  const shelf = createShelf();
  return {
    read: async (feed) => success(shelf.read(feed)),
    agenda: async (...question) => shelf.agenda(...question),
    range: async (...question) => shelf.range(...question),
    preview: async (...question) => shelf.preview(...question),
    release: (handle) => shelf.release(handle),
    onLost: () => ({ [Symbol.dispose]: () => undefined }),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
