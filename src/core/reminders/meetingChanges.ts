import {
  type OccurrenceKey,
  meetingIdOf,
  readSlot,
  reminderKey,
  type MeetingId,
  seriesKeyOf,
  readMeetingId,
  isSlotOf,
} from '../keys.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { DAY, HOUR, type Instant } from '#base';
import { isReminded, knownMeetings, type PlanInput } from './planReminders.ts';
import { roomHash, usefulEnd } from './reminder.ts';
import { hasJoined, type MeetingHistory, type ReminderReason } from './reminderHistory.ts';
import { leadsOf } from './reminderRules.ts';
import { ghostName, haveOtherRooms, type MeetingGroup } from './duplicateMeetings.ts';

/** A change of a meeting that had a planned reminder. */
export interface MeetingChange {
  readonly key: string;
  readonly what: 'moved' | 'room' | 'cancelled' | 'removed';
  readonly occurrenceKey: OccurrenceKey;
  readonly title: string;
  /** Its previous start (ms). */
  readonly before: Instant;
  /** Its present start (ms); equal to `before` unless it was moved. */
  readonly start: Instant;
  readonly isQuiet: boolean;
}

/** The consequences of changes in the calendar. */
export interface ChangePlan {
  /** Reminders that no longer apply. */
  readonly withdrawn: readonly { readonly key: string; readonly why: ReminderReason }[];
  /** To be recorded as planned first, so that they survive a crash. */
  readonly found: readonly MeetingChange[];
}

export interface ChangeInput extends PlanInput {
  /**
   * Why an occurrence is not in the agenda. `unread`: its feed is not loaded yet; `dropped`: the user no longer
   * follows its series, or answered in which weeks it is; `denied`: the user said that it no longer takes place;
   * `gone`: its feed no longer has it.
   */
  readonly absence: (key: OccurrenceKey) => 'unread' | 'dropped' | 'denied' | 'gone';
}

/** A move is announced a day ahead, for planning the day; a cancellation two hours ahead. */
const TOLD_OF_MOVE_MS = DAY;
const TOLD_OF_CANCEL_MS = 2 * HOUR;

/** A cancellation stays true after the reminders were withdrawn. */
const isLast = (slot: string): boolean => isSlotOf('cancelled', slot) || isSlotOf('removed', slot);

/** Meetings that started before this are ignored, even conferences that last for days. */
const LONGEST_MS = 8 * DAY;

const openSlots = ({ slots }: MeetingHistory): string[] =>
  [...slots].filter(([slot, state]) => !state.isWithdrawn && !isLast(slot)).map(([slot]) => slot);

/** Compares the calendar with the planned reminders. A change that was announced is not found again. */
export function findChanges(input: ChangeInput, { groups, index } = knownMeetings(input)): ChangePlan {
  const { history } = input;
  const find = finder(input);
  const withdrawn: { key: string; why: ReminderReason }[] = [];
  const found: MeetingChange[] = [];
  const vanished: Vanished[] = [];
  for (const [id, known] of history) {
    if (known.start < input.now - LONGEST_MS || index.isPresent(id)) continue;
    const slots = openSlots(known);
    if (slots.length === 0 || isUnchanged(id, known, find, input)) continue;
    const gone = whyGone(id, known, find, input);
    if (gone !== null) vanished.push({ id, known, slots, ...gone });
  }
  for (const { id, known, slots, why, change } of withoutFormerKeys(vanished)) {
    for (const slot of slots) withdrawn.push({ key: reminderKey(slot, id), why });
    if (change !== null && !hasJoined(known) && !known.isMaybe) found.push(change);
  }
  for (const group of groups) {
    const known = index.historyOf(group);
    if (known === null) continue;
    withdrawn.push(...droppedLeads(group, known, input));
    const change = changeOfRoom(group, known, input.now);
    if (change !== null) found.push(change);
  }
  return { withdrawn, found };
}

/** A meeting that is no longer in the agenda as it was planned. */
interface Vanished {
  readonly id: MeetingId;
  readonly known: MeetingHistory;
  readonly slots: readonly string[];
  readonly why: ReminderReason;
  readonly change: MeetingChange | null;
}

/**
 * A meeting that had several keys in turn, because its series was split or its feed assigns new UIDs to each copy,
 * vanishes under all of them. Its change is announced once, preferably by the key that still exists.
 */
