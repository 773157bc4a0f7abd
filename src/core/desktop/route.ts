import { z } from 'zod';

/** A screen of the window, and what to show on it. A notification, the tray or a launch request opens it. */
export const route = z.object({
  screen: z.enum(['agenda', 'notes', 'communities', 'feeds', 'settings']),
  occurrenceKey: z.string().nullable(),
  /** A dialog in front of the screen. */
  dialog: z.literal('privateNotes').optional(),
  /** Shows the brief of the meeting, and not its details. */
  isBrief: z.literal(true).optional(),
  /** Begins a note without a meeting. */
  isNewNote: z.literal(true).optional(),
  /** Keys of the meetings among which the user chooses the one to join. */
  which: z.array(z.string()).readonly().optional(),
});
export type Route = z.infer<typeof route>;
