import { DAY, type Instant, type Steps } from '#base';
import { readReminderKey, type MeetingId } from '../keys.ts';
import { toldEvents } from './meetingStory.ts';
import type { ReminderEvent } from './reminderHistory.ts';

/** All events are kept for so long; longer than the agenda's range on either side. */
const FULL_MS = 60 * DAY;
/** The outcomes of meetings are kept for two years: about 600 bytes for each meeting. */
const KEPT_MS = 730 * DAY;
/** How much older events may be before the file is rewritten. */
const SLACK_MS = 2 * DAY;
/** Some feeds have new UIDs in each download, so that all their meetings are planned and withdrawn again. */
const MANY_EVENTS = 4_000;
/** How many lines are kept of meetings that were only planned and withdrawn. */
const WITHDRAWN_EVENTS = 500;
/** Events, or meetings, of one step. */
const STEP = 500;

/** The number of events at which they are trimmed again: twice as many, so that it is rarely done. */
export const roomAfter = (events: readonly ReminderEvent[]): number =>
  Math.max(MANY_EVENTS, 2 * events.length);

/** What one meeting has in the ledger. */
interface OwnEvents {
  readonly start: Instant;
  /** Oldest first. */
  readonly events: ReminderEvent[];
}

/**
 * The events without those that are not needed any more: plans of past meetings, of long past ones all but the
 * outcomes, what is older than two years, and what is over many of meetings that were only planned and withdrawn.
 * Returns the same list if a rewrite is not worth it.
 * @param events oldest first
 */
export function* trimmedEvents(
  events: readonly ReminderEvent[],
  now: Instant,
): Steps<readonly ReminderEvent[]> {
  const [first] = events;
  if (first === undefined) return events;
  const meetings = yield* byMeeting(events);
  const isOld = first.at <= now - KEPT_MS - SLACK_MS || (yield* hasOld(meetings, now));
  if (!isOld && events.length <= MANY_EVENTS) return events;
  const dropped = new Set<ReminderEvent>();
  const withdrawn = new Set<ReminderEvent>();
  let count = 0;
  for (const own of meetings.values()) {
    if ((count += 1) % STEP === 0) yield;
    const kept = keptOf(own, now);
    if (kept.length < own.events.length)
      for (const event of own.events) if (!kept.includes(event)) dropped.add(event);
    if (isWithdrawn(kept)) for (const event of kept) withdrawn.add(event);
  }
  yield;
  const kept = dropped.size === 0 ? events : events.filter((event) => !dropped.has(event));
  if (kept.length <= MANY_EVENTS) return kept;
  yield;
  let toDrop = withdrawn.size - WITHDRAWN_EVENTS;
  return kept.filter((event) => !withdrawn.has(event) || (toDrop -= 1) < 0);
}

function* byMeeting(events: readonly ReminderEvent[]): Steps<ReadonlyMap<MeetingId, OwnEvents>> {
  const meetings = new Map<MeetingId, OwnEvents>();
  let count = 0;
  for (const event of events) {
    if ((count += 1) % STEP === 0) yield;
    const { meeting, start } = readReminderKey(event.key);
    const own = meetings.get(meeting);
    if (own === undefined) meetings.set(meeting, { start, events: [event] });
    else own.events.push(event);
  }
  return meetings;
}

/** Whether a meeting has more events than are kept of it, and has been over for longer than it need be. */
function* hasOld(meetings: ReadonlyMap<MeetingId, OwnEvents>, now: Instant): Steps<boolean> {
  let count = 0;
  for (const own of meetings.values()) {
    if ((count += 1) % STEP === 0) yield;
    if (isOver(own, now - FULL_MS - SLACK_MS) && outcomesOf(own.events).length < own.events.length)
      return true;
  }
  return false;
}

const isOnlyPlanned = ({ events }: OwnEvents): boolean =>
  events.every(({ kind }) => kind === 'planned' || kind === 'withdrawn');

function keptOf(own: OwnEvents, now: Instant): readonly ReminderEvent[] {
  const { start, events } = own;
  if (!(start > now - SLACK_MS) && isOnlyPlanned(own)) return [];
  const isYoung = (event: ReminderEvent): boolean => event.at > now - KEPT_MS;
  const young = events.every(isYoung) ? events : events.filter(isYoung);
  return isOver({ start, events: young }, now - FULL_MS) ? outcomesOf(young) : young;
}

/** Whether a meeting began, and its last event was, before an instant (ms). */
const isOver = ({ start, events }: OwnEvents, until: Instant): boolean =>
  start < until && (events.at(-1)?.at ?? Infinity) < until;

/** Each outcome of a meeting once, and the event that has its title. */
function outcomesOf(own: readonly ReminderEvent[]): readonly ReminderEvent[] {
  const told = toldEvents(own);
  if (told.every(({ kind }) => kind === 'withdrawn')) return [];
  const once = new Map(told.toReversed().map((event) => [`${event.kind} ${event.why}`, event]));
  const titled = own.findLast(({ title }) => title !== undefined);
  return titled === undefined ? [...once.values()] : [titled, ...once.values()];
}

/** Whether a meeting was only planned, and all of it was withdrawn. */
function isWithdrawn(own: readonly ReminderEvent[]): boolean {
  const last = new Map<string, boolean>();
  for (const { kind, key } of own) {
    if (kind !== 'planned' && kind !== 'withdrawn') return false;
    last.set(key, kind === 'withdrawn');
  }
  return last.values().every((isGone) => isGone);
}
