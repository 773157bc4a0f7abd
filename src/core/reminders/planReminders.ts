import { reminderKey, type Slot, isSlotOf } from '../keys.ts';
import { DateTime } from 'luxon';
import type { Occurrence } from '../agenda/occurrence.ts';
import { DAY, MINUTE, type Instant, type ZoneName } from '#base';
import { loudnessOf } from './loudnessOf.ts';
import { quietUntil } from './quietTime.ts';
import { roomHash, slotTime, usefulEnd, type Reminder } from './reminder.ts';
import {
  hasJoined,
  type MeetingHistory,
  type ReminderHistory,
  type ReminderState,
} from './reminderHistory.ts';
import {
  leadsOf,
  repeated,
  type ReminderKind,
  type ReminderLead,
  type ReminderRules,
} from './reminderRules.ts';
import { indexHistory, meetingsOf, type HistoryIndex, type MeetingGroup } from './duplicateMeetings.ts';

/** What is to be done about reminders at one moment. */
export interface ReminderPlan {
  /** To be raised now, earliest first. */
  readonly due: readonly Reminder[];
  /** Their time will come, earliest first. */
  readonly upcoming: readonly Reminder[];
  /** Their meeting is over, and it was the last of its reminders that was planned and did not come: one each. */
  readonly missed: readonly Reminder[];
  /** They were planned, and a later one of the same meeting came first. */
  readonly overtaken: readonly string[];
  /** Until then (ms) what is due is held back; null when it is not quiet. */
  readonly quietUntil: Instant | null;
}

export interface PlanInput {
  /** Sorted by start. */
  readonly occurrences: readonly Occurrence[];
  readonly rules: ReminderRules;
  readonly history: ReminderHistory;
  readonly now: Instant;
  /** The viewer's: quiet hours and days without a clock time hang on it. */
  readonly zone: ZoneName;
  /** How far ahead (ms) the plan reaches; all of it unless told. */
  readonly ahead?: number;
}

/** Longer than any lead. */
const FAR_MS = 8 * DAY;
/** When a day without a clock time is announced. */
const MORNING_HOUR = 9;

/** Meetings one can be late for. A date that may be one of them counts: one notice too many costs less than a meeting. */
export const isReminded = (occurrence: Occurrence, rules: ReminderRules): boolean =>
  occurrence.status !== 'cancelled' &&
  occurrence.skipped === null &&
  (rules.maybe || !occurrence.isWeekUnknown) &&
  (rules.allDay || occurrence.time.kind === 'timed') &&
  (rules.tentative || occurrence.status !== 'tentative') &&
  (rules.declined || !occurrence.isDeclined) &&
  (!rules.onlyWithLink || occurrence.joinLinks.length > 0);

/** A reminder that could come, before anything is known of its time. */
interface Candidate {
  readonly slot: Slot;
  readonly at: Instant;
  readonly kind: ReminderKind;
}

/** The stretch of a meeting in which its reminders help. */
interface Span {
  readonly start: Instant;
  readonly end: Instant;
  readonly useful: Instant;
}

interface Draft {
  readonly due: Reminder[];
  readonly upcoming: Reminder[];
  readonly missed: Reminder[];
  readonly overtaken: string[];
}

/**
 * Plans the reminders of all occurrences, as of now. Of those whose time has passed while the meeting has not ended,
 * the latest is due at once and the others are overtaken: one card that is late but useful, since no queue of the
 * system held it while the computer slept. Running it again after its result was written into the history asks for
 * nothing new, whatever the clock does.
 */
export function planReminders(input: PlanInput, { groups, index } = knownMeetings(input)): ReminderPlan {
  const { rules, now, zone } = input;
  const until = now + (input.ahead ?? Infinity);
  const draft: Draft = { due: [], upcoming: [], missed: [], overtaken: [] };
  for (const group of groups) planMeeting(draft, group, index, input);
  const byTime = (a: Reminder, b: Reminder): number => a.at - b.at;
  const end = quietUntil(rules, now, zone);
  return {
    // Who snoozes is awake: what they asked for comes all the same.
    due: draft.due.filter(({ key }) => end === null || isSlotOf('snooze', key)).sort(byTime),
    upcoming: draft.upcoming.filter(({ at }) => at <= until).sort(byTime),
    missed: draft.missed,
    overtaken: draft.overtaken,
    quietUntil: end,
  };
}

