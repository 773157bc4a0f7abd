import { z } from 'zod';
import { clockAction, clockEdge, clockSnapshot } from '../floatingClock/clockSnapshot.ts';
import { resultOf } from '#base';
import { name } from './identifier.ts';

/** The part of the contract about the floating clock. */

export const clockRequests = {
  'clock:get': { args: z.tuple([]), reply: clockSnapshot },
  'clock:act': { args: z.tuple([clockAction]), reply: resultOf(z.null()) },
  /** Shows the clock for a meeting, by its key. */
  'clock:show': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /**
   * The pointer or the focus came to the clock, or left it, or its pixel ratio changed; replies with the edge that stays in
   * place.
   */
  'clock:widen': { args: z.tuple([z.boolean(), z.number().min(0.1).max(50)]), reply: clockEdge },
} as const;

export const clockEvents = {
  'clock:changed': clockSnapshot,
} as const;
