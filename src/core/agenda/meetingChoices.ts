import { z } from 'zod';
import type { OwnService } from '#meeting-links';
import type { ShownChoices } from './shownMeetings.ts';

/**
 * The user's choices about meetings, except the weeks (whichWeek.ts). Each choice is about a series, named by feed and
 * UID, is dated, and can be undone.
 */

/** A series of a feed. */
export const seriesName = z.object({ feedId: z.string().max(4096), uid: z.string().max(4096) });

/** The room to join, of several that a meeting names. `room` is a key of `roomKey`. */
export const roomChoice = seriesName.extend({
  room: z.string(),
  /** When it was chosen, ms. */
  at: z.number(),
});
export type RoomChoice = z.infer<typeof roomChoice>;

/** The source to believe, of two that disagree about a meeting. */
export const sourceChoice = z.object({
  use: seriesName,
  over: seriesName,
  /** When it was chosen, ms. */
  at: z.number(),
});
export type SourceChoice = z.infer<typeof sourceChoice>;

/** The room in which a series met last, according to its feed then. `start` is when it began, ms. */
export const lastRoom = seriesName.extend({ room: z.string(), start: z.number() });
export type LastRoom = z.infer<typeof lastRoom>;

/** A skipped meeting: one date of a series, or all from one date on. */
export const skipChoice = seriesName.extend({
  /** As in the key of that date; null for the series. */
  originalStart: z.string().nullable(),
  /** Start of the first skipped date, ms; of all-day ones midnight in UTC. */
  from: z.number(),
  /** When it was chosen, ms. */
  at: z.number(),
});
export type SkipChoice = z.infer<typeof skipChoice>;

/** Whether a meeting that only a text states still takes place. */
export const statementAnswer = seriesName.extend({
  says: z.enum(['yes', 'no']),
  /** When the user answered, ms. */
  at: z.number(),
});
export type StatementAnswer = z.infer<typeof statementAnswer>;

/** The inputs of an agenda besides its feeds. */
export interface AgendaChoices {
  readonly services: readonly OwnService[];
  readonly rooms: readonly RoomChoice[];
  readonly sources: readonly SourceChoice[];
  readonly lastRooms: readonly LastRoom[];
  readonly skips: readonly SkipChoice[];
  readonly statements: readonly StatementAnswer[];
  readonly shown: ShownChoices;
}

/** No choices. */
export const NO_CHOICES: AgendaChoices = {
  services: [],
  rooms: [],
  sources: [],
  lastRooms: [],
  skips: [],
  statements: [],
  shown: { calendars: {}, rules: [] },
};
