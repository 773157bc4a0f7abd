import { z } from 'zod';
import { hue } from '../format/hue.ts';

/** The content of the alert window: its cards, earliest first. */
export const alertSnapshot = z.object({
  /** Main's clock (ms) when this was sent. */
  now: z.number(),
  format: z.object({ locale: z.string(), zone: z.string(), clock: z.enum(['locale', '24', '12']) }),
  hidesTitles: z.boolean(),
  /** Characters without a modifier are keys; see the setting of that name. */
  hasLetterKeys: z.boolean(),
  cards: z
    .array(
      z.object({
        /** Id of the reminder in `reminders:act`. */
        key: z.string(),
        title: z.string(),
        /** News besides its time, for example that it was moved. */
        text: z.string(),
        /** ms; null if the meeting is no longer in the calendar. */
        time: z.object({ start: z.number(), end: z.number() }).nullable(),
        community: z.string(),
        /** The colour of its calendar or community. */
        hue,
        /** Name of the room's service; null without a room. */
        service: z.string().nullable(),
        /** The user opened its room before. */
        isOpened: z.boolean(),
        /** When it is joined automatically (ms), unless the user cancels; null if it is not. */
        joinsAt: z.number().nullable(),
        /** It may take place on that date: the user can answer whether it does. */
        isMaybe: z.boolean(),
        /** The user was invited and has not answered: they can. */
        isInvitation: z.boolean(),
        /** The rooms to choose from, by address; empty if there is only one. */
        rooms: z.array(z.object({ url: z.string(), name: z.string() })).readonly(),
      }),
    )
    .readonly(),
  /** Number of cards that wait behind these. */
  more: z.number(),
});
export type AlertSnapshot = z.infer<typeof alertSnapshot>;
export type AlertCard = AlertSnapshot['cards'][number];
