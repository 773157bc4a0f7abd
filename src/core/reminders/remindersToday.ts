import { z } from 'zod';
import { doNotDisturb } from './doNotDisturb.ts';
import { reminderEntry } from './remindersOfDay.ts';

/** Today's reminders, and whether they can come. */
export const remindersToday = z.object({
  entries: z.array(reminderEntry).readonly(),
  /** ms; null while nothing is held back. */
  quietUntil: z.number().nullable(),
  /** How the last notice of this run went; `none` where there is no service for them. */
  notifications: z.enum(['work', 'untried', 'failed', 'none']),
  /** What the desktop does with notifications now. */
  doNotDisturb,
  /** The desktop has a place for our tray icon. */
  hasTray: z.boolean(),
});
export type RemindersToday = z.infer<typeof remindersToday>;
