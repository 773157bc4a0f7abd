import { z } from 'zod';
import { hue } from '../format/hue.ts';
import { visit } from '../join/roomVisit.ts';

/** The small window by the tray icon. Times are instants in ms. */

/** A meeting in the panel. */
export const panelMeeting = z.object({
  key: z.string(),
  title: z.string(),
  start: z.number(),
  end: z.number(),
  community: z.string(),
  /** The colour of its calendar or community. */
  hue,
  /** Name of the room's service; null without a room. */
  service: z.string().nullable(),
  /** The room was opened near the start; null if it was not. */
  visit: visit.shape.kind.nullable(),
  /** It may take place on that date. */
  isMaybe: z.boolean(),
  /** Only a text states it. */
  isUnconfirmed: z.boolean(),
});
export type PanelMeeting = z.infer<typeof panelMeeting>;

/** What the panel shows. */
export const panelSnapshot = z.object({
  /** Main's clock when this was sent. */
  now: z.number(),
  format: z.object({ locale: z.string(), zone: z.string(), clock: z.enum(['locale', '24', '12']) }),
  /** Characters without a modifier are keys; see the setting of that name. */
  hasLetterKeys: z.boolean(),
  /** The next meetings, soonest first. */
  meetings: z.array(panelMeeting).readonly(),
  /** Key of the meeting that matters now. */
  first: z.string().nullable(),
  /** The meeting that was skipped here last, for “Undo”. */
  skipped: z.object({ key: z.string(), title: z.string() }).nullable(),
  /** null unless reminders are paused now. */
  pausedUntil: z.number().nullable(),
  /** Number of feeds that cannot be updated. */
  failingFeeds: z.number(),
});
export type PanelSnapshot = z.infer<typeof panelSnapshot>;

/** An action of the panel. `key` is the meeting's; null if the action is about no single meeting. */
export const panelAction = z.discriminatedUnion('kind', [
  /** `itIsOn`, `notThisWeek`: answers to a maybe. `unskip` undoes `skip`. */
  z.object({
    kind: z.enum(['join', 'itIsOn', 'notThisWeek', 'skip', 'unskip']),
    key: z.string().max(4096),
  }),
  z.object({ kind: z.enum(['note', 'open']), key: z.string().max(4096).nullable() }),
  /** Shows the brief of a meeting in the window, or its floating clock. */
  z.object({ kind: z.enum(['brief', 'clock']), key: z.string().max(4096) }),
  z.object({ kind: z.literal('pause'), until: z.enum(['hour', 'tomorrow', 'now']) }),
  z.object({ kind: z.enum(['feeds', 'settings', 'close']) }),
]);
export type PanelAction = z.infer<typeof panelAction>;
