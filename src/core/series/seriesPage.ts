import { z } from 'zod';
import { hasEnded } from '../agenda/agenda.ts';
import { occurrence, type Occurrence } from '../agenda/occurrence.ts';
import {
  isSameSeries,
  seriesKey,
  seriesKeyOf,
  seriesOfKey,
  type SeriesKey,
  type SeriesName,
} from '../keys.ts';
import {
  notedAction,
  notedDecision,
  type NotedAction,
  type NotedDecision,
  type NoteSummary,
} from '../notes/note.ts';
import type { TranscriptSummary } from '../notes/storedTranscript.ts';
import { storyEvent, type StoryEvent } from '../reminders/meetingStory.ts';
import type { PastMeeting } from '../reminders/pastMeetings.ts';
import { DAY, type Instant, type ZoneName } from '#base';

/** How a past date went, as far as the app knows. */
export const dateOutcome = z.enum(['joined', 'reminded', 'missed', 'skipped', 'cancelled', 'unknown']);
export type DateOutcome = z.infer<typeof dateOutcome>;

/** A past date of a series. */
export const pastDate = z.object({
  occurrenceKey: z.string(),
  /** ms; of an all-day one the first instant of its date in UTC. */
  start: z.number(),
  isAllDay: z.boolean(),
  outcome: dateOutcome,
  happened: z.array(storyEvent).readonly(),
  /** Paths of its note and its transcript, and the address of its recording. */
  note: z.string().nullable(),
  transcript: z.string().nullable(),
  recording: z.string().nullable(),
});
export type PastDate = z.infer<typeof pastDate>;

/** Everything about a series on one page. */
export const seriesPage = z.object({
  title: z.string(),
  /** The running and next dates, earliest first; empty if the series has ended or its feed was removed. */
  next: z.array(occurrence).readonly(),
  /** ms; the last date of a series that ends within the reach, else null. */
  lastDate: z.number().nullable(),
  /** Latest first. */
  earlier: z.array(pastDate).readonly(),
  openItems: z.array(notedAction).readonly(),
  /** Latest meeting first. */
  decisions: z.array(notedDecision).readonly(),
  /** The latest occurrence, for its room, documents and rhythm; null if no feed has one. */
  sample: occurrence.nullable(),
});
export type SeriesPage = z.infer<typeof seriesPage>;

/** How far the page looks in both directions. */
export const SERIES_REACH_MS = 390 * DAY;
const MOST_NEXT = 8;
const MOST_EARLIER = 200;

export interface SeriesFacts {
  /** Of the whole reach, sorted by start. */
  readonly occurrences: readonly Occurrence[];
  readonly past: readonly PastMeeting[];
  readonly notes: readonly NoteSummary[];
  readonly transcripts: readonly TranscriptSummary[];
  readonly actions: readonly NotedAction[];
  readonly decisions: (series: ReadonlySet<SeriesKey>) => readonly NotedDecision[];
}

/** The series in each feed that has its meetings. */
function seriesKeysOf(series: SeriesName, occurrences: readonly Occurrence[]): ReadonlySet<SeriesKey> {
  const own = occurrences.filter(({ sources }) =>
    sources.some((source) => isSameSeries(series, seriesOfKey(source))),
  );
  return new Set([
    seriesKey(series),
    ...own.flatMap(({ sources }) => sources.map(({ key }) => seriesKeyOf(key))),
  ]);
}

/** The page of a series. @param now ms */
export function buildSeriesPage(
  series: SeriesName,
  { occurrences, past, notes, transcripts, actions, decisions }: SeriesFacts,
  now: Instant,
  zone: ZoneName,
): SeriesPage {
  const keys = seriesKeysOf(series, occurrences);
  const isOwn = (key: string | null): boolean => key !== null && keys.has(seriesKeyOf(key));
  const own = occurrences.filter(({ sources }) => sources.some(({ key }) => isOwn(key)));
  const ownNotes = notes.filter(({ occurrenceKey }) => isOwn(occurrenceKey));
  const earlier = earlierDates(
    own.filter((one) => hasEnded(one, now, zone)),
    past.filter(({ occurrenceKey }) => isOwn(occurrenceKey)),
    ownNotes,
    transcripts.filter(({ occurrenceKey }) => isOwn(occurrenceKey)),
    now,
  );
  const ahead = own.filter((one) => !hasEnded(one, now, zone));
  const last = own.at(-1) ?? null;
  return {
    title:
      (ahead[0] ?? last)?.title ??
      ownNotes[0]?.title ??
      past.find((one) => isOwn(one.occurrenceKey))?.title ??
      '',
    next: ahead.slice(0, MOST_NEXT),
    lastDate: lastDateOf(own, now),
    earlier: earlier.slice(0, MOST_EARLIER),
    openItems: actions.filter((item) => !item.isDone && item.series !== null && keys.has(item.series)),
    decisions: decisions(keys),
    sample: ahead[0] ?? last,
  };
}

