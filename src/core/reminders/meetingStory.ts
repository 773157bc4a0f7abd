import { readReminderKey, readSlot, meetingId, isSlotOf } from '../keys.ts';
import { z } from 'zod';
import type { Occurrence } from '../agenda/occurrence.ts';
import type { Instant } from '#base';
import { planReminders, type PlanInput } from './planReminders.ts';
import { quietUntil } from './quietTime.ts';
import { slotTime } from './reminder.ts';
import { hasJoined, reminderEventKinds, reminderReasons, type ReminderEvent } from './reminderHistory.ts';
import { isSilenced, reminderKind } from './reminderRules.ts';

/** What happened to one meeting by the ledger, and what will happen by the plan. Times are instants in ms. */

/** Something that happened, in the order of its time. */
export const storyEvent = z.object({
  at: z.number(),
  kind: z.enum(reminderEventKinds),
  /** What it was about; see `SlotKind`, and its number. */
  what: z.string(),
  number: z.number(),
  why: z.enum(reminderReasons).nullable(),
  /** With `snoozed`: when it comes back. */
  until: z.number().nullable(),
});
export type StoryEvent = z.infer<typeof storyEvent>;

/** A reminder that will come. */
const storyReminder = z.object({
  at: z.number(),
  kind: reminderKind,
  /** It is held back until then, since it is quiet time; null where it comes at its time. */
  heldUntil: z.number().nullable(),
});
export type StoryReminder = z.infer<typeof storyReminder>;

/** Why nothing will come. */
const silence = z.enum([
  'over',
  'joined',
  'dismissed',
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
  /** null while something will come. */
  silence: silence.nullable(),
});
export type MeetingStory = z.infer<typeof meetingStory>;

/** Plans say nothing of themselves; that a notice was handed to the system says less than that it was shown. */
const isTold = ({ kind, why }: ReminderEvent): boolean =>
  kind !== 'planned' &&
  kind !== 'raised' &&
  kind !== 'acknowledged' &&
  why !== 'overtaken' &&
  why !== 'added' &&
  why !== 'rules';

/** What the ledger tells of the meeting under any of these keys, whatever its start was then. */
export function happenedTo(keys: readonly string[], events: readonly ReminderEvent[]): StoryEvent[] {
  const known = new Set(keys);
  return toldOf(events.filter(({ key }) => known.has(readReminderKey(key).occurrenceKey)));
}

/** A skip that was taken back leaves nothing to tell: its reminder was planned anew afterwards. */
const isTakenBack = ({ kind, why, key }: ReminderEvent, later: readonly ReminderEvent[]): boolean =>
  kind === 'withdrawn' &&
  why === 'skipped' &&
  later.some((other) => other.kind === 'planned' && other.key === key);

/** What of the events of one meeting is worth telling, by time. @param events in the order of the ledger */
export function toldOf(events: readonly ReminderEvent[]): StoryEvent[] {
  return events
    .flatMap((event, index) => {
      if (!isTold(event) || isTakenBack(event, events.slice(index + 1))) return [];
      const { slot, start } = readReminderKey(event.key);
      const { what, number } = readSlot(slot);
      const { kind, why = null, until = null } = event;
      // What was missed is noticed later.
      const at = (kind === 'missed' ? slotTime(slot, start) : null) ?? event.at;
      return [{ at, kind, what, number, why, until }];
    })
    .filter(isNoRepeat)
    .toSorted((a, b) => a.at - b.at);
}

/** All reminders of a meeting are withdrawn at once, for one reason: that is one line. */
const isNoRepeat = ({ kind, at, why }: StoryEvent, index: number, all: readonly StoryEvent[]): boolean =>
  kind !== 'withdrawn' ||
  all.findIndex((one) => one.kind === kind && one.at === at && one.why === why) === index;

/**
 * The story of an occurrence.
 * @param input with all occurrences: the same meeting in another calendar is one with it
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
  // However far ahead the meeting is: the scheduler's plan ends after some days.
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
