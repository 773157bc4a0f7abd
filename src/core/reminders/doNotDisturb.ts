import { z } from 'zod';

/**
 * How the desktop treats notifications now: shows them, holds back all but urgent ones, or holds back all.
 * `unknown` where no API reports it: on macOS, on Windows, and on some Linux desktops.
 */
export const doNotDisturb = z.enum(['off', 'letsUrgentThrough', 'holdsEverything', 'unknown']);
export type DoNotDisturb = z.infer<typeof doNotDisturb>;

/** Whether notifications are held back, as far as the desktop reports it. */
export const isDisturbanceUnwanted = (state: DoNotDisturb): boolean =>
  state === 'letsUrgentThrough' || state === 'holdsEverything';
