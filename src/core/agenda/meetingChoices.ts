import { z } from 'zod';
import type { OwnService } from '#meeting-links';

/**
 * What the user chose about meetings, beside the weeks of whichWeek.ts. Each choice is about a series, which is named
 * by its feed and UID, carries its date, and can be taken back.
 */

/** A series of a feed. */
export const seriesName = z.object({ feedId: z.string().max(4096), uid: z.string().max(4096) });

/** Of several rooms that a meeting names, the one to join. `room` is a key of `roomKey`. */
export const roomChoice = seriesName.extend({
  room: z.string(),
  /** When it was chosen, ms. */
  at: z.number(),
});
export type RoomChoice = z.infer<typeof roomChoice>;

/** Of two sources that disagree about a meeting, the one that is believed. */
export const sourceChoice = z.object({
  use: seriesName,
  over: seriesName,
  /** When it was chosen, ms. */
  at: z.number(),
});
export type SourceChoice = z.infer<typeof sourceChoice>;

/** The room in which a series met last, by what its feed said then. `start` is when it began, ms. */
export const lastRoom = seriesName.extend({ room: z.string(), start: z.number() });
export type LastRoom = z.infer<typeof lastRoom>;

/** A meeting that the user does not go to: one date of a series, or all of them from one on. */
export const skipChoice = seriesName.extend({
  /** As in the key of that date; null for the series. */
  originalStart: z.string().nullable(),
  /** When the first that is skipped begins, ms; of all-day ones midnight in UTC. */
  from: z.number(),
  /** When it was chosen, ms. */
  at: z.number(),
});
export type SkipChoice = z.infer<typeof skipChoice>;

/** All that an agenda is built with besides its feeds. */
export interface AgendaChoices {
  readonly services: readonly OwnService[];
  readonly rooms: readonly RoomChoice[];
  readonly sources: readonly SourceChoice[];
  readonly lastRooms: readonly LastRoom[];
  readonly skips: readonly SkipChoice[];
}

/** Nothing was chosen and nothing is remembered. */
export const NO_CHOICES: AgendaChoices = { services: [], rooms: [], sources: [], lastRooms: [], skips: [] };
