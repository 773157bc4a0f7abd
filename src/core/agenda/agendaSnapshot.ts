import { z } from 'zod';
import { DAY } from '#base';
import { occurrence } from './occurrence.ts';

/** A stretch of time, ms; `to` is exclusive. */
const window = z.object({ from: z.number(), to: z.number() });

/** The agenda at one moment. Times are instants in ms; `zone` is the one to show times in. */
export const agendaSnapshot = z.object({
  /** Grows with every change; 0 until the agenda is built for the first time. */
  revision: z.number(),
  zone: z.string(),
  window,
  /** Sorted by start. */
  occurrences: z.array(occurrence).readonly(),
});
export type AgendaSnapshot = z.infer<typeof agendaSnapshot>;

/** Longest range that the window may ask for. */
const LONGEST_RANGE_MS = 400 * DAY;
/** 2200-01-01T00:00:00Z. */
const LATEST = 7_258_118_400_000;
const instant = z.number().int().min(0).max(LATEST);

/** A range of the agenda, ms; `to` is exclusive. At most 400 days. */
export const agendaRange = z
  .object({ from: instant, to: instant })
  .refine(({ from, to }) => from < to && to - from <= LONGEST_RANGE_MS);

/** Most ranges whose changes the window is sent. */
export const MOST_WATCHED = 64;

/** Other ranges that the window has, when it asks for one more. */
export const watchedRanges = z
  .array(agendaRange)
  .max(MOST_WATCHED - 1)
  .readonly();
