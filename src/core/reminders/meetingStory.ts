import { readReminderKey, readSlot, meetingId, isSlotOf } from '../keys.ts';
import { z } from 'zod';
import type { Occurrence } from '../agenda/occurrence.ts';
import type { Instant } from '#base';
import { planReminders, type PlanInput } from './planReminders.ts';
import { quietUntil } from './quietTime.ts';
import { slotTime } from './reminder.ts';
import { hasJoined, reminderEventKinds, reminderReasons, type ReminderEvent } from './reminderHistory.ts';
import { isSilenced, reminderKind } from './reminderRules.ts';

/** The past of a meeting's reminders from the ledger, and their future from the plan. Times are instants in ms. */

/** An event of the ledger. */
export const storyEvent = z.object({
  at: z.number(),
  kind: z.enum(reminderEventKinds),
  /** Kind of its slot; see `SlotKind`, and its number. */
  what: z.string(),
  number: z.number(),
  why: z.enum(reminderReasons).nullable(),
  /** With `snoozed`: when it returns. */
  until: z.number().nullable(),
});
export type StoryEvent = z.infer<typeof storyEvent>;

/** A future reminder. */
const storyReminder = z.object({
  at: z.number(),
  kind: reminderKind,
  /** It is held back until then because of quiet time; null if it comes on time. */
  heldUntil: z.number().nullable(),
});
export type StoryReminder = z.infer<typeof storyReminder>;

/** Why no reminder will come. */
const silence = z.enum([
  'over',
  'joined',
  'dismissed',
  /** Its calendar is not announced, or paused; a rule of the user keeps it silent or hides it. */
  'calendar',
  'paused',
  'rule',
  'skipped',
  'cancelled',
  'declined',
  'tentative',
  'maybe',
  'allDay',
  'noRoom',
  'none',
  'added',
  'allCame',
]);
export type Silence = z.infer<typeof silence>;

export const meetingStory = z.object({
  happened: z.array(storyEvent).readonly(),
  coming: z.array(storyReminder).readonly(),
  /** null if a reminder will come. */
  silence: silence.nullable(),
});
export type MeetingStory = z.infer<typeof meetingStory>;

/** Plans are not shown; nor is `raised`, since `shown` says more. */
const isTold = ({ kind, why }: ReminderEvent): boolean =>
  kind !== 'planned' &&
  kind !== 'raised' &&
  kind !== 'acknowledged' &&
  why !== 'overtaken' &&
  why !== 'added' &&
  why !== 'rules';

/** The events of the meeting under any of these keys, whatever its start was then. */
export function happenedTo(keys: readonly string[], events: readonly ReminderEvent[]): StoryEvent[] {
  const known = new Set(keys);
  return toldOf(events.filter(({ key }) => known.has(readReminderKey(key).occurrenceKey)));
}

/** An undone skip or “not this week” is not shown: its reminder was planned again afterwards. */
const isTakenBack = ({ kind, why, key }: ReminderEvent, later: readonly ReminderEvent[]): boolean =>
  kind === 'withdrawn' &&
  (why === 'skipped' || why === 'notHeld') &&
  later.some((other) => other.kind === 'planned' && other.key === key);

/** The events of one meeting that its story tells. @param events in the order of the ledger */
export const toldEvents = (events: readonly ReminderEvent[]): ReminderEvent[] =>
  events.filter((event, index) => isTold(event) && !isTakenBack(event, events.slice(index + 1)));

/** The events of one meeting that are shown, by time. @param events in the order of the ledger */
export function toldOf(events: readonly ReminderEvent[]): StoryEvent[] {
  return toldEvents(events)
    .map((event) => {
      const { slot, start } = readReminderKey(event.key);
      const { what, number } = readSlot(slot);
      const { kind, why = null, until = null } = event;
      // A missed reminder is recorded later than its time.
      const at = (kind === 'missed' ? slotTime(slot, start) : null) ?? event.at;
      return { at, kind, what, number, why, until };
    })
    .filter(isNoRepeat)
    .toSorted((a, b) => a.at - b.at);
}

/** All reminders of a meeting are withdrawn at once for one reason; that is one line. */
const isNoRepeat = ({ kind, at, why }: StoryEvent, index: number, all: readonly StoryEvent[]): boolean =>
  kind !== 'withdrawn' ||
  all.findIndex((one) => one.kind === kind && one.at === at && one.why === why) === index;

/**
 * The story of an occurrence.
 * @param input with all occurrences, since the meeting may be in several calendars
 */
export function storyOf(
  occurrence: Occurrence,
  input: PlanInput,
  events: readonly ReminderEvent[],
): MeetingStory {
  const happened = happenedTo(
    occurrence.sources.map(({ key }) => key),
    events,
  );
  const same = input.occurrences.filter(({ time }) => time.start === occurrence.time.start);
  // Without the limit of the scheduler's plan, which ends after some days.
  const { upcoming } = planReminders({ ...input, occurrences: same, ahead: Infinity });
  const coming = upcoming
    .filter(({ occurrenceKey, slot }) => occurrenceKey === occurrence.key && !isSlotOf('nag', slot))
    .map(({ at, kind, slot }) => {
      const end = isSlotOf('snooze', slot) ? null : quietUntil(input.rules, at, input.zone);
      return { at, kind, heldUntil: end };
    });
  return { happened, coming, silence: coming.length > 0 ? null : silenceOf(occurrence, input) };
}

function silenceOf(occurrence: Occurrence, { rules, history, now }: PlanInput): Silence {
  const { time, status, skipped, sources } = occurrence;
  const known = sources.map(({ key }) => history.get(meetingId(key, time.start)));
  if (isOver(occurrence, now)) return 'over';
  if (skipped !== null) return 'skipped';
  if (status === 'cancelled') return 'cancelled';
  if (known.some(hasJoined)) return 'joined';
  if (known.some((one) => one?.isDismissed === true)) return 'dismissed';
  if (!occurrence.isAnnounced) return occurrence.silencedBy?.kind ?? 'calendar';
  if (isSilenced(rules, occurrence) || rules.leads.length === 0) return 'none';
  if (occurrence.isDeclined && !rules.declined) return 'declined';
  if (status === 'tentative' && !rules.tentative) return 'tentative';
  if (occurrence.isWeekUnknown && !rules.maybe) return 'maybe';
  if (time.kind === 'allDay' && !rules.allDay) return 'allDay';
  if (occurrence.joinLinks.length === 0 && rules.onlyWithLink) return 'noRoom';
  return known.some((one) => one?.wasOnWhenAdded === true) ? 'added' : 'allCame';
}

const isOver = ({ time }: Occurrence, now: Instant): boolean =>
  time.kind === 'timed' && now >= time.end && now > time.start;
