import { z } from 'zod';

/** The large window: what is announced in it, earliest first. */
export const alertSnapshot = z.object({
  /** Main's clock (ms) when this was sent. */
  now: z.number(),
  format: z.object({ locale: z.string(), zone: z.string(), clock: z.enum(['locale', '24', '12']) }),
  hidesTitles: z.boolean(),
  cards: z
    .array(
      z.object({
        /** Names the reminder in `reminders:act`. */
        key: z.string(),
        title: z.string(),
        /** What is to be said besides its time, for example that it was moved. */
        text: z.string(),
        /** ms; null where the meeting is gone from the calendar. */
        time: z.object({ start: z.number(), end: z.number() }).nullable(),
        community: z.string(),
        /** Name of the room's service; null without a room. */
        service: z.string().nullable(),
        /** The user opened its room before. */
        isOpened: z.boolean(),
        /** When it is joined by itself (ms), unless the user stays out; null where it is not. */
        joinsAt: z.number().nullable(),
        /** It may take place on that date: the user can say so, or that it does not. */
        isMaybe: z.boolean(),
        /** The rooms among which the user has not chosen yet, by address; none where there is only one. */
        rooms: z.array(z.object({ url: z.string(), name: z.string() })).readonly(),
      }),
    )
    .readonly(),
  /** How many further ones wait behind these. */
  more: z.number(),
});
export type AlertSnapshot = z.infer<typeof alertSnapshot>;
export type AlertCard = AlertSnapshot['cards'][number];
