import { createHash } from 'node:crypto';
import { createFeedShelf, type FeedShelf } from '../../shared/agenda/feedShelf.ts';
import { success } from '../../shared/problem.ts';
import type { FeedReader } from '../ports.ts';

/** An empty shelf with Node's SHA-256. @param lastHandle the last one that another shelf gave out */
export const createShelf = (lastHandle = 0): FeedShelf =>
  createFeedShelf((bytes) => createHash('sha256').update(bytes).digest('hex'), lastHandle);

/** Reads in the thread of its caller: for tests, and where there are no other threads. */
export function createFeedReader(): FeedReader {
  const shelf = createShelf();
  return {
    read: async (feed) => success(shelf.read(feed)),
    agenda: async (...question) => shelf.agenda(...question),
    preview: async (...question) => shelf.preview(...question),
    release: (handle) => shelf.release(handle),
    onLost: () => ({ [Symbol.dispose]: () => undefined }),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
