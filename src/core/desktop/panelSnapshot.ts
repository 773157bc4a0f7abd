import { z } from 'zod';
import { visit } from '../reminders/roomVisit.ts';

/** What the tray's panel shows. */
export const panelSnapshot = z.object({
  /** Main's clock when this was sent. */
  now: z.number(),
  format: z.object({ locale: z.string(), zone: z.string(), clock: z.enum(['locale', '24', '12']) }),
  /** The next meetings, soonest first. */
  meetings: z
    .array(
      z.object({
        key: z.string(),
        title: z.string(),
        start: z.number(),
        end: z.number(),
        community: z.string(),
        /** Name of the room's service; null without a room. */
        service: z.string().nullable(),
        /** The room was opened near the start; null where it was not. */
        visit: visit.shape.kind.nullable(),
        /** It may take place on that date. */
        isMaybe: z.boolean(),
      }),
    )
    .readonly(),
  /** Key of the meeting that matters now; null where there is none. */
  first: z.string().nullable(),
  /** What was skipped here last, to be taken back; null where nothing was. */
  skipped: z.object({ key: z.string(), title: z.string() }).nullable(),
  /** `Reminders are paused until 15:00`; null while they come. */
  paused: z.string().nullable(),
  /** `2 feeds cannot be updated`; null while all can. */
  failing: z.string().nullable(),
});
export type PanelSnapshot = z.infer<typeof panelSnapshot>;
export type PanelMeeting = PanelSnapshot['meetings'][number];

/** What can be done in the panel; keys are those of meetings, null for none in particular. */
export const panelAction = z.discriminatedUnion('kind', [
  /** `itIsOn`, `notThisWeek`: answers to a maybe. `unskip` takes `skip` back. */
  z.object({
    kind: z.enum(['join', 'itIsOn', 'notThisWeek', 'skip', 'unskip']),
    key: z.string().max(4096),
  }),
  z.object({ kind: z.enum(['note', 'open']), key: z.string().max(4096).nullable() }),
  z.object({ kind: z.enum(['feeds', 'unpause', 'close']) }),
]);
export type PanelAction = z.infer<typeof panelAction>;
