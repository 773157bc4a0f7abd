import type { FeedStatus } from '#core/feeds/feed.ts';
import { feedsUpdateBetween } from '#core/feeds/feedsUpdate.ts';
import type { Ports } from '../ports/ports.ts';
import type { FeedSync } from './feedSync.ts';

/** The states of the feeds as the window has them. */
export interface SentFeeds extends Disposable {
  /** The present list, as the reply to a request. */
  list(): readonly FeedStatus[];
}

/** Sends what changes in the states of the feeds. */
export function createSentFeeds(
  { ipc }: Pick<Ports, 'ipc'>,
  sync: Pick<FeedSync, 'statuses' | 'statusChanged'>,
): SentFeeds {
  let sent: readonly FeedStatus[] = [];
  function send(statuses: readonly FeedStatus[]): void {
    const update = feedsUpdateBetween(sent, statuses);
    if (update !== null) ipc.send('feeds:changed', update);
    sent = statuses;
  }
  const changes = sync.statusChanged.on(send);
  return {
    list: () => {
      // Updates apply to what was sent last, which all windows must have.
      send(sync.statuses());
      return sent;
    },
    [Symbol.dispose]: () => changes[Symbol.dispose](),
  };
}
