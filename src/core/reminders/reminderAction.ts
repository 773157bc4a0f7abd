import { z } from 'zod';
import { reminderScope } from './reminderRules.ts';
import { snoozeChoice } from './snooze.ts';

/** What can be done with an announcement. */
export const reminderAction = z.union([
  /**
   * `itIsOn`, `notThisWeek`: answers to a maybe. `shrink`: into the floating clock. `undoDismiss`: announces and lists
   * it again.
   */
  z.enum([
    'join',
    'stayOut',
    'notes',
    'open',
    'skip',
    'dismiss',
    'shrink',
    'undoDismiss',
    'itIsOn',
    'notThisWeek',
  ]),
  z.object({ snooze: snoozeChoice }),
  /** Answers the invitation to this date. */
  z.object({ reply: z.enum(['yes', 'maybe', 'no']) }),
  /** Into this one of several rooms, by its address. */
  z.object({ room: z.string().max(8192) }),
]);
export type ReminderAction = z.infer<typeof reminderAction>;

/** What leads are chosen for: a meeting or its series, by the meeting's key, or a feed, by its id. */
export const reminderTarget = z.object({ scope: reminderScope, of: z.string().max(4096) });
