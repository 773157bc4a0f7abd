import { z } from 'zod';

/** When an occurrence takes place: instants (ms), or dates (`2026-11-24`) for all-day ones. Ends are exclusive. */
export const occurrenceTime = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('timed'), start: z.number(), end: z.number() }),
  z.object({ kind: z.literal('allDay'), start: z.string(), end: z.string() }),
]);
export type OccurrenceTime = z.infer<typeof occurrenceTime>;
