import type { Occurrence, OccurrenceKey } from '../calendar/occurrence.ts';
import { MINUTE, type Instant } from '../time.ts';
import type { ReminderHistory } from './reminderHistory.ts';

/** Something to raise at an instant for an occurrence. */
export interface Reminder {
  /** Kind, occurrence and its present start: a meeting that is moved gets a new reminder, a changed lead time none. */
  readonly key: string;
  readonly occurrenceKey: OccurrenceKey;
  readonly title: string;
  /** When it should be raised (ms). */
  readonly at: Instant;
  readonly kind: 'notice';
}

export interface ReminderRules {
  /** Minutes before the start. */
  readonly leadMinutes: number;
}

/** What is to be done about reminders at one moment. */
export interface ReminderPlan {
  /** To be raised now, earliest first. */
  readonly due: readonly Reminder[];
  /** Their time will come, earliest first. */
  readonly upcoming: readonly Reminder[];
  /** They were planned, but the meeting was over before they could be raised. */
  readonly missed: readonly Reminder[];
  /** Keys of reminders whose meeting was moved, cancelled or removed. */
  readonly withdrawn: readonly string[];
}

/** A meeting without length would be over the moment it is due; for so long a reminder of it still helps. */
const SHORTEST_USE_MS = 5 * MINUTE;

/** The key of the notice for an occurrence that starts at `start` (ms). */
export const noticeKey = (occurrenceKey: OccurrenceKey, start: Instant): string =>
  `notice|${occurrenceKey}|${start}`;

const startInKey = (key: string): Instant => Number(key.slice(key.lastIndexOf('|') + 1));

/** Meetings one can be late for. A date that is only a candidate would cry wolf every other week. */
const isReminded = (occurrence: Occurrence): boolean =>
  occurrence.time.kind === 'timed' && occurrence.status !== 'cancelled' && !occurrence.isWeekUnknown;

/**
 * Plans the reminders of all occurrences, as of now. A reminder whose time passed while the meeting has not ended is
 * due at once: late but useful, since no queue of the system held it while the computer slept. Running it again
 * after its result was written into the history asks for nothing new.
 */
export function planReminders(
  occurrences: readonly Occurrence[],
  rules: ReminderRules,
  history: ReminderHistory,
  now: Instant,
): ReminderPlan {
  const due: Reminder[] = [];
  const upcoming: Reminder[] = [];
  const missed: Reminder[] = [];
  const current = new Set<string>();
  for (const occurrence of occurrences) {
    if (!isReminded(occurrence) || occurrence.time.kind !== 'timed') continue;
    const { start, end } = occurrence.time;
    const reminder: Reminder = {
      key: noticeKey(occurrence.key, start),
      occurrenceKey: occurrence.key,
      title: occurrence.title,
      at: start - rules.leadMinutes * MINUTE,
      kind: 'notice',
    };
    // Two copies of one occurrence in the list must not become two reminders.
    if (current.has(reminder.key)) continue;
    current.add(reminder.key);
    const state = history.get(reminder.key);
    if (state?.isSettled === true) continue;
    if (now < reminder.at) upcoming.push(reminder);
    else if (now < Math.max(end, start + SHORTEST_USE_MS)) due.push(reminder);
    else if (state?.isPlanned === true) missed.push(reminder);
  }
  const byTime = (a: Reminder, b: Reminder): number => a.at - b.at;
  return {
    due: due.sort(byTime),
    upcoming: upcoming.sort(byTime),
    missed,
    withdrawn: withdrawn(history, current, now),
  };
}

/** Of meetings that began already nothing is withdrawn: they leave the list when they get old. */
function withdrawn(history: ReminderHistory, current: ReadonlySet<string>, now: Instant): string[] {
  return [...history]
    .filter(([key, state]) => !state.isWithdrawn && !current.has(key) && startInKey(key) > now)
    .map(([key]) => key);
}
