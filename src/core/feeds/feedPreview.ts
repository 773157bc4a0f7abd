import { z } from 'zod';
import { doubt } from '#calendar';
import { problem } from '#base';
import { occurrence } from '../agenda/occurrence.ts';
import { feedFormat } from './feed.ts';
import { packEntry } from './starterPack.ts';

/** What a pasted address or text leads to, before it is followed. */
export const feedPreview = z.object({
  format: feedFormat,
  name: z.string(),
  seriesCount: z.number(),
  /** The next few meetings, soonest first. */
  next: z.array(occurrence).readonly(),
  /** Number of groups; 0 for calendars. */
  groupCount: z.number(),
  /** The first of its meetings, with how often they are; empty for calendars. */
  meetings: z.array(z.object({ title: z.string(), rhythm: z.string(), isDated: z.boolean() })).readonly(),
  /** Open questions, by meeting. */
  questions: z.array(z.object({ title: z.string(), questions: z.array(doubt).readonly() })).readonly(),
  /** Address of a calendar that a page links to, to be followed instead. */
  calendar: z.string().nullable(),
  /**
   * For another address of a feed: of the `coming` meetings that it has now, how many are found there too. Null for a
   * new feed, or if it has none.
   */
  kept: z.object({ coming: z.number(), found: z.number() }).nullable(),
  /** What a list of calendars or a starter pack holds; empty for everything that has meetings itself. */
  choices: z
    .array(
      z.object({
        entry: packEntry,
        isFollowed: z.boolean(),
        /** It would follow everything in place of so many meetings and groups that the user follows; 0 for all others. */
        replaced: z.number(),
      }),
    )
    .readonly(),
  /** Ids of the communities of the directory that its meetings name, or whose rooms they use. */
  named: z.array(z.string()).readonly(),
  problems: z.array(problem).readonly(),
});
export type FeedPreview = z.infer<typeof feedPreview>;
