import { z } from 'zod';

/**
 * What a desktop does with notifications now: shows them, holds back all but urgent ones, or holds back every one.
 * `unknown` where it cannot be asked: macOS and Windows tell no program, nor do some desktops on Linux.
 */
export const doNotDisturb = z.enum(['off', 'letsUrgentThrough', 'holdsEverything', 'unknown']);
export type DoNotDisturb = z.infer<typeof doNotDisturb>;

/** Whether notifications are held back, as far as the desktop says. */
export const isDisturbanceUnwanted = (state: DoNotDisturb): boolean =>
  state === 'letsUrgentThrough' || state === 'holdsEverything';
