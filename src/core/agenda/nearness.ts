import { HOUR, MINUTE } from '#base';

/** How near a meeting is, for the tray and status bars: running, within 5 minutes, within the hour, or later. */
export type Nearness = 'now' | 'soon' | 'hour' | 'later';

/** @param startsInMs ms; negative once it started */
export function nearness(startsInMs: number): Nearness {
  if (startsInMs <= 0) return 'now';
  if (startsInMs <= 5 * MINUTE) return 'soon';
  return startsInMs <= HOUR ? 'hour' : 'later';
}
