import type { Result, TimeWindow, Instant, ZoneName } from '#base';
import type { AgendaChoices } from '#core/agenda/meetingChoices.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { CopyPair, FeedBytes, FeedStoreReply, ReadOutcome, StoredFeed } from '#core/feeds/feedStore.ts';
import type { SeriesChange } from '#core/feeds/seriesChange.ts';

/** `none`: the agenda could not be built; `heavy` lists the feeds that caused it, as far as known. */
export type AgendaReply = FeedStoreReply | { readonly kind: 'none'; readonly heavy: readonly string[] };

/**
 * Parses feeds and stores their series; in the app on a worker thread, so that parsing blocks nothing.
 * Replies arrive in the order of the calls.
 */
export interface FeedReader extends AsyncDisposable {
  /** A failure if reading took too much time or memory. */
  read(feed: FeedBytes): Promise<Result<ReadOutcome>>;
  agenda(
    sources: readonly StoredFeed[],
    window: TimeWindow,
    zone: ZoneName,
    now: Instant,
    choices?: AgendaChoices,
  ): Promise<AgendaReply>;
  /** The occurrences of any window; replies with `built` or `none`. */
  range(
    sources: readonly StoredFeed[],
    window: TimeWindow,
    zone: ZoneName,
    now: Instant,
    choices?: AgendaChoices,
  ): Promise<AgendaReply>;
  preview(
    source: StoredFeed,
    window: TimeWindow,
    zone: ZoneName,
    count: number,
  ): Promise<readonly Occurrence[]>;
  /** What changed between two copies of a feed; empty if they cannot be compared now. */
  changes(feed: Feed, copies: CopyPair, zone: ZoneName, now: Instant): Promise<readonly SeriesChange[]>;
  /** Frees what is stored under the handle. */
  release(handle: number): void;
  /** Calls when everything stored is lost: no handle is valid any more. */
  onLost(callback: () => void): Disposable;
}
