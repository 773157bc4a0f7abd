import { SOURCE_TRAITS } from '#core/feeds/sourceAddress.ts';
import { duration, timeUntil } from '#core/format/timeUntil.ts';
import type { FeedHealth, FeedStatus } from '#core/feeds/feed.ts';
import { MINUTE, type Instant } from '#base';
import { texts } from './texts.ts';

/** Describes the health of feeds. Pure; times in ms. */

/** `just now`, `12 min ago`, `2 days ago`. */
export const ago = (instant: Instant, now: Instant): string =>
  now - instant < MINUTE ? texts.justNow : texts.ago(duration(now - instant));

/** `in 12 min`, or `soon` when it is due. */
export const until = (instant: Instant, now: Instant): string =>
  instant - now < MINUTE ? texts.soon : texts.inTime(timeUntil(instant, now));

/** One line about a feed's health: the last update, and the next one. */
export function healthWords(health: FeedHealth, now: Instant): string {
  const last = health.lastSuccess === null ? null : ago(health.lastSuccess, now);
  const next = health.nextTry === null ? null : texts.nextTry(until(health.nextTry, now));
  const isShown = health.seriesCount !== null;
  const failing = last === null ? texts.cannotUpdate : texts.cannotUpdateSince(last);
  const words: Record<FeedHealth['state'], readonly (string | null)[]> = {
    syncing: [texts.updatingNow],
    never: [texts.notReadYet, next],
    failing: [isShown ? failing : texts.cannotRead, next],
    stale: [texts.stale, last === null ? null : texts.updated(last), next],
    fresh: [
      texts.upToDate,
      last === null ? null : texts.updated(last),
      health.nextTry === null ? null : texts.nextUpdate(until(health.nextTry, now)),
    ],
  };
  return words[health.state].filter((word) => word !== null).join(' · ');
}

/**
 * One line about a catalogue's health: whether its data is built in (and of which day) or from the network.
 * @param dayOf formats an ISO date
 */
export function catalogueWords(health: FeedHealth, now: Instant, dayOf: (date: string) => string): string {
  if (health.state === 'syncing') return texts.updatingNow;
  const next = health.nextTry === null ? null : texts.nextTry(until(health.nextTry, now));
  const builtIn = health.asOf === null ? texts.builtInCopy : texts.builtInOf(dayOf(health.asOf));
  const origin = health.lastSuccess === null ? builtIn : texts.fromNetwork(ago(health.lastSuccess, now));
  return [origin, health.failure === null ? null : texts.noNewer, health.failure === null ? null : next]
    .filter((word) => word !== null)
    .join(' · ');
}

/** Fetched over the network, so it can go out of date. */
export function isFromNetwork({ feed: { source }, health }: FeedStatus): boolean {
  if (source.kind === 'builtIn') return health.lastSuccess !== null;
  return SOURCE_TRAITS[source.kind].isRemote;
}

/** Number of feeds that need the user's attention. */
export const failingCount = (feeds: readonly FeedStatus[] | null): number =>
  feeds?.filter(({ health }) => health.state === 'failing').length ?? 0;

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
