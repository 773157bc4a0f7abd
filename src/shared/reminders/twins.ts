import type { Occurrence } from '../calendar/occurrence.ts';
import type { Instant } from '../time.ts';
import { meetingIdOf, roomHash, type MeetingId } from './reminder.ts';
import type { MeetingHistory, ReminderHistory } from './reminderHistory.ts';

/**
 * The same meeting in several calendars, or under a new UID after its series was split, is one meeting to whoever goes
 * there: it starts at the same instant and has the same UID, the same room, or the same title and no other room.
 */
export interface MeetingGroup {
  /** Whom the reminder speaks of: the one with the best room. */
  readonly occurrence: Occurrence;
  /** All of them. */
  readonly ids: readonly MeetingId[];
}

const plainTitle = (title: string): string => title.trim().toLowerCase();

const haveOtherRooms = (one: number, other: number): boolean => one !== 0 && other !== 0 && one !== other;

function areSame(one: Occurrence, other: Occurrence): boolean {
  const rooms = [roomHash(one), roomHash(other)] as const;
  if (rooms[0] !== 0 && rooms[0] === rooms[1]) return true;
  if (one.uid === other.uid && one.originalStart === other.originalStart) return true;
  return !haveOtherRooms(...rooms) && plainTitle(one.title) === plainTitle(other.title);
}

/** With a room before without, then by key: the order of the feeds must not matter. */
const isBetter = (one: Occurrence, other: Occurrence): boolean => {
  const rooms = Number(one.joinLinks.length > 0) - Number(other.joinLinks.length > 0);
  return rooms === 0 ? one.key < other.key : rooms > 0;
};

/** Puts together what is the same meeting. @param occurrences of one start */
function grouped(occurrences: readonly Occurrence[]): MeetingGroup[] {
  const groups: Occurrence[][] = [];
  for (const occurrence of occurrences) {
    const mine = groups.filter((group) => group.some((other) => areSame(occurrence, other)));
    const joined = [occurrence, ...mine.flat()];
    for (const group of mine) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => ({
    occurrence: group.reduce((best, one) => (isBetter(one, best) ? one : best)),
    ids: [...new Set(group.map(meetingIdOf))],
  }));
}

/** The meetings among occurrences, each once. @param occurrences sorted by start, as the agenda has them */
export function meetingsOf(occurrences: readonly Occurrence[]): MeetingGroup[] {
  const meetings: MeetingGroup[] = [];
  const finish = (same: readonly Occurrence[]): void => {
    const [only] = same;
    if (same.length === 1 && only) meetings.push({ occurrence: only, ids: [meetingIdOf(only)] });
    else if (same.length > 1) meetings.push(...grouped(same));
  };
  // Days without a clock time stand between the others; each kind has its own run of equal starts.
  for (const kind of ['timed', 'allDay'] as const) {
    let same: Occurrence[] = [];
    for (const occurrence of occurrences) {
      if (occurrence.time.kind !== kind) continue;
      if (same[0]?.time.start !== occurrence.time.start) {
        finish(same);
        same = [];
      }
      same.push(occurrence);
    }
    finish(same);
  }
  return meetings;
}

/** Finds what became of meetings, also under keys that they no longer have. */
export interface HistoryIndex {
  /** null where nothing is known. */
  historyOf(group: MeetingGroup): MeetingHistory | null;
  /** Whether one of the present meetings is the one of that history entry. */
  isPresent(id: MeetingId): boolean;
}

const ghostName = (start: Instant, title: string): string => `${start}|${plainTitle(title)}`;

/** An index of the history for these meetings. */
export function indexHistory(history: ReminderHistory, groups: readonly MeetingGroup[]): HistoryIndex {
  if (history.size === 0) return { historyOf: () => null, isPresent: () => false };
  const present = new Set<MeetingId>();
  for (const group of groups) for (const id of group.ids) present.add(id);
  /** Entries whose key is gone, by start and title. */
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
  const adopted = new Set<MeetingId>();

  const ghostsOf = ({ occurrence }: MeetingGroup): MeetingHistory[] => {
    if (ghosts.size === 0 || occurrence.time.kind !== 'timed') return [];
    const found = ghosts.get(ghostName(occurrence.time.start, occurrence.title)) ?? [];
    return found
      .filter(([, entry]) => !haveOtherRooms(entry.room, roomHash(occurrence)))
      .map(([id, entry]) => {
        adopted.add(id);
        return entry;
      });
  };
  const merged = new Map<MeetingGroup, MeetingHistory | null>();
  for (const group of groups) {
    const own = group.ids.flatMap((id) => history.get(id) ?? []);
    const all = [...own, ...ghostsOf(group)];
    if (all.length > 0) merged.set(group, all.length === 1 ? (all[0] ?? null) : all.reduce(merge));
  }
  return {
    historyOf: (group) => merged.get(group) ?? null,
    isPresent: (id) => present.has(id) || adopted.has(id),
  };
}

/** What holds of a meeting that was known under two keys: what was settled under either is settled. */
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
    slots,
    isJoined: one.isJoined || other.isJoined,
    isDismissed: one.isDismissed || other.isDismissed,
    snooze: one.snooze ?? other.snooze,
  };
}
