import { z } from 'zod';

/** A change of a series in its feed; shown in the agenda, in details, and by the command line. */
export const seriesChange = z.object({
  /** When the app saw it (ms). */
  at: z.number(),
  feedId: z.string(),
  uid: z.string(),
  title: z.string(),
  what: z.enum(['moved', 'renamed', 'room', 'passcode', 'cancelled', 'back']),
  /** Start of the changed date, or of the first of several: a UTC instant, or a date for all-day meetings. */
  start: z.string(),
  /** The starts, titles or rooms before and after; null if there is no such date, and for passcodes, which are secret. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The user has dismissed it in the agenda. */
  isPutAway: z.boolean().default(false),
});
export type SeriesChange = z.infer<typeof seriesChange>;

/** Identifies a change. */
export const changeId = ({ at, feedId, uid, what, start }: SeriesChange): string =>
  `${at}|${feedId}|${uid}|${what}|${start}`;
