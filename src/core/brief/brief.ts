import { z } from 'zod';
import { startOf } from '../agenda/agenda.ts';
import { occurrence, type Occurrence } from '../agenda/occurrence.ts';
import { seriesChange, type SeriesChange } from '../feeds/seriesChange.ts';
import { seriesKey, seriesKeyOf } from '../keys.ts';
import { agendaItemsIn } from '../notes/agendaDraft.ts';
import {
  notedAction,
  notedDecision,
  type NotedAction,
  type NotedDecision,
  type NoteSummary,
} from '../notes/note.ts';
import { isOwnItem } from '../notes/toDo.ts';
import type { PastMeeting } from '../reminders/pastMeetings.ts';
import type { Instant, ZoneName } from '#base';

/** An item of the draft agenda, in its note. */
export const briefAgendaItem = z.object({
  /** Of the note's body, from 1. */
  line: z.number(),
  text: z.string(),
  holder: z.string().nullable(),
  minutes: z.number().nullable(),
});

/** What the user's own files and calendars know before a meeting. Empty parts are empty lists. */
export const brief = z.object({
  occurrence,
  /** Open items of the user in the notes of the series, earliest due date first. */
  yours: z.array(notedAction).readonly(),
  /** Open items of others. */
  waiting: z.array(notedAction).readonly(),
  /** Decisions in the last note of the series that has any. */
  decided: z.array(notedDecision).readonly(),
  /** The draft in this meeting's own note. */
  agenda: z.object({ path: z.string(), items: z.array(briefAgendaItem).readonly() }).nullable(),
  /** The last meeting of the series that the user joined, or has a note of: ms. */
  lastTime: z.number().nullable(),
  /** Path of the last note of the series. */
  lastNote: z.string().nullable(),
  /** What feeds changed since then, newest first. */
  changes: z.array(seriesChange).readonly(),
});
export type Brief = z.infer<typeof brief>;

export interface BriefFacts {
  readonly notes: readonly NoteSummary[];
  readonly actions: readonly NotedAction[];
  readonly decisions: (series: ReadonlySet<string>) => readonly NotedDecision[];
  readonly past: readonly PastMeeting[];
  readonly changes: readonly SeriesChange[];
  /** The meeting's own note. */
  readonly ownNote: { readonly path: string; readonly body: string } | null;
  /** The user's own name in notes, with or without `@`. */
  readonly ownName: string;
}

/** Only recent changes are news. */
const MOST_CHANGES = 10;

/** The brief of a meeting: what to bring, what was decided, what changed. */
export function buildBrief(meeting: Occurrence, facts: BriefFacts, zone: ZoneName): Brief {
  const series = new Set(meeting.sources.map(({ key }) => seriesKeyOf(key)));
  const start = startOf(meeting, zone);
  const isOwn = (key: string | null): boolean => key !== null && series.has(seriesKeyOf(key));
  const earlier = facts.notes
    .filter((note) => isOwn(note.occurrenceKey) && note.start !== null && Date.parse(note.start) < start)
    .toSorted((a, b) => Date.parse(b.start ?? '') - Date.parse(a.start ?? ''));
  const [lastNote = null] = earlier;
  const open = facts.actions.filter(
    (item) => !item.isDone && item.series !== null && series.has(item.series),
  );
  const lastTime = lastTimeOf(
    facts.past.filter((one) => isOwn(one.occurrenceKey)),
    lastNote,
    start,
  );
  return {
    occurrence: meeting,
    yours: open.filter((item) => isOwnItem(item, facts.ownName)),
    waiting: open.filter((item) => !isOwnItem(item, facts.ownName)),
    decided: lastDecided(facts.decisions(series), start),
    agenda: agendaOf(facts.ownNote),
    lastTime,
    lastNote: lastNote?.path ?? null,
    changes: facts.changes
      .filter((change) => series.has(seriesKey(change)) && change.at >= (lastTime ?? -Infinity))
      .toSorted((a, b) => b.at - a.at)
      .slice(0, MOST_CHANGES),
  };
}

function lastTimeOf(
  past: readonly PastMeeting[],
  lastNote: NoteSummary | null,
  start: Instant,
): Instant | null {
  const joined = past
    .filter((one) => one.start < start && one.happened.some(({ kind }) => kind === 'joined'))
    .map((one) => one.start);
  const noted = lastNote?.start === null || lastNote === null ? [] : [Date.parse(lastNote.start)];
  const all = [...joined, ...noted];
  return all.length === 0 ? null : Math.max(...all);
}

/** The decisions of the latest earlier note that has any. @param decisions latest meeting first */
function lastDecided(decisions: readonly NotedDecision[], start: Instant): readonly NotedDecision[] {
  const earlier = decisions.filter((one) => one.start !== null && Date.parse(one.start) < start);
  return earlier.filter(({ path }) => path === earlier[0]?.path);
}

function agendaOf(note: BriefFacts['ownNote']): Brief['agenda'] {
  if (note === null) return null;
  const items = agendaItemsIn(note.body).map(({ line, text, holder, minutes }) => ({
    line,
    text,
    holder,
    minutes,
  }));
  return items.length === 0 ? null : { path: note.path, items };
}
