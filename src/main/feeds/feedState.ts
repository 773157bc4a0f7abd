import { tooHeavyToDate } from '#core/agenda/agendaBounds.ts';
import type { FeedDigest } from '#core/feeds/feedStore.ts';
import type { Feed, FeedHealth, FeedStatus } from '#core/feeds/feed.ts';
import { DAY, type Instant, type Problem } from '#base';
import type { CopyFacts } from './feedCache.ts';
import { cutOff, lostEverything, lostMost, unreachable } from './feedProblems.ts';
import type { FetchedCopy } from './fetchFeed.ts';
import { maskAddress } from './maskAddress.ts';

/** A new copy that is not believed. */
export interface DoubtedCopy {
  readonly copy: FetchedCopy;
  readonly digest: FeedDigest;
  readonly problem: Problem;
}

/** What is known of one feed. Values; `feedSync` puts a new one in the place of the old. */
export interface FeedState {
  readonly feed: Feed;
  /** The last good copy, and what was read from it; its bytes are on the disk. */
  readonly facts: CopyFacts | null;
  readonly digest: FeedDigest | null;
  /** The last good copy ended as a whole calendar does. */
  readonly isWhole: boolean;
  readonly doubt: DoubtedCopy | null;
  /** Why the last attempt failed. */
  readonly failure: Problem | null;
  /** Failed attempts in a row. */
  readonly failures: number;
  readonly nextTry: Instant | null;
  /** The server asked to be left in peace until then. */
  readonly notBefore: Instant | null;
  readonly isSyncing: boolean;
  /** Working out its dates took too long: until then what was found is shown. Null when it did not. */
  readonly restsUntil: Instant | null;
}

/** What stays different for so long is true. */
const DOUBT_MS = 3 * DAY;

/** A feed that was never asked for. */
export const newFeedState = (feed: Feed): FeedState => ({
  feed,
  facts: null,
  digest: null,
  isWhole: false,
  doubt: null,
  failure: null,
  failures: 0,
  nextTry: null,
  notBefore: null,
  isSyncing: false,
  restsUntil: null,
});

/**
 * Why a new copy must not take the place of the last good one; null when it may.
 * @param before what is known of the last good copy
 * @param isWhole the new copy ends as a whole calendar does
 */
export function suspicion(
  before: Pick<FeedState, 'digest' | 'isWhole'>,
  now: Pick<FeedDigest, 'seriesCount'>,
  isWhole: boolean,
): Problem | null {
  const count = before.digest?.seriesCount ?? 0;
  if (now.seriesCount === 0 && count > 0) return lostEverything;
  if (before.isWhole && !isWhole) return cutOff;
  return now.seriesCount < count / 2 ? lostMost(count, now.seriesCount) : null;
}

/** When a copy that is doubted since then is used all the same. */
export const usedFrom = (doubtedSince: Instant): Instant => doubtedSince + DOUBT_MS;

/** Why the last attempt failed, or what else is wrong until it is tried again. */
const failureOf = ({ failure, restsUntil }: FeedState): Problem | null =>
  failure ?? (restsUntil === null ? null : tooHeavyToDate);

function healthState(state: FeedState): FeedHealth['state'] {
  const { isSyncing, digest } = state;
  const failure = failureOf(state);
  if (isSyncing) return 'syncing';
  if (failure === null) return digest === null ? 'never' : 'fresh';
  return failure.code === unreachable.code && digest !== null ? 'stale' : 'failing';
}

/** How the feed is doing, for people. */
export const feedStatus = (state: FeedState): FeedStatus => ({
  feed: state.feed,
  maskedAddress: maskAddress(state.feed),
  health: {
    state: healthState(state),
    lastSuccess: state.facts?.confirmedAt ?? null,
    nextTry: state.failure === null ? (state.restsUntil ?? state.nextTry) : state.nextTry,
    failure: failureOf(state),
    problems: state.digest?.problems ?? [],
    seriesCount: state.digest?.seriesCount ?? null,
    asOf: state.digest?.asOf ?? null,
    doubt:
      state.doubt === null
        ? null
        : {
            seriesCount: state.doubt.digest.seriesCount,
            usedFrom: usedFrom(state.facts?.doubtedSince ?? Infinity),
          },
  },
});
