import { meetingIdOf, readMeetingId, reminderKey, type MeetingId, type OccurrenceKey } from '../keys.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import type { Instant } from '#base';
import { roomHash } from './reminder.ts';
import type { MeetingHistory, ReminderHistory, ReminderState } from './reminderHistory.ts';
import { betterVisit } from '../join/roomVisit.ts';

/**
 * Several occurrences that are one meeting to the user, from several calendars or under a new UID after a series was
 * split: they have the same start, and the same UID, the same room, or the same title without different rooms.
 */
export interface MeetingGroup {
  /** The occurrence to announce: the one with the best room. */
  readonly occurrence: Occurrence;
  readonly id: MeetingId;
  /** Ids of all occurrences, that of `occurrence` first. */
  readonly ids: readonly MeetingId[];
}

const plainTitle = (title: string): string => title.trim().toLowerCase();

/** Whether two rooms are known and differ. @param one its `roomHash` */
export const haveOtherRooms = (one: number, other: number): boolean =>
  one !== 0 && other !== 0 && one !== other;

/** Certain before uncertain, with a room before without, then by key, so that the order of feeds has no effect. */
const isBetter = (one: Occurrence, other: Occurrence): boolean => {
  if (one.isWeekUnknown !== other.isWeekUnknown) return other.isWeekUnknown;
  const rooms = Number(one.joinLinks.length > 0) - Number(other.joinLinks.length > 0);
  return rooms === 0 ? one.key < other.key : rooms > 0;
};

/**
 * Groups occurrences of the same meeting, also if only a third one connects two. A large calendar has hundreds at each
 * full hour, so occurrences are looked up in indexes, not compared in pairs.
 * @param occurrences of one start
 */
function grouped(occurrences: readonly Occurrence[]): MeetingGroup[] {
  const said = occurrences.map((one) => ({ one, room: roomHash(one), title: plainTitle(one.title) }));
  /** An occurrence without a room matches every one with its title, and so joins them into one group. */
  const roomless = new Set(said.filter(({ room }) => room === 0).map(({ title }) => title));
  const groupOf = new Map(occurrences.map((one) => [one, [one]]));
  const byUid = new Map<string, Occurrence>();
  const byRoom = new Map<number, Occurrence>();
  const byTitle = new Map<string, Occurrence>();
  const meet = <K>(firstOf: Map<K, Occurrence>, name: K, one: Occurrence): void => {
    const first = firstOf.get(name);
    if (first === undefined) firstOf.set(name, one);
    else unite(first, one, groupOf);
  };
  for (const { one, room, title } of said) {
    meet(byUid, `${one.uid}|${one.originalStart}`, one);
    if (room !== 0) meet(byRoom, room, one);
    if (roomless.has(title)) meet(byTitle, title, one);
  }
  return [...new Set(groupOf.values())].map((group) =>
    meetingOf(
      group.reduce((best, one) => (isBetter(one, best) ? one : best)),
      group,
    ),
  );
}

/** Merges the smaller group into the larger. */
function unite(one: Occurrence, other: Occurrence, groupOf: Map<Occurrence, Occurrence[]>): void {
  const [mine, theirs] = [groupOf.get(one) ?? [], groupOf.get(other) ?? []];
  if (mine === theirs) return;
  const [large, small] = mine.length < theirs.length ? [theirs, mine] : [mine, theirs];
  for (const member of small) {
    large.push(member);
    groupOf.set(member, large);
  }
}

/** The id of the announced occurrence comes first, so that its history takes precedence. */
function meetingOf(occurrence: Occurrence, group: readonly Occurrence[]): MeetingGroup {
  const id = meetingIdOf(occurrence);
  return { occurrence, id, ids: group.length === 1 ? [id] : [...new Set([id, ...group.map(meetingIdOf)])] };
}

/** The meetings among occurrences, each once. @param occurrences sorted by start, as the agenda has them */
export function meetingsOf(occurrences: readonly Occurrence[]): MeetingGroup[] {
  const meetings: MeetingGroup[] = [];
  const finish = (same: readonly Occurrence[]): void => {
    const [only] = same;
    if (same.length === 1 && only) meetings.push(meetingOf(only, same));
    else if (same.length > 1) meetings.push(...grouped(same));
  };
  // All-day events are sorted in between; each kind has its own runs of equal starts.
  for (const kind of ['timed', 'allDay'] as const) {
    const same: Occurrence[] = [];
    for (const occurrence of occurrences) {
      if (occurrence.time.kind !== kind) continue;
      if (same[0]?.time.start !== occurrence.time.start) {
        finish(same);
        same.length = 0;
      }
      same.push(occurrence);
    }
    finish(same);
  }
  return meetings;
}

