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

/** Something the calendar did to a meeting of which a reminder was planned. */
export interface MeetingChange {
  readonly key: string;
  readonly what: 'moved' | 'room' | 'cancelled' | 'removed';
  readonly occurrenceKey: OccurrenceKey;
  readonly title: string;
  /** Its start before (ms). */
  readonly before: Instant;
  /** Its start now (ms); the same as before unless it was moved. */
  readonly start: Instant;
  readonly isQuiet: boolean;
}

/** What follows from changes of the calendar. */
export interface ChangePlan {
  /** Reminders that hold no more. */
  readonly withdrawn: readonly { readonly key: string; readonly why: ReminderReason }[];
  /** To be remembered as planned, before anything else: they are not lost when the app is killed. */
  readonly found: readonly MeetingChange[];
}

export interface ChangeInput extends PlanInput {
  /**
   * What it means that an occurrence is not in the agenda. `unread`: nothing, since its feed is not in it yet;
   * `dropped`: the user took its series out of their list, or said in which weeks it is; `gone`: its feed holds it no
   * more.
   */
  readonly absence: (key: OccurrenceKey) => 'unread' | 'dropped' | 'gone';
}

/** A move matters to those who have planned their day, a cancellation to those who are about to go. */
const TOLD_OF_MOVE_MS = DAY;
const TOLD_OF_CANCEL_MS = 2 * HOUR;

/** That a meeting is off stays true after its reminders were taken back. */
const isLast = (slot: string): boolean => isSlotOf('cancelled', slot) || isSlotOf('removed', slot);

/** Of what began so long ago nothing is told, not even of a conference that goes on for days. */
const LONGEST_MS = 8 * DAY;

const openSlots = ({ slots }: MeetingHistory): string[] =>
  [...slots].filter(([slot, state]) => !state.isWithdrawn && !isLast(slot)).map(([slot]) => slot);

/** Compares the calendar with what was planned by it. What was told already is not found again. */
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

/** A meeting that is not there any more as it was planned. */
interface Vanished {
  readonly id: MeetingId;
  readonly known: MeetingHistory;
  readonly slots: readonly string[];
  readonly why: ReminderReason;
  readonly change: MeetingChange | null;
}

/**
 * A meeting that had several keys, one after the other, since its series was split or its feed gives each copy new
 * UIDs, is gone under all of them; what became of it is told once, and best by the key under which it still stands.
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

/** Where to look a meeting up that is not where it was. */
interface Finder {
  at(key: OccurrenceKey): Occurrence | undefined;
  /** All dates of the event that a key is of. */
  sameEvent(key: OccurrenceKey): readonly Occurrence[];
}

/** Mostly nobody asks, so each index is made with the first question. */
function finder({ occurrences }: Pick<PlanInput, 'occurrences'>): Finder {
  let byKey: ReadonlyMap<OccurrenceKey, Occurrence> | null = null;
  let byEvent: ReadonlyMap<string, readonly Occurrence[]> | null = null;
  return {
    at: (key) => (byKey ??= new Map(occurrences.map((one) => [one.key, one]))).get(key),
    sameEvent: (key) =>
      (byEvent ??= Map.groupBy(occurrences, (one) => seriesKeyOf(one.key))).get(seriesKeyOf(key)) ?? [],
  };
}

/** Planned once and still there, beyond what is looked at now: the clock was set back. */
function isUnchanged(
  id: MeetingId,
  { start }: MeetingHistory,
  find: Finder,
  { rules }: ChangeInput,
): boolean {
  const present = find.at(readMeetingId(id).occurrenceKey);
  return present !== undefined && present.time.start === start && isReminded(present, rules);
}

/** Why a planned meeting is not there any more, and what to tell of it; null while nothing needs to be done. */
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
    // It leaves the list by itself when it gets old.
    const why = absence(occurrenceKey);
    if (start <= now || why === 'unread') return null;
    if (isMaybe && find.sameEvent(oldKey).length > 0) return { why: 'notHeld', change: null };
    const isTold = why === 'gone' && start - now <= TOLD_OF_CANCEL_MS;
    const change = { ...changed, key: reminderKey('removed-0', id), what: 'removed' as const, start };
    return { why: 'removed', change: isTold ? change : null };
  }
  if (present.time.kind !== 'timed') return start <= now ? null : { why: 'rules', change: null };
  const { start: newStart, end } = present.time;
  const oldEnd = usefulEnd(start, start + end - newStart);
  if (now >= oldEnd) return null;
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

/** A series that moves as a whole loses the keys of all its dates; a date that is nearer than this is the same one. */
const SAME_DATE_MS = 20 * HOUR;

/**
 * The date of an event that took the place of one whose key is gone: the nearest that is not planned already. One that
 * was taken back since may be it: the meeting returns to where it was.
 * The key holds the original start, so an event that is no series, or a series as a whole, changes it when it moves.
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

/** Planned under a lead time that holds no more. */
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

/** Another room than the one that was planned with, shortly before. */
function changeOfRoom(
  { occurrence }: MeetingGroup,
  known: MeetingHistory,
  now: Instant,
): MeetingChange | null {
  // Who is in it, or put it away after it had begun, hears no more of it.
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
 * Changes that were found and not told yet, and still help: also those that an app was killed over.
 * @param isQuiet whether it is quiet now: then they wait
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
