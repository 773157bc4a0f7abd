import { DateTime } from 'luxon';
import { readOccurrenceKey, type OccurrenceKey } from '../keys.ts';
import type { NoteSummary } from '../notes/note.ts';
import type { TranscriptSummary } from '../notes/storedTranscript.ts';
import type { PastMeeting } from '../reminders/pastMeetings.ts';
import type { Instant, TimeWindow, ZoneName } from '#base';
import { startOf } from './agenda.ts';
import type { AgendaSnapshot } from './agendaSnapshot.ts';
import { compareOccurrences } from './agendaUpdate.ts';
import type { MeetingRule } from './meetingRules.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * Past meetings that are known from the user's own files: notes, transcripts and the ledger of reminders. They stay
 * when a calendar forgets a date, or when the user removes the calendar.
 */

/** What is kept of past meetings. */
export interface KeptFacts {
  readonly notes: readonly NoteSummary[];
  readonly transcripts: readonly TranscriptSummary[];
  readonly past: readonly PastMeeting[];
}

/** What is known of one meeting. */
interface Known {
  readonly key: OccurrenceKey;
  readonly title: string;
  /** ISO instant or date. */
  readonly start: string;
  readonly isCancelled: boolean;
}

/** A date that the ledger knows, and that did not take place then: it was a candidate, or was moved. */
const wasElsewhere = ({ happened }: PastMeeting): boolean =>
  happened.some(({ why }) => why === 'notHeld' || why === 'moved') &&
  !happened.some(({ kind }) => kind === 'joined' || kind === 'opened');

const ofLedger = (one: PastMeeting): Known => ({
  key: one.occurrenceKey,
  title: one.title,
  start: one.isAllDay ? new Date(one.start).toISOString().slice(0, 10) : new Date(one.start).toISOString(),
  isCancelled: one.happened.some(({ why }) => why === 'cancelled'),
});

/** @param start null if only the original one is known */
const ofFile = (key: OccurrenceKey | null, title: string, start: string | null): Known[] =>
  key === null
    ? []
    : [{ key, title, start: start ?? readOccurrenceKey(key).originalStart, isCancelled: false }];

/**
 * The past meetings of which something is kept, by key. The ledger knows the time best; then the note.
 * @param feedNames names of the feeds that the user has, by id
 */
export function rememberedMeetings(
  { notes, transcripts, past }: KeptFacts,
  feedNames: ReadonlyMap<string, string>,
  now: Instant,
  zone: ZoneName,
): Occurrence[] {
  const known = new Map<OccurrenceKey, Known>();
  const all = [
    ...past.filter((one) => !wasElsewhere(one)).map(ofLedger),
    ...notes.flatMap(({ occurrenceKey, title, start }) => ofFile(occurrenceKey, title, start)),
    ...transcripts.flatMap(({ occurrenceKey, title }) => ofFile(occurrenceKey, title, null)),
  ];
  for (const one of all) {
    const former = known.get(one.key);
    if (former === undefined) known.set(one.key, one);
    // A ledger of an earlier version has no titles.
    else if (former.title === '') known.set(one.key, { ...former, title: one.title });
  }
  const made = [...known.values()].flatMap((one) => rememberedOccurrence(one, feedNames, zone) ?? []);
  const ended = made.filter((one) => one.title !== '' && startOf(one, zone) <= now);
  // Under the keys of two feeds it is one meeting.
  return [...new Map(ended.map((one) => [`${one.title} ${one.time.start}`, one])).values()];
}

/**
 * The rules that can be applied to a remembered meeting, of which only title, date and calendar are known. The others would
 * catch it for what is not known, such as its room.
 */
export const rulesForRemembered = (rules: readonly MeetingRule[]): readonly MeetingRule[] =>
  rules.filter(({ conditions }) =>
    conditions.every(({ kind }) => kind === 'title' || kind === 'calendar' || kind === 'allDay'),
  );

/** The meeting as an occurrence of which only title and start are known; null if its start cannot be read. */
function rememberedOccurrence(
  { key, title, start, isCancelled }: Known,
  feedNames: ReadonlyMap<string, string>,
  zone: ZoneName,
): Occurrence | null {
  const { feedId, uid, originalStart } = readOccurrenceKey(key);
  const isAllDay = /^\d{4}-\d{2}-\d{2}$/.test(start);
  const at = DateTime.fromISO(start, { zone });
  if (!at.isValid) return null;
  const feedName = feedNames.get(feedId) ?? '';
  return {
    key,
    feedId,
    feedName,
    sources: [{ key, feedId, feedName }],
    uid,
    originalStart,
    title,
    time: isAllDay
      ? { kind: 'allDay', start, end: at.plus({ days: 1 }).toISODate() }
      : { kind: 'timed', start: at.toMillis(), end: at.toMillis() },
    zone: null,
    status: isCancelled ? 'cancelled' : 'confirmed',
    isDeclined: false,
    skipped: null,
    isShown: true,
    isAnnounced: true,
    silencedBy: null,
    isRecurring: false,
    isMoved: false,
    isWeekUnknown: false,
    statement: null,
    isRemembered: true,
    week: null,
    rhythm: null,
    phrase: null,
    doubts: [],
    community: null,
    communityName: null,
    recorded: null,
    attendance: null,
    organizer: null,
    ownReply: null,
    answerKey: null,
    description: { format: 'text', content: '' },
    location: '',
    joinLinks: [],
    roomChosenAt: null,
    roomFlags: [],
    versions: null,
    links: { agenda: null, notes: null, recordings: null, chat: null, mailingList: null, page: null },
  };
}

const keysOf = (occurrences: readonly Occurrence[]): ReadonlySet<OccurrenceKey> =>
  new Set(occurrences.flatMap(({ sources }) => sources.map(({ key }) => key)));

/** The remembered meetings of a window that are not among its occurrences. */
export function missingOf(
  remembered: readonly Occurrence[],
  { occurrences, window, zone }: Pick<AgendaSnapshot, 'occurrences' | 'window' | 'zone'>,
): Occurrence[] {
  const isHere = (one: Occurrence, { from, to }: TimeWindow): boolean =>
    startOf(one, zone) >= from && startOf(one, zone) < to;
  const known = keysOf(occurrences);
  return remembered.filter((one) => isHere(one, window) && !known.has(one.key));
}

/** The snapshot with more occurrences, in order. */
export const withMore = (snapshot: AgendaSnapshot, more: readonly Occurrence[]): AgendaSnapshot =>
  more.length === 0
    ? snapshot
    : {
        ...snapshot,
        occurrences: [...snapshot.occurrences, ...more].toSorted((one, other) =>
          compareOccurrences(one, other, snapshot.zone),
        ),
      };
