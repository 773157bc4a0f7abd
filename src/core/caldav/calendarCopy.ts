import { z } from 'zod';

/** The copy of a calendar, with what is needed to fetch only what changes. */
export const calendarCopy = z.object({
  format: z.literal(1),
  /** As the server named it. */
  name: z.string(),
  syncToken: z.string().nullable(),
  ctag: z.string().nullable(),
  /**
   * The objects by path: their version and their iCalendar text. Objects without a meeting, such as tasks, have an empty
   * text.
   */
  objects: z.record(z.string(), z.object({ etag: z.string(), text: z.string() })),
});
export type CalendarCopy = z.infer<typeof calendarCopy>;
export type CalendarObject = CalendarCopy['objects'][string];
