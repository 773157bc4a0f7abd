import type { Instant } from '#base';

/**
 * The keys of meetings and reminders, made and read here only. Their parts are joined by `|`:
 *
 *     series      feed id | UID
 *     occurrence  feed id | UID | original start
 *     meeting     feed id | UID | original start | present start
 *     reminder    slot | feed id | UID | original start | present start
 *     override    feed | feed id,  series | <series>,  occurrence | <occurrence>
 *
 * Feed ids, slots and starts hold no `|`; a UID may, so keys are cut from both ends. Keys are stored in notes, settings,
 * transcripts and the reminder ledger: their form does not change.
 */

/** Feed id and UID of a series. */
export type SeriesKey = string;

/** Feed id + UID + original start: stays the same when the occurrence is moved, so its note and reminders stay with it. */
export type OccurrenceKey = string;

/**
 * One dated meeting at one time: the key of its occurrence and its present start (an instant, or a date). A moved
 * meeting has a new id, so it is announced for its new time.
 */
export type MeetingId = string;

/** A series of a feed. */
export interface SeriesName {
  readonly feedId: string;
  readonly uid: string;
}

/** The series key of feed id and UID. */
export const seriesKey = ({ feedId, uid }: SeriesName): SeriesKey => `${feedId}|${uid}`;

/**
 * The key of one dated meeting.
 * `originalStart` is what RECURRENCE-ID would hold (RFC 5545 §3.8.4.4): an ISO instant with ms, or a date.
 */
export const occurrenceKey = (feedId: string, uid: string, originalStart: string): OccurrenceKey =>
  `${feedId}|${uid}|${originalStart}`;

/** The parts of an occurrence's key. */
export function readOccurrenceKey(key: OccurrenceKey): SeriesName & { readonly originalStart: string } {
  const [first, last] = [key.indexOf('|'), key.lastIndexOf('|')];
  return {
    feedId: key.slice(0, first),
    uid: key.slice(first + 1, last),
    originalStart: key.slice(last + 1),
  };
}

/** The key of the series of an occurrence; a text without `|` is returned as it is. */
export function seriesKeyOf(key: OccurrenceKey): SeriesKey {
  const last = key.lastIndexOf('|');
  return last === -1 ? key : key.slice(0, last);
}

/** The series of an occurrence. */
export function seriesOfKey({ key }: { readonly key: OccurrenceKey }): SeriesName {
  const { feedId, uid } = readOccurrenceKey(key);
  return { feedId, uid };
}

/** The original start in an occurrence's key. */
export const originalStartOf = (key: OccurrenceKey): string => key.slice(key.lastIndexOf('|') + 1);

/** Whether two names are of one series. */
export const isSameSeries = (one: SeriesName, other: SeriesName): boolean =>
  one.feedId === other.feedId && one.uid === other.uid;

/** The {@link MeetingId} of an occurrence's key and its present start. */
export const meetingId = (key: OccurrenceKey, start: Instant | string): MeetingId => `${key}|${start}`;

/** The present {@link MeetingId} of an occurrence. */
export const meetingIdOf = ({
  key,
  time,
}: {
  readonly key: OccurrenceKey;
  readonly time: { readonly start: Instant | string };
}): MeetingId => meetingId(key, time.start);

/** The parts of a {@link MeetingId}. */
export function readMeetingId(id: MeetingId): {
  readonly occurrenceKey: OccurrenceKey;
  /** ms; for an all-day meeting the first instant of its date in UTC. */
  readonly start: Instant;
} {
  const last = id.lastIndexOf('|');
  const written = id.slice(last + 1);
  return {
    occurrenceKey: id.slice(0, last),
    start: /^-?\d+$/.test(written) ? Number(written) : Date.parse(written),
  };
}

/**
 * Which of a meeting's reminders: its kind, and a number that distinguishes it from others of its kind.
 * `before`: minutes before the start. `nag`: minutes after it. `snooze`: the instant (ms) it returns.
 * `end`: minutes before the end. `day`: of an all-day meeting. `moved`: the previous start. `room`: the hash of the
 * previous room.
 */
export type SlotKind =
  | 'before'
  | 'nag'
  | 'snooze'
  | 'end'
  | 'day'
  | 'moved'
  | 'room'
  | 'cancelled'
  | 'removed';
export type Slot = `${SlotKind}-${number}`;

/** The kind and number of a slot; the kind is unchecked, since ledgers of other versions are read too. */
export function readSlot(slot: string): { readonly what: string; readonly number: number } {
  const dash = slot.indexOf('-');
  return { what: slot.slice(0, dash), number: Number(slot.slice(dash + 1)) };
}

/** Whether a slot, or a reminder by its key, is of a kind. */
export const isSlotOf = (kind: SlotKind, slotOrKey: string): boolean => slotOrKey.startsWith(`${kind}-`);

/** The key of a reminder. `slot` may come from a ledger of another version. */
export const reminderKey = (slot: string, meeting: MeetingId): string => `${slot}|${meeting}`;

/** The parts of a reminder's key. */
export function readReminderKey(key: string): {
  readonly slot: string;
  readonly meeting: MeetingId;
  readonly occurrenceKey: OccurrenceKey;
  /** ms; for an all-day meeting the first instant of its date in UTC. */
  readonly start: Instant;
} {
  const first = key.indexOf('|');
  const meeting = key.slice(first + 1);
  return { slot: key.slice(0, first), meeting, ...readMeetingId(meeting) };
}

/** Scope of an override of the reminder leads. */
export type OverrideScope = 'feed' | 'series' | 'occurrence';

/** The occurrence and series of an override. */
export interface OverrideSubject extends SeriesName {
  readonly key: OccurrenceKey;
}

/** The key of a feed's override. */
export const feedOverrideKey = (feedId: string): string => `feed|${feedId}`;

/** The key of an override of that scope. */
export function overrideKey(scope: OverrideScope, { key, feedId, uid }: OverrideSubject): string {
  if (scope === 'occurrence') return `occurrence|${key}`;
  return scope === 'series' ? `series|${seriesKey({ feedId, uid })}` : feedOverrideKey(feedId);
}

/** The prefix of a reminder's or an override's key. */
const PREFIX = /^(?:occurrence|series|[a-z]+-\d+)\|/;

/** Any of these keys with the UIDs of a feed replaced. A UID is read up to its first `|`. */
export function withUidReplaced(key: string, feedId: string, replaced: (uid: string) => string): string {
  const feedStart = PREFIX.exec(key)?.[0].length ?? 0;
  if (!key.startsWith(`${feedId}|`, feedStart)) return key;
  const uidStart = feedStart + feedId.length + 1;
  const bar = key.indexOf('|', uidStart);
  const uidEnd = bar === -1 ? key.length : bar;
  return key.slice(0, uidStart) + replaced(key.slice(uidStart, uidEnd)) + key.slice(uidEnd);
}
