import { z } from 'zod';

/** Where and when an occurrence is: instants (ms), or dates for all-day ones. Ends are exclusive. */
export const occurrenceTime = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('timed'), start: z.number(), end: z.number() }),
  z.object({ kind: z.literal('allDay'), start: z.string(), end: z.string() }),
]);
export type OccurrenceTime = z.infer<typeof occurrenceTime>;
