import { waitsForLogin } from '#core/caldav/problems.ts';
import { hasCode } from '#core/problemCodes.ts';
import { feedsProblem } from '#core/feeds/problems.ts';
import type { FeedHealth, FeedStatus } from '#core/feeds/feed.ts';
import type { Problem } from '#base';
import { usedFrom, type FeedState } from './feedState.ts';

/** Why the last attempt failed, or why the feed rests. */
const failureOf = ({ failure, restsUntil }: FeedState): Problem | null =>
  failure ?? (restsUntil === null ? null : feedsProblem('feed/tooHeavyToDate'));

function healthState(state: FeedState): FeedHealth['state'] {
  const { isSyncing, digest } = state;
  const failure = failureOf(state);
  if (isSyncing) return 'syncing';
  if (failure === null) return digest === null ? 'never' : 'fresh';
  const isCalm = hasCode(failure, 'feed/unreachable') || waitsForLogin(failure);
  return isCalm && digest !== null ? 'stale' : 'failing';
}

/** The state of a feed as the window shows it. */
export const feedStatus = (state: FeedState, maskedAddress: string): FeedStatus => ({
  feed: state.feed,
  maskedAddress,
  health: {
    state: healthState(state),
    lastSuccess: state.facts?.confirmedAt ?? null,
    nextTry: state.failure === null ? (state.restsUntil ?? state.nextTry) : state.nextTry,
    failure: failureOf(state),
    problems: state.digest?.problems ?? [],
    seriesCount: state.digest?.seriesCount ?? null,
    asOf: state.digest?.asOf ?? null,
    // After another failure the doubted copy is no longer what the server has.
    doubt:
      state.doubt === null || state.failure !== state.doubt.problem
        ? null
        : {
            seriesCount: state.doubt.digest.seriesCount,
            usedFrom: usedFrom(state.facts?.doubtedSince ?? Infinity),
          },
  },
});
