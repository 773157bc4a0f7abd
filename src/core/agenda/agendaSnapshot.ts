import { z } from 'zod';
import { occurrence } from './occurrence.ts';

/** The agenda at one moment. Times are instants in ms; `zone` is the one to show times in. */
export const agendaSnapshot = z.object({
  zone: z.string(),
  window: z.object({ from: z.number(), to: z.number() }),
  occurrences: z.array(occurrence).readonly(),
});
export type AgendaSnapshot = z.infer<typeof agendaSnapshot>;
