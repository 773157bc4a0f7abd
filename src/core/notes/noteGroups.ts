import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Instant, ZoneName } from '#base';
import { dayOffset } from '../zones/dayOffset.ts';
import type { NoteSummary } from './note.ts';

/** The orders of the list of notes. */
export const noteOrder = z.enum(['meeting', 'changed', 'title', 'series']);
export type NoteOrder = z.infer<typeof noteOrder>;

/** A part of the list of notes, with its own heading. */
export type NoteGroupKind =
  | {
      readonly kind:
        | 'pinned'
        | 'later'
        | 'today'
        | 'thisWeek'
        | 'lastWeek'
        | 'sameMonth'
        | 'all'
        | 'noSeries';
    }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'series'; readonly series: string; readonly title: string };

export interface NoteGroup {
  /** Identifies it within the list. */
  readonly id: string;
  readonly of: NoteGroupKind;
  readonly notes: readonly NoteSummary[];
}

/** What days are relative to. */
export interface GroupClock {
  readonly now: Instant;
  readonly zone: ZoneName;
  /** 1 is Monday, 7 is Sunday. */
  readonly firstDayOfWeek: number;
}

const isDate = (start: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(start);

/** Noon of a date in a zone; NaN if the date does not exist. */
function noonOf(date: string, zone: ZoneName): Instant {
  const noonInUtc = Date.parse(`${date}T12:00Z`);
  if (Number.isNaN(noonInUtc)) return noonInUtc;
  const offset = dayOffset(noonInUtc, zone);
  if (offset !== null && dayOffset(noonInUtc - offset, zone) === offset) return noonInUtc - offset;
  // Only near a clock change: luxon takes too long for a list of thousands of notes.
  return DateTime.fromISO(`${date}T12:00`, { zone }).toMillis();
}

/** When a note is about (ms): its meeting's begin, the noon of its date, else its last change. */
export function momentOf({ start, modified }: NoteSummary, zone: ZoneName): Instant {
  if (start === null) return modified;
  const at = isDate(start) ? noonOf(start, zone) : Date.parse(start);
  return Number.isNaN(at) ? modified : at;
}

const idOf = (of: NoteGroupKind): string =>
  of.kind === 'month' ? `month ${of.month}` : of.kind === 'series' ? `series ${of.series}` : of.kind;

/** Finds the group of a moment. Only the days around today and one day of each month are looked up in a calendar. */
function groupFinder({ now, zone, firstDayOfWeek }: GroupClock): (at: Instant) => NoteGroupKind {
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const week = today.minus({ days: (today.weekday - (firstDayOfWeek % 7) + 7) % 7 });
  const begins: readonly (readonly [Instant, NoteGroupKind])[] = [
    [today.plus({ days: 1 }).toMillis(), { kind: 'later' }],
    [today.toMillis(), { kind: 'today' }],
    [week.toMillis(), { kind: 'thisWeek' }],
    [week.minus({ weeks: 1 }).toMillis(), { kind: 'lastWeek' }],
    [today.startOf('month').toMillis(), { kind: 'sameMonth' }],
  ];
  let month = { begin: 0, end: 0, of: { kind: 'month', month: '' } satisfies NoteGroupKind };
  return (at) => {
    const near = begins.find(([begin]) => at >= begin);
    if (near !== undefined) return near[1];
    // Notes come in the order of their time, so the next one is mostly of the same month.
    if (at < month.begin || at >= month.end) {
      const begin = DateTime.fromMillis(at, { zone }).startOf('month');
      month = {
        begin: begin.toMillis(),
        end: begin.plus({ months: 1 }).toMillis(),
        of: { kind: 'month', month: begin.toFormat('yyyy-MM') },
      };
    }
    return month.of;
  };
}

/** Puts each note into its group; groups and notes keep the order of the notes. */
function grouped(notes: readonly NoteSummary[], groupOf: (note: NoteSummary) => NoteGroupKind): NoteGroup[] {
  const groups = new Map<string, { readonly of: NoteGroupKind; readonly notes: NoteSummary[] }>();
  for (const note of notes) {
    const of = groupOf(note);
    const known = groups.get(idOf(of));
    if (known === undefined) groups.set(idOf(of), { of, notes: [note] });
    else known.notes.push(note);
  }
  return [...groups].map(([id, { of, notes: some }]) => ({ id, of, notes: some }));
}

const byTitle = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function groupsOfOrder(notes: readonly NoteSummary[], order: NoteOrder, clock: GroupClock): NoteGroup[] {
  const { zone } = clock;
  const moments = new Map(
    notes.map((note) => [note, order === 'changed' ? note.modified : momentOf(note, zone)]),
  );
  const at = (note: NoteSummary): Instant => moments.get(note) ?? 0;
  const latest = notes.toSorted((a, b) => at(b) - at(a) || byTitle.compare(a.title, b.title));
  if (order === 'title')
    return grouped(
      latest.toSorted((a, b) => byTitle.compare(a.title, b.title)),
      () => ({ kind: 'all' }),
    );
  if (order === 'series') {
    const titles = new Map<string, string>();
    for (const { series, title } of latest)
      if (series !== null && !titles.has(series)) titles.set(series, title);
    const groups = grouped(latest, ({ series, title }) =>
      series === null ? { kind: 'noSeries' } : { kind: 'series', series, title: titles.get(series) ?? title },
    );
    return groups.toSorted((a, b) => Number(a.of.kind === 'noSeries') - Number(b.of.kind === 'noSeries'));
  }
  const groupOf = groupFinder(clock);
  return grouped(latest, (note) => groupOf(at(note)));
}

/** The list of notes in its groups: the pinned ones first, the others as the order says. */
export function noteGroups(notes: readonly NoteSummary[], order: NoteOrder, clock: GroupClock): NoteGroup[] {
  const pinned = groupsOfOrder(
    notes.filter(({ isPinned }) => isPinned),
    order === 'title' ? 'title' : order === 'changed' ? 'changed' : 'meeting',
    clock,
  ).flatMap((group) => group.notes);
  const others = groupsOfOrder(
    notes.filter(({ isPinned }) => !isPinned),
    order,
    clock,
  );
  return pinned.length === 0 ? others : [{ id: 'pinned', of: { kind: 'pinned' }, notes: pinned }, ...others];
}