function withoutFormerKeys(vanished: readonly Vanished[]): Vanished[] {
  return [
    ...Map.groupBy(vanished, ({ known: { start, title } }) => ghostName(start, title)).values(),
  ].flatMap((same) => {
    const told = same.filter(({ why }) => why !== 'removed');
    return same.map((one) => {
      if (one.why !== 'removed' || one.known.title === '') return one;
      if (told.some(({ known }) => !haveOtherRooms(known.room, one.known.room)))
        return { ...one, why: 'overtaken', change: null };
      told.push(one);
      return one;
    });
  });
}

/** Index for finding moved meetings. */
interface Finder {
  at(key: OccurrenceKey): Occurrence | undefined;
  /** All dates of the series of a key. */
  sameEvent(key: OccurrenceKey): readonly Occurrence[];
}

/** Builds each index on first use; most plans need none. */
function finder({ occurrences }: Pick<PlanInput, 'occurrences'>): Finder {
  let byKey: ReadonlyMap<OccurrenceKey, Occurrence> | null = null;
  let byEvent: ReadonlyMap<string, readonly Occurrence[]> | null = null;
  return {
    at: (key) => (byKey ??= new Map(occurrences.map((one) => [one.key, one]))).get(key),
    sameEvent: (key) =>
      (byEvent ??= Map.groupBy(occurrences, (one) => seriesKeyOf(one.key))).get(seriesKeyOf(key)) ?? [],
  };
}

/** Planned once and still present, outside the present window: the clock was set back. */
function isUnchanged(
  id: MeetingId,
  { start }: MeetingHistory,
  find: Finder,
  { rules }: ChangeInput,
): boolean {
  const present = find.at(readMeetingId(id).occurrenceKey);
  return present !== undefined && present.time.start === start && isReminded(present, rules);
}

/** Why a planned meeting is no longer present, and what to announce; null if nothing is to be done. */
function whyGone(
  id: MeetingId,
  { start, title, isMaybe }: MeetingHistory,
  find: Finder,
  input: ChangeInput,
): { readonly why: ReminderReason; readonly change: MeetingChange | null } | null {
  const { rules, now, absence } = input;
  const { occurrenceKey: oldKey } = readMeetingId(id);
  const isOld = start <= now - HOUR;
  const present = find.at(oldKey) ?? (isOld ? undefined : shifted(find.sameEvent(oldKey), start, input));
  const occurrenceKey = present?.key ?? oldKey;
  const changed = { occurrenceKey, title: present?.title ?? title, before: start, isQuiet: false };
  if (present === undefined) {
    // Past meetings leave the agenda on their own.
    const why = absence(occurrenceKey);
    if (start <= now || why === 'unread') return null;
    const isNotHeld = why === 'denied' || (isMaybe && find.sameEvent(oldKey).length > 0);
    if (isNotHeld) return { why: 'notHeld', change: null };
    const isTold = why === 'gone' && start - now <= TOLD_OF_CANCEL_MS;
    const change = { ...changed, key: reminderKey('removed-0', id), what: 'removed' as const, start };
    return { why: 'removed', change: isTold ? change : null };
  }
  if (present.time.kind !== 'timed') return start <= now ? null : { why: 'rules', change: null };
  const { start: newStart, end } = present.time;
  const oldEnd = usefulEnd(start, start + end - newStart);
  if (now >= oldEnd) return null;
  if (!present.isAnnounced) return { why: 'rules', change: null };
  if (present.status === 'cancelled' && present.skipped === null) {
    const change = { ...changed, key: reminderKey('cancelled-0', id), what: 'cancelled' as const, start };
    return { why: 'cancelled', change: start - now <= TOLD_OF_CANCEL_MS ? change : null };
  }
  if (present.skipped !== null) return { why: 'skipped', change: null };
  if (newStart === start || !isReminded(present, rules)) return { why: 'rules', change: null };
  const isTold = Math.min(start, newStart) - now <= TOLD_OF_MOVE_MS && leadsOf(rules, present).length > 0;
  const key = reminderKey(`moved-${start}`, meetingIdOf(present));
  return { why: 'moved', change: isTold ? { ...changed, key, what: 'moved', start: newStart } : null };
}

