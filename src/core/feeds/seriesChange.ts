import { z } from 'zod';

/** Something that a feed changed in one of its series: told in the agenda, in details, and by the command line. */
export const seriesChange = z.object({
  /** When the app saw it (ms). */
  at: z.number(),
  feedId: z.string(),
  uid: z.string(),
  title: z.string(),
  what: z.enum(['moved', 'renamed', 'room', 'cancelled', 'back']),
  /** Of the date that changed, or the first of several that changed alike: a UTC instant, or a date for a whole day. */
  start: z.string(),
  /** As it was, and as it is: starts, titles or rooms; null where there is no such date. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The user has seen it in the agenda. */
  isPutAway: z.boolean().default(false),
});
export type SeriesChange = z.infer<typeof seriesChange>;

/** Names a change. */
export const changeId = ({ at, feedId, uid, what, start }: SeriesChange): string =>
  `${at}|${feedId}|${uid}|${what}|${start}`;
