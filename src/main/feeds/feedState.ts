import type { Feed, FeedHealth, FeedStatus } from '../../shared/calendar/feed.ts';
import type { FeedContent } from '../../shared/calendar/readFeed.ts';
import type { Problem } from '../../shared/problem.ts';
import { HOUR, MINUTE, type Instant } from '../../shared/time.ts';
import type { FeedCopy } from './feedCache.ts';
import { cutOff, lostEverything, unreachable } from './feedProblems.ts';
import { isWhole } from './judgeCopy.ts';
import { maskAddress } from './maskAddress.ts';

/** What is known of one feed. Values; `feedSync` puts a new one in the place of the old. */
export interface FeedState {
  readonly feed: Feed;
  /** The last good copy, and what was read from it. */
  readonly copy: FeedCopy | null;
  readonly content: FeedContent | null;
  /** Why the last attempt failed. */
  readonly failure: Problem | null;
  /** Failed attempts in a row. */
  readonly failures: number;
  readonly nextTry: Instant | null;
  readonly isSyncing: boolean;
}

const SHORTEST_PERIOD_MS = 15 * MINUTE;
/** Many generators ask for a day without thought; a link that changed just before its meeting must be seen in time. */
const LONGEST_PERIOD_MS = HOUR;
const LONGEST_BACKOFF_MS = 6 * HOUR;

/** A feed that was never asked for. */
export const newFeedState = (feed: Feed): FeedState => ({
  feed,
  copy: null,
  content: null,
  failure: null,
  failures: 0,
  nextTry: null,
  isSyncing: false,
});

/** ms until a feed is asked for again after a success. */
export const refreshPeriod = (content: FeedContent | null): number =>
  Math.min(LONGEST_PERIOD_MS, Math.max(SHORTEST_PERIOD_MS, content?.refreshIntervalMs ?? 0));

/**
 * ms until the next attempt after so many failures in a row: a minute, doubled each time, up to six hours;
 * a quarter more or less by chance, so that not everybody comes back to a server at the same moment.
 * @param chance from 0 up to 1
 */
export const retryDelay = (failures: number, chance: number): number =>
  Math.min(LONGEST_BACKOFF_MS, MINUTE * 2 ** Math.min(failures - 1, 20)) * (0.75 + chance / 2);

/** Why a new copy must not take the place of the last good one; null when it may. */
export function suspicion(state: FeedState, copy: FeedCopy, content: FeedContent): Problem | null {
  if (state.copy === null || state.content === null) return null;
  if (content.series.length === 0 && state.content.series.length > 0) return lostEverything;
  return state.feed.kind === 'ics' && isWhole(state.copy.bytes) && !isWhole(copy.bytes) ? cutOff : null;
}

function healthState({ isSyncing, failure, content }: FeedState): FeedHealth['state'] {
  if (isSyncing) return 'syncing';
  if (failure === null) return content === null ? 'never' : 'fresh';
  return failure.code === unreachable.code && content !== null ? 'stale' : 'failing';
}

/** How the feed is doing, for people. */
export const feedStatus = (state: FeedState): FeedStatus => ({
  feed: state.feed,
  maskedAddress: maskAddress(state.feed),
  health: {
    state: healthState(state),
    lastSuccess: state.copy?.confirmedAt ?? null,
    nextTry: state.nextTry,
    failure: state.failure,
    problems: state.content?.problems ?? [],
    seriesCount: state.content?.series.length ?? 0,
  },
});