/** A series has ended if nothing follows for twice its longest pause. */
function lastDateOf(own: readonly Occurrence[], now: Instant): Instant | null {
  const starts = own.map(({ time }) => instantOf(time.start));
  const last = starts.at(-1);
  if (last === undefined || starts.length < 2) return null;
  const longest = Math.max(...starts.slice(1).map((start, index) => start - (starts[index] ?? start)));
  return last + 2 * longest < now + SERIES_REACH_MS ? last : null;
}

/** ms; of a date its first instant in UTC. */
const instantOf = (start: Instant | string): Instant =>
  typeof start === 'number' ? start : Date.parse(start);

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Past dates from feeds, ledger, notes and transcripts, each once, latest first. */
function earlierDates(
  ended: readonly Occurrence[],
  past: readonly PastMeeting[],
  notes: readonly NoteSummary[],
  transcripts: readonly TranscriptSummary[],
  now: Instant,
): PastDate[] {
  const dates = new Map<string, PastDate>();
  /** The key under which a date is listed, by each of its keys. */
  const listed = new Map<string, string>();
  for (const { key, sources, time, status, skipped, statement } of ended) {
    for (const source of sources) listed.set(source.key, key);
    // That a text stated it does not say that it took place.
    if (statement !== null) continue;
    const outcome = status === 'cancelled' ? 'cancelled' : skipped === null ? 'unknown' : 'skipped';
    dates.set(key, emptyDate(key, instantOf(time.start), time.kind === 'allDay', outcome));
  }
  const dateOf = (occurrenceKey: string, start: Instant, isAllDay: boolean): PastDate | null => {
    const key = listed.get(occurrenceKey) ?? occurrenceKey;
    const known = dates.get(key);
    if (known !== undefined) return known;
    return start > now ? null : emptyDate(key, start, isAllDay, 'unknown');
  };
  const add = (date: PastDate | null, facts: Partial<PastDate>): void => {
    if (date !== null) dates.set(date.occurrenceKey, { ...date, ...facts });
  };
  for (const { occurrenceKey, start, isAllDay, happened } of past) {
    const date = dateOf(occurrenceKey, start, isAllDay);
    if (date !== null) add(date, { happened, outcome: outcomeOf(happened, date.outcome) });
  }
  for (const { occurrenceKey, start, path } of notes)
    if (occurrenceKey !== null && start !== null)
      add(dateOf(occurrenceKey, Date.parse(start), isDate(start)), { note: path });
  for (const { occurrenceKey, date, path, videoUrl } of transcripts)
    if (occurrenceKey !== null && date !== null)
      add(dateOf(occurrenceKey, Date.parse(date), isDate(date)), { transcript: path, recording: videoUrl });
  return [...dates.values()].toSorted((a, b) => b.start - a.start);
}

const emptyDate = (
  occurrenceKey: string,
  start: Instant,
  isAllDay: boolean,
  outcome: DateOutcome,
): PastDate => ({
  occurrenceKey,
  start,
  isAllDay,
  outcome,
  happened: [],
  note: null,
  transcript: null,
  recording: null,
});

/** From the events of its reminders; else as the feed or the user's skip says. */
function outcomeOf(happened: readonly StoryEvent[], otherwise: DateOutcome): DateOutcome {
  const visit = happened.findLast(({ kind }) => kind === 'joined' || kind === 'undone');
  if (visit?.kind === 'joined') return 'joined';
  if (otherwise !== 'unknown') return otherwise;
  if (happened.some(({ kind }) => kind === 'shown')) return 'reminded';
  return happened.some(({ kind }) => kind === 'missed' || kind === 'failed') ? 'missed' : 'unknown';
}