/** Moving a whole series changes the keys of all its dates; dates nearer than this are the same meeting. */
const SAME_DATE_MS = 20 * HOUR;

/**
 * The date that replaced one whose key no longer exists: the nearest one that is not planned already. A withdrawn one
 * qualifies, since a meeting may return to its old time.
 * A key contains the original start, so moving a single event or a whole series changes it.
 */
function shifted(
  dates: readonly Occurrence[],
  start: Instant,
  { history }: ChangeInput,
): Occurrence | undefined {
  let nearest: Occurrence | undefined;
  let distance = Infinity;
  for (const one of dates) {
    if (one.time.kind !== 'timed') continue;
    const away = Math.abs(one.time.start - start);
    const known = history.get(meetingIdOf(one));
    const isPlanned = known !== undefined && openSlots(known).length > 0;
    if (away >= distance || (one.isRecurring && away >= SAME_DATE_MS) || isPlanned) continue;
    [nearest, distance] = [one, away];
  }
  return nearest;
}

/** Reminders planned with a lead that no longer applies. */
function droppedLeads(
  { occurrence, ids }: MeetingGroup,
  known: MeetingHistory,
  { rules, history }: ChangeInput,
): { key: string; why: ReminderReason }[] {
  const leads = leadsOf(rules, occurrence);
  const isDropped = (slot: string): boolean => {
    const { what, number } = readSlot(slot);
    return what === 'before' && !leads.some(({ minutes }) => minutes === number);
  };
  if (!known.slots.keys().some(isDropped)) return [];
  return ids.flatMap((id) =>
    [...(history.get(id)?.slots ?? [])]
      .filter(([slot, state]) => isDropped(slot) && state.isPlanned && !state.isSettled && !state.isWithdrawn)
      .map(([slot]) => ({ key: reminderKey(slot, id), why: 'rules' as const })),
  );
}

/** A change of the room shortly before the meeting. */
function changeOfRoom(
  { occurrence }: MeetingGroup,
  known: MeetingHistory,
  now: Instant,
): MeetingChange | null {
  // Not for a meeting that the user has joined, or dismissed after its start.
  if (occurrence.time.kind !== 'timed' || occurrence.isWeekUnknown) return null;
  if (hasJoined(known) || known.isDismissed) return null;
  const { room } = known;
  const { start, end } = occurrence.time;
  if (start - now > TOLD_OF_CANCEL_MS || now >= usefulEnd(start, end)) return null;
  if (!haveOtherRooms(room, roomHash(occurrence))) return null;
  const key = reminderKey(`room-${room}`, meetingIdOf(occurrence));
  const { key: occurrenceKey, title } = occurrence;
  return { key, what: 'room', occurrenceKey, title, before: start, start, isQuiet: false };
}

/**
 * Changes that were found but not announced yet and are still useful, also from before a crash.
 * @param isQuiet whether it is quiet time; then they wait
 */
export function pendingChanges(
  input: Pick<PlanInput, 'occurrences' | 'history' | 'now'>,
  isQuiet: boolean,
): MeetingChange[] {
  if (isQuiet) return [];
  const { history, now } = input;
  const find = finder(input);
  const pending: MeetingChange[] = [];
  for (const [id, known] of history) {
    if (known.start < now - LONGEST_MS) continue;
    for (const [slot, state] of known.slots) {
      if (!state.isPlanned || state.isSettled || state.isWithdrawn) continue;
      const { what, number } = readSlot(slot);
      if (!isChange(what)) continue;
      const { occurrenceKey } = readMeetingId(id);
      const present = find.at(occurrenceKey);
      const isGone = what === 'cancelled' || what === 'removed';
      if (now >= (isGone ? usefulEnd(known.start, known.start) : stillUseful(present))) continue;
      pending.push({
        key: reminderKey(`${what}-${number}`, id),
        what,
        occurrenceKey,
        title: present?.title ?? known.title,
        before: what === 'moved' ? number : known.start,
        start: known.start,
        isQuiet: state.isUncertain,
      });
    }
  }
  return pending;
}

const isChange = (what: string): what is MeetingChange['what'] =>
  what === 'moved' || what === 'room' || what === 'cancelled' || what === 'removed';

const stillUseful = (present: Occurrence | undefined): Instant =>
  present?.time.kind === 'timed' ? usefulEnd(present.time.start, present.time.end) : -Infinity;
