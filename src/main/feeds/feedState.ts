import { hasCode } from '#core/problemCodes.ts';
import { feedsProblem } from '#core/feeds/problems.ts';
import type { FeedDigest } from '#core/feeds/feedStore.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { DAY, type Instant, type Problem } from '#base';
import type { CopyFacts } from './feedCache.ts';
import { pause, refreshPeriod, retryDelay } from './feedSchedule.ts';
import type { FetchedCopy } from './fetchCopy.ts';
import { isWhole } from './validateCopy.ts';

/** A new copy that looks as if it lost meetings, so the last good one stays in use. */
export interface DoubtedCopy {
  readonly copy: FetchedCopy;
  readonly digest: FeedDigest;
  readonly problem: Problem;
}

/** A copy that was fetched and read before its feed was followed. */
export interface FirstCopy {
  readonly copy: FetchedCopy;
  readonly digest: FeedDigest;
  readonly freshForMs: number | null;
  readonly fetchedAt: Instant;
}

/** The state of one feed: values, and pure transitions between them. */
export interface FeedState {
  readonly feed: Feed;
  /** The last good copy, and what was read from it; its bytes are on disk. */
  readonly facts: CopyFacts | null;
  readonly digest: FeedDigest | null;
  /** The last good copy ended as a complete calendar does. */
  readonly isWhole: boolean;
  readonly doubt: DoubtedCopy | null;
  /** Why the last attempt failed; null if it succeeded. */
  readonly failure: Problem | null;
  /** Failed attempts in a row. */
  readonly failures: number;
  readonly nextTry: Instant | null;
  /** From Retry-After: automatic requests wait until then. */
  readonly notBefore: Instant | null;
  readonly isSyncing: boolean;
  /** Dating took too long: until then the dates found are shown, and it is not dated again. Null if it did not. */
  readonly restsUntil: Instant | null;
}

/** After this time a suspect copy is accepted. */
const DOUBT_MS = 3 * DAY;

/** A feed that was never fetched. */
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

/** The facts about a copy that the server has just confirmed. */
export const factsOf = (
  { etag, lastModified, charset }: FetchedCopy,
  { hash }: FeedDigest,
  confirmedAt: Instant,
): CopyFacts => ({ etag, lastModified, charset, hash, confirmedAt, doubtedSince: null });

/** A feed that was followed with its first copy at hand. */
export const stateOfFirstCopy = (
  feed: Feed,
  { copy, digest, freshForMs, fetchedAt }: FirstCopy,
  now: Instant,
): FeedState & { readonly facts: CopyFacts } => ({
  ...newFeedState(feed),
  facts: factsOf(copy, digest, fetchedAt),
  digest,
  isWhole: isWhole(copy.format, copy.bytes),
  nextTry: now + refreshPeriod(digest.refreshIntervalMs, freshForMs),
});

/**
 * Why a new copy must not replace the last good one; null if it may.
 * @param before state of the last good copy
 * @param isNewWhole the new copy ends as a complete calendar does
 */
export function suspectedLoss(
  before: Pick<FeedState, 'digest' | 'isWhole'>,
  { seriesCount }: Pick<FeedDigest, 'seriesCount'>,
  isNewWhole: boolean,
): Problem | null {
  const count = before.digest?.seriesCount ?? 0;
  if (seriesCount === 0 && count > 0) return feedsProblem('feed/lostEverything');
  if (before.isWhole && !isNewWhole) return feedsProblem('feed/cutOff');
  return seriesCount < count / 2 ? feedsProblem('feed/lostMost', count, seriesCount) : null;
}

/** When a copy is accepted that has been suspect since then. */
export const usedFrom = (doubtedSince: Instant): Instant => doubtedSince + DOUBT_MS;

/** The new copy that must wait beside the last good one; null if it may replace it. */
export function doubtOf(
  state: FeedState,
  copy: FetchedCopy,
  digest: FeedDigest,
  now: Instant,
): { readonly facts: CopyFacts; readonly doubt: DoubtedCopy } | null {
  const problem = suspectedLoss(state, digest, isWhole(copy.format, copy.bytes));
  const since = state.facts?.doubtedSince ?? now;
  if (problem === null || state.facts === null || now >= usedFrom(since)) return null;
  return { facts: { ...state.facts, doubtedSince: since }, doubt: { copy, digest, problem } };
}

/** The changes by a successful attempt. */
export const succeeded = (
  digest: FeedDigest | null,
  freshForMs: number | null,
  now: Instant,
): Partial<FeedState> => ({
  doubt: null,
  failure: null,
  failures: 0,
  notBefore: null,
  isSyncing: false,
  nextTry: now + refreshPeriod(digest?.refreshIntervalMs ?? null, freshForMs),
});

export interface Failure {
  readonly problem: Problem;
  readonly retryAfterMs: number | null;
  /** When a feed that took too much is tried again; null if all stayed within the limit. */
  readonly restsUntil: Instant | null;
}

/**
 * The changes by a failed attempt.
 * @param chance from 0 up to 1; spreads the retries of many computers
 */
export function failedAttempt(
  state: FeedState,
  { problem, retryAfterMs, restsUntil }: Failure,
  now: Instant,
  chance: number,
): Partial<FeedState> {
  const failures = state.failures + 1;
  const wait = pause(retryAfterMs);
  const rested = hasCode(problem, 'feed/tooHeavy') ? (restsUntil ?? now) : now;
  return {
    failure: problem,
    failures,
    isSyncing: false,
    notBefore: wait === null ? null : now + wait,
    nextTry: Math.max(rested, now + retryDelay(failures, chance, retryAfterMs)),
  };
}

/** Whether the app may fetch the feed without the user asking for it. */
export const mayBeFetched = ({ notBefore }: FeedState, now: Instant): boolean =>
  notBefore === null || notBefore <= now;

export const isFetchDue = ({ nextTry }: FeedState, now: Instant): boolean =>
  nextTry !== null && nextTry <= now;

export const isRestOver = ({ restsUntil }: FeedState, now: Instant): boolean =>
  restsUntil !== null && restsUntil <= now;

/** When the feed is fetched or dated next; Infinity if no time is set. */
export const nextDue = ({ nextTry, restsUntil }: FeedState): Instant =>
  Math.min(nextTry ?? Infinity, restsUntil ?? Infinity);
