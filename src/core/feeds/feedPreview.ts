import { z } from 'zod';
import { problem } from '#base';
import { occurrence } from '../agenda/occurrence.ts';
import { feedKind } from './feed.ts';

/** What a pasted address turned out to be, before it is followed. */
export const feedPreview = z.object({
  kind: feedKind,
  name: z.string(),
  address: z.string(),
  seriesCount: z.number(),
  /** The next few meetings, soonest first. */
  next: z.array(occurrence).readonly(),
  /** How many groups it tells of; calendars tell of none. */
  groupCount: z.number(),
  /** The first of its meetings, with how often they are; none for calendars. */
  meetings: z.array(z.object({ title: z.string(), rhythm: z.string(), isDated: z.boolean() })).readonly(),
  /** What its words leave open, by meeting. */
  questions: z.array(z.object({ title: z.string(), questions: z.array(z.string()).readonly() })).readonly(),
  /** Address of a calendar that a page points to, to be followed instead; null when there is none. */
  calendar: z.string().nullable(),
  problems: z.array(problem).readonly(),
});
export type FeedPreview = z.infer<typeof feedPreview>;
