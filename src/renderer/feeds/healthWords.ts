import { waitsForLogin } from '#core/caldav/problems.ts';
import { SOURCE_TRAITS } from '#core/feeds/sourceAddress.ts';
import { datedWords } from '#core/format/datedWords.ts';
import { duration, timeUntil } from '#core/format/timeUntil.ts';
import type { FeedHealth, FeedStatus } from '#core/feeds/feed.ts';
import { DAY, MINUTE, type Instant } from '#base';
import { texts } from './texts.ts';

/** Describes the health of feeds. Pure; times in ms. */

/** `just now`, `12 min ago`, `2 days ago`. */
export const ago = (instant: Instant, now: Instant): string =>
  now - instant < MINUTE ? texts.justNow : texts.ago(duration(now - instant));

/** `in 12 min`, or `soon` when it is due. */
export const until = (instant: Instant, now: Instant): string =>
  instant - now < MINUTE ? texts.soon : texts.inTime(timeUntil(instant, now));

/** How old what is shown of a feed is: `2 min ago`, or the date of the copy that came with the app. */
export function ageWords({ feed: { source }, health }: FeedStatus, now: Instant, locale: string): string {
  const { state, lastSuccess, seriesCount, asOf } = health;
  const last = lastSuccess === null ? null : ago(lastSuccess, now);
  if (state === 'syncing') return texts.updatingNow;
  if (source.kind === 'builtIn') {
    if (last !== null) return texts.fromNetwork(last);
    return asOf === null ? texts.builtInCopy : texts.builtInOf(datedWords(asOf, locale));
  }
  if (state === 'failing') return seriesCount === null ? texts.cannotRead : texts.cannotUpdate;
  if (state === 'never' || last === null) return texts.notReadYet;
  if (state === 'stale')
    return waitsForLogin(health.failure) ? texts.waitsSince(last) : texts.offlineSince(last);
  if (source.kind === 'pasted') return texts.pastedAge;
  if (source.kind === 'stated') return texts.statedAge;
  return source.kind === 'file' ? texts.fileAge : last;
}

/** How much a feed's age matters: `old` is readable, but not what its source says today. */
export type Freshness = 'good' | 'old' | 'busy' | 'bad';

/** Groups change their meetings a few times a year; a month is still fresh. */
const CATALOGUE_FRESH_MS = 31 * DAY;
/** Calendars are fetched every hour or more often. */
const CALENDAR_FRESH_MS = 2 * DAY;

/** Whether what is shown is fresh, by the date of its source. */
export function freshness({ feed: { source }, health }: FeedStatus, now: Instant): Freshness {
  const { state, lastSuccess, asOf } = health;
  if (state === 'syncing') return 'busy';
  if (source.kind === 'builtIn') {
    const date = lastSuccess ?? (asOf === null ? null : Date.parse(asOf));
    return date !== null && now - date < CATALOGUE_FRESH_MS ? 'good' : 'old';
  }
  if (state === 'failing') return 'bad';
  if (state !== 'fresh') return 'old';
  if (!SOURCE_TRAITS[source.kind].isRemote) return 'good';
  return lastSuccess !== null && now - lastSuccess < CALENDAR_FRESH_MS ? 'good' : 'old';
}

/** What is shown of a feed that fails, and when it is tried again. */
export function troubleWords({ lastSuccess, seriesCount, nextTry }: FeedHealth, now: Instant): string {
  const isShown = lastSuccess !== null && seriesCount !== null;
  const shown = isShown ? texts.shownAsOf(ago(lastSuccess, now)) : texts.nothingShown;
  return nextTry === null ? shown : `${shown} ${texts.nextTry(until(nextTry, now))}`;
}

/** Fetched over the network, so it can go out of date. */
export function isFromNetwork({ feed: { source }, health }: FeedStatus): boolean {
  if (source.kind === 'builtIn') return health.lastSuccess !== null;
  return SOURCE_TRAITS[source.kind].isRemote;
}

/** Number of feeds that need the user's attention. */
export const failingCount = (feeds: readonly FeedStatus[] | null): number =>
  feeds?.filter(({ health }) => health.state === 'failing' || waitsForLogin(health.failure)).length ?? 0;

/** The state of all feeds, for the corner of the window. */
export interface SyncState {
  readonly kind: 'local' | 'syncing' | 'fresh' | 'partly' | 'offline';
  readonly words: string;
}

/** Code of the problem of a feed whose server cannot be reached. */
const UNREACHABLE = 'feed/unreachable';

/** The state of all feeds. If every network feed fails, it includes the age of the data. */
export function syncState(feeds: readonly FeedStatus[] | null, now: Instant): SyncState {
  const remote = (feeds ?? []).filter(isFromNetwork);
  if (remote.length === 0) return { kind: 'local', words: texts.builtInCatalogue };
  const successes = remote.flatMap(({ health }) => (health.lastSuccess === null ? [] : [health.lastSuccess]));
  const latest = successes.length === 0 ? null : Math.max(...successes);
  const failures = remote.flatMap(({ health }) => (health.state === 'failing' ? [health.failure?.code] : []));
  if (failures.length === remote.length) {
    const isOffline = failures.every((code) => code === UNREACHABLE);
    const what = isOffline ? texts.offline : texts.cannotUpdateAll;
    return { kind: 'offline', words: latest === null ? what : texts.copyFrom(what, ago(latest, now)) };
  }
  if (remote.some(({ health }) => health.state === 'syncing'))
    return { kind: 'syncing', words: texts.updating };
  const words = latest === null ? texts.notUpdatedYet : texts.updatedAll(ago(latest, now));
  return failures.length > 0 ? { kind: 'partly', words } : { kind: 'fresh', words };
}