/** The meetings that are reminded, and what is known of them. */
export interface KnownMeetings {
  readonly groups: readonly MeetingGroup[];
  readonly index: HistoryIndex;
}

/** Puts together what the calendar and the ledger say. */
export function knownMeetings({ occurrences, rules, history, now, ahead }: PlanInput): KnownMeetings {
  const until = now + (ahead ?? Infinity);
  const groups = meetingsOf(occurrences.filter((one) => isReminded(one, rules) && isNear(one, until)));
  return { groups, index: indexHistory(history, groups) };
}

/** No lead is longer than a week. */
const isNear = ({ time }: Occurrence, until: Instant): boolean =>
  time.kind === 'allDay' || time.start - FAR_MS <= until;

function planMeeting(draft: Draft, group: MeetingGroup, index: HistoryIndex, input: PlanInput): void {
  const { rules, now, zone } = input;
  const { occurrence } = group;
  const leads = leadsOf(rules, occurrence);
  if (leads.length === 0) return;
  const known = index.historyOf(group);
  const room = roomHash(occurrence);
  const reminderOf = ({ slot, at, kind }: Candidate): Reminder => ({
    key: reminderKey(slot, group.id),
    slot,
    meeting: group.id,
    occurrenceKey: occurrence.key,
    title: occurrence.title,
    room,
    at,
    // Nobody is taken into a room where perhaps nobody is.
    kind: occurrence.isWeekUnknown ? repeated(kind) : kind,
    isQuiet: known?.slots.get(slot)?.isUncertain === true,
    isMaybe: occurrence.isWeekUnknown,
    loudness: loudnessOf(slot, leads),
  });
  if (known === null && isFar(draft, occurrence, leads, input, reminderOf)) return;
  if (occurrence.time.kind === 'allDay') {
    planDay(draft, occurrence.time.start, known, now, zone, reminderOf);
    return;
  }
  const { start, end } = occurrence.time;
  const span: Span = { start, end, useful: usefulEnd(start, end) };
  const candidates = candidatesOf(leads, known, rules, span, now);
  if (now >= span.useful) {
    const missed = missedOf(candidates, known, span);
    if (missed !== null) draft.missed.push(reminderOf(missed));
    return;
  }
  planStart(draft, candidates, known, start, now, reminderOf);
  // The end of what perhaps did not begin is nothing to warn of.
  if (!occurrence.isWeekUnknown || hasJoined(known))
    planEnd(draft, rules.endWarningMinutes, leads, known, span, now, reminderOf);
}

/** Most meetings are days ahead and nothing is known of them: their leads are all there is to plan. */
function isFar(
  { upcoming }: Draft,
  { time }: Occurrence,
  leads: readonly ReminderLead[],
  { rules, now }: PlanInput,
  reminderOf: (candidate: Candidate) => Reminder,
): boolean {
  if (time.kind !== 'timed' || time.start - FAR_MS <= now) return false;
  if (rules.nag || rules.endWarningMinutes !== null) return false;
  for (const { minutes, kind } of leads)
    upcoming.push(reminderOf({ slot: `before-${minutes}`, at: time.start - minutes * MINUTE, kind }));
  return true;
}

/** The day of an all-day one: a single notice in the morning, which helps until the evening. */
function planDay(
  draft: Draft,
  date: string,
  known: MeetingHistory | null,
  now: Instant,
  zone: ZoneName,
  reminderOf: (candidate: Candidate) => Reminder,
): void {
  const day = DateTime.fromISO(date, { zone });
  const at = day.set({ hour: MORNING_HOUR }).toMillis();
  const candidate: Candidate = { slot: 'day-0', at, kind: 'notice' };
  if (known?.slots.get('day-0')?.isSettled === true || now >= day.plus({ days: 1 }).toMillis()) return;
  (now < at ? draft.upcoming : draft.due).push(reminderOf(candidate));
}

