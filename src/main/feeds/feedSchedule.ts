import { DAY, HOUR, MINUTE } from '#base';

/** When feeds are fetched again. All times in ms. */

const DEFAULT_PERIOD_MS = 15 * MINUTE;
const SHORTEST_PERIOD_MS = 5 * MINUTE;
const LONGEST_PERIOD_MS = DAY;
const LONGEST_BACKOFF_MS = 6 * HOUR;

/**
 * The time between a success and the next fetch: 15 minutes, or what feed and server ask for, within 5 minutes and a
 * day.
 * @param requested by the calendar (REFRESH-INTERVAL) and its server (Cache-Control); the longer one counts
 */
export function refreshPeriod(...requested: readonly (number | null)[]): number {
  const longest = Math.max(0, ...requested.map((one) => one ?? 0));
  return longest === 0
    ? DEFAULT_PERIOD_MS
    : Math.min(LONGEST_PERIOD_MS, Math.max(SHORTEST_PERIOD_MS, longest));
}

/**
 * The back-off after failures in a row: a minute, doubled each time, up to six hours; a quarter more or less at random,
 * so that not all computers return to a server at once. Retry-After extends it, up to a day.
 * @param chance from 0 up to 1
 */
export function retryDelay(failures: number, chance: number, retryAfterMs: number | null = null): number {
  const backoff =
    Math.min(LONGEST_BACKOFF_MS, MINUTE * 2 ** Math.min(failures - 1, 20)) * (0.75 + chance / 2);
  return Math.max(Math.min(backoff, LONGEST_BACKOFF_MS), pause(retryAfterMs) ?? 0);
}

/** Retry-After, at most a day. */
export const pause = (retryAfterMs: number | null): number | null =>
  retryAfterMs === null ? null : Math.min(retryAfterMs, LONGEST_PERIOD_MS);
