import type { FeedDigest } from '#core/feeds/feedStore.ts';
import type { Feed } from '#core/feeds/feed.ts';

/** A feed and what was read from its last good copy. */
export interface FeedReading {
  readonly feed: Feed;
  readonly digest: FeedDigest;
  /** Dating took too long lately, so it is not dated now. */
  readonly rests: boolean;
}

/** A newer copy replaces another: handles of both. The older one is released right afterwards. */
export interface FeedReplaced {
  readonly feed: Feed;
  readonly before: number;
  readonly after: number;
}
