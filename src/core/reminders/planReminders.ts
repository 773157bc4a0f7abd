import { reminderKey, type Slot, isSlotOf } from '../keys.ts';
import { DateTime } from 'luxon';
import { isUncertain, isUnconfirmed } from '../agenda/statements.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { DAY, MINUTE, type Instant, type ZoneName } from '#base';
import { createLeadTimes, type LeadTimes } from './leadTimes.ts';
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
  type Loudness,
  type ReminderKind,
  type ReminderLead,
  type ReminderRules,
} from './reminderRules.ts';
import { indexHistory, meetingsOf, type HistoryIndex, type MeetingGroup } from './duplicateMeetings.ts';

/** The reminders to raise, to expect and to settle at one moment. */
export interface ReminderPlan {
  /** To raise now, earliest first. */
  readonly due: readonly Reminder[];
  /** In the future, earliest first. */
  readonly upcoming: readonly Reminder[];
  /** The last planned reminder of each meeting that ended without it. */
  readonly missed: readonly Reminder[];
  /** Planned, but a later one of the same meeting came first. */
  readonly overtaken: readonly string[];
  /** Due reminders are held back until then (ms); null outside quiet time. */
  readonly quietUntil: Instant | null;
}

export interface PlanInput {
  /** Sorted by start. */
  readonly occurrences: readonly Occurrence[];
  readonly rules: ReminderRules;
  readonly history: ReminderHistory;
  readonly now: Instant;
  /** Viewer's zone; used for quiet hours and all-day events. */
  readonly zone: ZoneName;
  /** How far ahead (ms) the plan reaches; unlimited by default. */
  readonly ahead?: number;
}

/** Longer than any lead. */
const FAR_MS = 8 * DAY;
/** Time of day of all-day reminders. */
const MORNING_HOUR = 9;

/** Meetings that are announced. An uncertain date counts: a needless notice costs less than a missed meeting. */
export const isReminded = (occurrence: Occurrence, rules: ReminderRules): boolean =>
  occurrence.isAnnounced &&
  occurrence.status !== 'cancelled' &&
  occurrence.skipped === null &&
  (rules.maybe || !occurrence.isWeekUnknown) &&
  (rules.allDay || occurrence.time.kind === 'timed') &&
  (rules.tentative || occurrence.status !== 'tentative') &&
  (rules.declined || !occurrence.isDeclined) &&
  (!rules.onlyWithLink || occurrence.joinLinks.length > 0);

/** A possible reminder, before its time is considered. */
interface Candidate {
  readonly slot: Slot;
  readonly at: Instant;
  readonly kind: ReminderKind;
}

/** The period in which reminders of a meeting are useful. */
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
  /** The end of what is planned (ms): later reminders are left out. */
  readonly until: Instant;
  readonly leadTimes: (leads: readonly ReminderLead[]) => LeadTimes;
}

/**
 * Plans the reminders of all occurrences as of now. If several reminders of a meeting have passed and it has not
 * ended, the latest is due at once and the others are overtaken: after the computer slept, one late card is useful.
 * Planning again after the result was recorded in the history raises nothing new, whatever the clock does.
 */
export function planReminders(input: PlanInput, { groups, index } = knownMeetings(input)): ReminderPlan {
  const { rules, now, zone } = input;
  const until = now + (input.ahead ?? Infinity);
  const draft: Draft = {
    due: [],
    upcoming: [],
    missed: [],
    overtaken: [],
    until,
    leadTimes: createLeadTimes(),
  };
  for (const group of groups) planMeeting(draft, group, index, input);
  const byTime = (a: Reminder, b: Reminder): number => a.at - b.at;
  const end = quietUntil(rules, now, zone);
  return {
    // A snoozed reminder comes in quiet time too: its user is awake and asked for it.
    due: draft.due.filter(({ key }) => end === null || isSlotOf('snooze', key)).sort(byTime),
    upcoming: draft.upcoming.filter(({ at }) => at <= until).sort(byTime),
    missed: draft.missed,
    overtaken: draft.overtaken,
    quietUntil: end,
  };
}

/** The announced meetings and their history. */
export interface KnownMeetings {
  readonly groups: readonly MeetingGroup[];
  readonly index: HistoryIndex;
}

/** Combines the calendar and the ledger. */
export function knownMeetings(input: PlanInput): KnownMeetings {
  const groups = announcedMeetings(input);
  return { groups, index: indexHistory(input.history, groups) };
}

/** The meetings of the calendar that may be reminded of. */
export function announcedMeetings({ occurrences, rules, now, ahead }: PlanInput): readonly MeetingGroup[] {
  const until = now + (ahead ?? Infinity);
  return meetingsOf(occurrences.filter((one) => isReminded(one, rules) && isNear(one, until)));
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
  if (known === null && planAhead(draft, group, draft.leadTimes(leads), input)) return;
  const isQuiet = (slot: Slot): boolean => known?.slots.get(slot)?.isUncertain === true;
  const reminderOf = (candidate: Candidate): Reminder =>
    newReminder(group, candidate, isQuiet(candidate.slot), loudnessOf(candidate.slot, leads));
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
  // No end warning for an uncertain meeting.
  if (!isUncertain(occurrence) || hasJoined(known))
    planEnd(draft, rules.endWarningMinutes, leads, known, span, now, reminderOf);
}

const newReminder = (
  { occurrence, id }: MeetingGroup,
  { slot, at, kind }: Candidate,
  isQuiet: boolean,
  loudness: Loudness,
): Reminder => ({
  key: reminderKey(slot, id),
  slot,
  meeting: id,
  occurrenceKey: occurrence.key,
  title: occurrence.title,
  room: roomHash(occurrence),
  at,
  // An uncertain meeting is not joined automatically: the room may be empty.
  kind: isUncertain(occurrence) ? repeated(kind) : kind,
  isQuiet,
  isMaybe: occurrence.isWeekUnknown,
  isUnconfirmed: isUnconfirmed(occurrence),
  loudness,
});

/** Of most meetings none of the reminders is due yet, and none was raised: only their leads are planned. */
function planAhead(
  { upcoming, until }: Draft,
  group: MeetingGroup,
  { all, longest }: LeadTimes,
  { rules, now }: PlanInput,
): boolean {
  const { time } = group.occurrence;
  if (time.kind !== 'timed' || time.start - longest <= now) return false;
  if (rules.nag || rules.endWarningMinutes !== null) return false;
  for (const { slot, before, kind, loudness } of all) {
    const at = time.start - before;
    if (at <= until) upcoming.push(newReminder(group, { slot, at, kind }, false, loudness));
  }
  return true;
}

/** The reminder of an all-day event: one notice in the morning, useful until the evening. */
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

/** All announcements of the start: leads, snoozed reminders, and repeats. */
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
    // A clock that was set back leaves some that were raised already.
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

/** Due time of the newest raised reminder that has passed; survives a clock that is set back. */
function newestSettled({ slots }: MeetingHistory, start: Instant, now: Instant): Instant {
  let newest = -Infinity;
  for (const [slot, state] of slots) {
    const at = state.isSettled ? slotTime(slot, start) : null;
    if (at !== null && at <= now && at > newest) newest = at;
  }
  return newest;
}

/** The last planned reminder of a meeting that ended without it. */
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

/** “Ends in 5 min”: also for meetings that the user has joined. */
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
