import { DAY, HOUR, MINUTE } from '#base';

/** When to ask for a feed again. All in ms. */

const DEFAULT_PERIOD_MS = 15 * MINUTE;
const SHORTEST_PERIOD_MS = 5 * MINUTE;
const LONGEST_PERIOD_MS = DAY;
const LONGEST_BACKOFF_MS = 6 * HOUR;

/**
 * Until a feed is asked for again after a success: a quarter of an hour, or what it wishes within five minutes and a day.
 * @param wishes of the calendar (REFRESH-INTERVAL) and of its server (Cache-Control); the longer one fulfils both
 */
export function refreshPeriod(...wishes: readonly (number | null)[]): number {
  const wish = Math.max(0, ...wishes.map((one) => one ?? 0));
  return wish === 0 ? DEFAULT_PERIOD_MS : Math.min(LONGEST_PERIOD_MS, Math.max(SHORTEST_PERIOD_MS, wish));
}

/**
 * Until the next attempt after so many failures in a row: a minute, doubled each time, up to six hours;
 * a quarter more or less by chance, so that not everybody comes back to a server at the same moment.
 * A server that asks for a longer pause gets it, up to a day.
 * @param chance from 0 up to 1
 */
export function retryDelay(failures: number, chance: number, retryAfterMs: number | null = null): number {
  const backoff =
    Math.min(LONGEST_BACKOFF_MS, MINUTE * 2 ** Math.min(failures - 1, 20)) * (0.75 + chance / 2);
  return Math.max(Math.min(backoff, LONGEST_BACKOFF_MS), pause(retryAfterMs) ?? 0);
}

/** A pause that a server asks for, within bounds. */
export const pause = (retryAfterMs: number | null): number | null =>
  retryAfterMs === null ? null : Math.min(retryAfterMs, LONGEST_PERIOD_MS);
