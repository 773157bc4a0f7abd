import { z } from 'zod';

/** The content of the floating clock: the one meeting that it counts for. Times are instants in ms. */
export const clockSnapshot = z.object({
  /** Main's clock when this was sent. */
  now: z.number(),
  format: z.object({ locale: z.string(), zone: z.string(), clock: z.enum(['locale', '24', '12']) }),
  hasLetterKeys: z.boolean(),
  /** Null when there is nothing to count for: the window is about to close. */
  meeting: z
    .object({
      key: z.string(),
      /** Or the word that hides it. */
      title: z.string(),
      start: z.number(),
      end: z.number(),
      /** Name of the room's service; null without a room. */
      service: z.string().nullable(),
      /** The user opened its room before. */
      isOpened: z.boolean(),
      /** It may take place on that date. */
      isMaybe: z.boolean(),
      /** Only a text states it. */
      isUnconfirmed: z.boolean(),
      /** Title of the meeting that follows it directly. */
      following: z.string().nullable(),
    })
    .nullable(),
});
export type ClockSnapshot = z.infer<typeof clockSnapshot>;
export type ClockMeeting = NonNullable<ClockSnapshot['meeting']>;

/** The edge of the clock that stays in place while its width changes. */
export const clockEdge = z.enum(['left', 'right']);
export type ClockEdge = z.infer<typeof clockEdge>;

/** What can be done in the clock; `key` is the meeting's. */
export const clockAction = z.object({
  kind: z.enum(['join', 'note', 'dismiss']),
  key: z.string().max(4096),
});
export type ClockAction = z.infer<typeof clockAction>;