/** Finds the history of meetings, also under keys that they no longer have. */
export interface HistoryIndex {
  /** null if there is none. */
  historyOf(group: MeetingGroup): MeetingHistory | null;
  /** Whether a present meeting belongs to that history entry. */
  isPresent(id: MeetingId): boolean;
  /** The present meetings that are in the history under former keys, with those. */
  readonly former: ReadonlyMap<MeetingGroup, readonly MeetingId[]>;
}

/** Identifies a meeting whose key no longer exists. */
export const ghostName = (start: Instant, title: string): string => `${start}|${plainTitle(title)}`;

/** An index of the history for these meetings. */
export function indexHistory(history: ReminderHistory, groups: readonly MeetingGroup[]): HistoryIndex {
  if (history.size === 0) return { historyOf: () => null, isPresent: () => false, former: new Map() };
  const present = new Set<MeetingId>();
  for (const group of groups) for (const id of group.ids) present.add(id);
  /** Entries whose key no longer exists, by start and title. */
  const ghosts = new Map<string, [MeetingId, MeetingHistory][]>();
  const earliest = groups.reduce(
    (least, { occurrence: { time } }) => (time.kind === 'timed' ? Math.min(least, time.start) : least),
    Infinity,
  );
  for (const [id, entry] of history) {
    if (entry.start < earliest || entry.title === '' || present.has(id)) continue;
    const name = ghostName(entry.start, entry.title);
    const same = ghosts.get(name);
    if (same) same.push([id, entry]);
    else ghosts.set(name, [[id, entry]]);
  }
  const ghostsOf = ({ occurrence }: MeetingGroup): MeetingId[] => {
    if (occurrence.time.kind !== 'timed') return [];
    const found = ghosts.get(ghostName(occurrence.time.start, occurrence.title)) ?? [];
    const room = roomHash(occurrence);
    return found.filter(([, entry]) => !haveOtherRooms(entry.room, room)).map(([id]) => id);
  };
  const former = new Map<MeetingGroup, readonly MeetingId[]>();
  for (const group of ghosts.size > 0 ? groups : []) {
    const ids = ghostsOf(group);
    if (ids.length > 0) former.set(group, ids);
    for (const id of ids) present.add(id);
  }
  return {
    historyOf: (group) => {
      const formerIds = former.get(group) ?? [];
      // Nearly all meetings are one occurrence whose key never changed.
      if (group.ids.length === 1 && formerIds.length === 0) return history.get(group.id) ?? null;
      const all = [...group.ids, ...formerIds].flatMap((id) => history.get(id) ?? []);
      return all.length === 0 ? null : all.reduce(merge);
    },
    isPresent: (id) => present.has(id),
    former,
  };
}

/**
 * The reminders that are planned under a former key of a meeting, and under its present key too. Some feeds have new
 * UIDs in each download: without an end of the former plans, each download would add one.
 * @param history with the plans of the present keys, so that a meeting is never without one
 * @param isUnread whether the feed of an occurrence is not loaded yet: its key will exist again
 */
export function plansOfFormerKeys(
  { former }: Pick<HistoryIndex, 'former'>,
  history: ReminderHistory,
  isUnread: (key: OccurrenceKey) => boolean,
): string[] {
  const isOpen = (state: ReminderState | undefined): boolean =>
    state?.isPlanned === true && !state.isSettled && !state.isWithdrawn;
  return [...former].flatMap(([{ id }, formerIds]) => {
    const present = history.get(id);
    if (present === undefined) return [];
    const lost = formerIds.filter((formerId) => !isUnread(readMeetingId(formerId).occurrenceKey));
    return lost.flatMap((formerId) =>
      [...(history.get(formerId)?.slots ?? [])]
        .filter(([slot, state]) => isOpen(state) && isOpen(present.slots.get(slot)))
        .map(([slot]) => reminderKey(slot, formerId)),
    );
  });
}

/** Merges the history of a meeting from two keys: what is settled under either is settled. */
function merge(one: MeetingHistory, other: MeetingHistory): MeetingHistory {
  const slots = new Map(one.slots);
  for (const [slot, state] of other.slots) {
    const before = slots.get(slot);
    slots.set(
      slot,
      before === undefined
        ? state
        : {
            isPlanned: before.isPlanned || state.isPlanned,
            isSettled: before.isSettled || state.isSettled,
            isUncertain: before.isUncertain || state.isUncertain,
            isMissed: before.isMissed || state.isMissed,
            isWithdrawn: before.isWithdrawn && state.isWithdrawn,
          },
    );
  }
  return {
    ...one,
    title: one.title || other.title,
    room: one.room || other.room,
    isMaybe: one.isMaybe && other.isMaybe,
    slots,
    visit: betterVisit(one.visit, other.visit),
    isDismissed: one.isDismissed || other.isDismissed,
    wasOnWhenAdded: one.wasOnWhenAdded && other.wasOnWhenAdded,
    snooze: one.snooze ?? other.snooze,
  };
}
