import { z } from 'zod';
import { doNotDisturb } from './doNotDisturb.ts';
import { reminderEntry } from './remindersOfDay.ts';

/** Today's reminders, and whether they can be shown. */
export const remindersToday = z.object({
  entries: z.array(reminderEntry).readonly(),
  /** ms; null outside quiet time. */
  quietUntil: z.number().nullable(),
  /** Outcome of the last notice of this run; `none` without a notification service. */
  notifications: z.enum(['work', 'untried', 'failed', 'none']),
  /** How the desktop treats notifications now. */
  doNotDisturb,
  /** The desktop shows tray icons. */
  hasTray: z.boolean(),
});
export type RemindersToday = z.infer<typeof remindersToday>;