/** All that announce the start: leads, the end of a snooze, and the repeats after it. */
function candidatesOf(
  leads: readonly ReminderLead[],
  known: MeetingHistory | null,
  rules: ReminderRules,
  { start, useful }: Span,
  now: Instant,
): Candidate[] {
  const candidates: Candidate[] = leads.map(({ minutes, kind }) => ({
    slot: `before-${minutes}`,
    at: start - minutes * MINUTE,
    kind,
  }));
  if (known !== null && (hasJoined(known) || known.isDismissed || known.wasOnWhenAdded)) return [];
  if (known?.snooze) {
    const { until, kind } = known.snooze;
    if (until < useful) candidates.push({ slot: `snooze-${until}`, at: until, kind });
  }
  if (rules.nag) {
    const passed = Math.max(0, Math.floor((now - start) / MINUTE));
    const kind = repeated(leads.toSorted((a, b) => a.minutes - b.minutes)[0]?.kind ?? 'notice');
    let next = passed + 1;
    // A clock that was set back leaves some behind that came already.
    const silentUntil = known?.snooze?.until ?? -Infinity;
    while (isSettled(known?.slots.get(`nag-${next}`)) || start + next * MINUTE < silentUntil) next += 1;
    for (const minutes of [passed, next]) {
      const at = start + minutes * MINUTE;
      if (minutes > 0 && at < useful) candidates.push({ slot: `nag-${minutes}`, at, kind });
    }
  }
  return candidates;
}

const isSettled = (state: ReminderState | undefined): boolean => state?.isSettled === true;

function planStart(
  draft: Draft,
  candidates: readonly Candidate[],
  known: MeetingHistory | null,
  start: Instant,
  now: Instant,
  reminderOf: (candidate: Candidate) => Reminder,
): void {
  const silentUntil = known?.snooze?.until ?? -Infinity;
  let latest: Candidate | undefined;
  for (const candidate of candidates) {
    const isOpen = known === null || !isSettled(known.slots.get(candidate.slot));
    if (candidate.at > now) {
      if (isOpen && candidate.at >= silentUntil) draft.upcoming.push(reminderOf(candidate));
    } else if (latest === undefined || candidate.at > latest.at) latest = candidate;
  }
  if (latest === undefined) return;
  const isHeld = now < silentUntil || (known !== null && newestSettled(known, start, now) >= latest.at);
  if (!isHeld) draft.due.push(reminderOf(latest));
  if (known === null) return;
  for (const candidate of candidates) {
    const state = known.slots.get(candidate.slot);
    if (state?.isPlanned === true && !state.isSettled && !state.isMissed && candidate.at <= now)
      if (isHeld || candidate !== latest) draft.overtaken.push(reminderOf(candidate).key);
  }
}

/** When the newest of those was due that were raised and whose time has come; a clock that was set back forgets none. */
function newestSettled({ slots }: MeetingHistory, start: Instant, now: Instant): Instant {
  let newest = -Infinity;
  for (const [slot, state] of slots) {
    const at = state.isSettled ? slotTime(slot, start) : null;
    if (at !== null && at <= now && at > newest) newest = at;
  }
  return newest;
}

/** Of a meeting that is over and whose last planned reminder was not raised: that one, once. */
function missedOf(
  candidates: readonly Candidate[],
  known: MeetingHistory | null,
  { start, useful }: Span,
): Candidate | null {
  if (known === null || hasJoined(known) || known.isDismissed || known.wasOnWhenAdded) return null;
  const open = candidates.filter(({ slot }) => known.slots.get(slot)?.isPlanned === true);
  const last = open.toSorted((a, b) => a.at - b.at).at(-1);
  if (last === undefined || known.slots.get(last.slot)?.isMissed === true) return null;
  return newestSettled(known, start, useful) >= last.at ? null : last;
}

/** “Ends in 5 min”: also for those who are in the meeting, since it is for them. */
function planEnd(
  draft: Draft,
  minutes: number | null,
  leads: readonly ReminderLead[],
  known: MeetingHistory | null,
  { start, end }: Span,
  now: Instant,
  reminderOf: (candidate: Candidate) => Reminder,
): void {
  if (minutes === null || leads.length === 0) return;
  const at = end - minutes * MINUTE;
  const candidate: Candidate = { slot: `end-${minutes}`, at, kind: 'notice' };
  if (at <= start || now >= end || isSettled(known?.slots.get(candidate.slot))) return;
  if (known?.isDismissed === true && !hasJoined(known)) return;
  (now < at ? draft.upcoming : draft.due).push(reminderOf(candidate));
}
