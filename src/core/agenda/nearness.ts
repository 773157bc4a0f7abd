import { HOUR, MINUTE } from '#base';

/** How near a meeting is, for the tray and for status bars: it runs, within 5 minutes, within the hour, later. */
export type Nearness = 'now' | 'soon' | 'hour' | 'later';

/** @param startsInMs ms, negative while it runs */
export function nearness(startsInMs: number): Nearness {
  if (startsInMs <= 0) return 'now';
  if (startsInMs <= 5 * MINUTE) return 'soon';
  return startsInMs <= HOUR ? 'hour' : 'later';
}
