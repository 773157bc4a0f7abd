import { createHash } from 'node:crypto';
import type { Feed } from '#core/feeds/feed.ts';

const COLORS = 8;

/**
 * The id of a feed. It depends on the location of its source alone: after a feed is removed and added again, its notes
 * are found again. The location cannot be read from it.
 */
export const feedId = (location: string): string =>
  `ics-${createHash('sha256').update(location).digest('hex').slice(0, 16)}`;

/** The id of a new feed. One that was followed at this location before may have got another address since. */
export function freeFeedId(location: string, feeds: readonly Pick<Feed, 'id'>[]): string {
  const taken = new Set(feeds.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = feedId(number === 1 ? location : `${location} ${number}`);
    if (!taken.has(id)) return id;
  }
}

/** The colour that the fewest feeds have. */
export function freeColor(feeds: readonly Feed[]): number {
  const counts = Array.from(
    { length: COLORS },
    (_, color) => feeds.filter((feed) => feed.color === color).length,
  );
  return counts.indexOf(Math.min(...counts));
}
