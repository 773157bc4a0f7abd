import { z } from 'zod';
import { problem } from '#base';
import { sourceAddress } from './sourceAddress.ts';

/** How the bytes of a feed are read. */
export const feedFormat = z.enum(['catalogue', 'ics', 'sigs', 'markdown']);
export type FeedFormat = z.infer<typeof feedFormat>;

/** A source of meetings that the user follows. */
export const feed = z.object({
  id: z.string(),
  name: z.string(),
  source: sourceAddress,
  format: feedFormat,
  /** What is followed: all, or UIDs of series and marks of whole groups (see followed.ts). */
  followed: z.union([z.literal('all'), z.array(z.string()).readonly()]),
  /** Number 0–7 of the colour that marks this feed's meetings. */
  color: z.number().int().min(0).max(7),
  /** The user removed what is stated in its place; it is not shown again. */
  isFallbackRefused: z.literal(true).optional(),
});
export type Feed = z.infer<typeof feed>;

/** The state of a feed as the window shows it. Times are instants in ms. */
export const feedHealth = z.object({
  state: z.enum(['fresh', 'syncing', 'stale', 'failing', 'never']),
  lastSuccess: z.number().nullable(),
  nextTry: z.number().nullable(),
  /** Why the last attempt failed; null if it succeeded. */
  failure: problem.nullable(),
  /** The parts of the feed that could not be read; the rest was kept. */
  problems: z.array(problem).readonly(),
  /** Null while there is no copy: the feed was never read, or its copy was damaged. */
  seriesCount: z.number().nullable(),
  /** ISO date of the copy that came with the app, while that is shown; null for everything else. */
  asOf: z.string().nullable(),
  /** A new copy that looks as if it lost meetings: how many it holds, and when it replaces the last good one. */
  doubt: z.object({ seriesCount: z.number(), usedFrom: z.number() }).nullable(),
});
export type FeedHealth = z.infer<typeof feedHealth>;

export const feedStatus = z.object({ feed, maskedAddress: z.string(), health: feedHealth });
export type FeedStatus = z.infer<typeof feedStatus>;
