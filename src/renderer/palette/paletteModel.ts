import { dateOf } from '#core/agenda/agenda.ts';
import { dayInWords } from '#core/search/dayInWords.ts';
import { rank, type Span } from '#core/search/rank.ts';
import type { CalendarDate, Instant, ZoneName } from '#base';
import { FIRST_ACTIONS } from './paletteActions.ts';
import {
  actionEntries,
  allEntries,
  furtherEntries,
  entryOfDay,
  personEntries,
  type PaletteSources,
} from './paletteEntries.ts';
import { GROUP_OF, type PaletteEntry, type PaletteGroupName } from './paletteEntry.ts';
import { texts } from './texts.ts';

/** A row of the palette. */
export interface PaletteRow {
  readonly entry: PaletteEntry;
  /** The parts of its name that the query matches. */
  readonly spans: readonly Span[];
}

/** The rows below one heading. */
export interface PaletteGroup {
  readonly name: PaletteGroupName;
  readonly rows: readonly PaletteRow[];
}

/** What the user has typed, and how it is read. */
export interface PaletteQuery {
  readonly text: string;
  /** See `dateIn`. */
  readonly date: CalendarDate | null;
  /** Ids of entries, the latest first. */
  readonly recent: readonly string[];
}

const ROWS_IN_GROUP = 5;
const ROWS_ALONE = 30;
const RECENT_ROWS = 6;
const NEXT_MEETINGS = 4;
/** Main accepts no longer one, in UTF-16 code units. */
const LONGEST_QUERY = 500;
/** A recent entry comes before others that match about as well. */
const RECENT_BONUS = 0.1;
/** Beside a much better match of its group, what only mentions the words is left out. */
const WEAK_SHARE = 0.5;
/** These are looked for by their names; notes and actions by other words too. */
const isByName = (group: PaletteGroupName): boolean => group === 'meetings' || group === 'communities';
/** A group without a better match comes after the others. */
const GOOD_SCORE = 0.5;

const ORDER: readonly PaletteGroupName[] = [
  'recent',
  'date',
  'onThatDay',
  'people',
  'meetings',
  'notes',
  'actions',
  'settings',
  'communities',
  // They come later than the others, so nothing may move for them.
  'further',
];

const plainRows = (entries: readonly PaletteEntry[]): PaletteRow[] =>
  entries.map((entry) => ({ entry, spans: [] }));

/** Before anything is typed: what was used last, what comes next, and a few actions. */
function emptyPalette(entries: readonly PaletteEntry[], recent: readonly string[]): PaletteGroup[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const known = recent.flatMap((id) => byId.get(id) ?? []).slice(0, RECENT_ROWS);
  const isNew = ({ id }: PaletteEntry): boolean => !known.some((one) => one.id === id);
  const meetings = entries.filter((one) => one.kind === 'meeting' && isNew(one)).slice(0, NEXT_MEETINGS);
  const actions = FIRST_ACTIONS.flatMap((action) => byId.get(`action ${action}`) ?? []).filter(isNew);
  return [
    { name: 'recent', rows: plainRows(known) },
    { name: 'meetings', rows: plainRows(meetings) },
    { name: 'actions', rows: plainRows(actions) },
  ];
}

/** A date, its meetings and what can be done with it. */
function dateGroups(date: CalendarDate, { onDate }: PaletteSources): PaletteGroup[] {
  const words = { name: date, others: [], date };
  return [
    {
      name: 'date',
      rows: plainRows([{ kind: 'date', id: `date ${date}`, ...words, meetingCount: onDate.length }]),
    },
    {
      name: 'onThatDay',
      rows: plainRows(onDate.slice(0, ROWS_IN_GROUP).map(entryOfDay)),
    },
    {
      name: 'actions',
      rows: plainRows([
        { kind: 'week', id: `week ${date}`, ...words },
        { kind: 'dayNote', id: `dayNote ${date}`, ...words },
      ]),
    },
  ];
}

/** Sorts the matches into groups. */
function foundGroups(
  query: string,
  entries: readonly PaletteEntry[],
  recent: readonly string[],
  most: number,
): PaletteGroup[] {
  const scoreOf = (score: number, { id }: PaletteEntry): number =>
    score + (recent.includes(id) ? RECENT_BONUS : 0);
  const found = rank(query, entries, (entry) => entry)
    .map((match) => ({ match, score: scoreOf(match.score, match.item) }))
    .toSorted((one, other) => other.score - one.score);
  const inGroups = Map.groupBy(found, ({ match: { item } }) => GROUP_OF[item.kind]);
  const groups = ORDER.map((name) => {
    const rows = inGroups.get(name) ?? [];
    const best = rows[0]?.score ?? 0;
    const least = isByName(name) ? best * WEAK_SHARE : 0;
    const shown = rows.filter(({ score }) => score >= least).slice(0, most);
    return { name, best, rows: shown.map(({ match: { item: entry, spans } }) => ({ entry, spans })) };
  });
  const place = ({ best }: { readonly best: number }): number => Number(best < GOOD_SCORE);
  return groups.toSorted((one, other) => place(one) - place(other));
}

/** What main found, in its own order: main compares the same texts. */
const furtherGroup = (query: string, sources: PaletteSources): PaletteGroup => ({
  name: 'further',
  rows: rank(query, furtherEntries(sources), (entry) => entry)
    .slice(0, ROWS_IN_GROUP)
    .map(({ item: entry, spans }) => ({ entry, spans })),
});

/** The content of the palette for a query. `>` finds actions, `@` people; a date comes first. */
export function paletteGroups({ text, date, recent }: PaletteQuery, sources: PaletteSources): PaletteGroup[] {
  const query = text.trim();
  const some = (groups: readonly PaletteGroup[]): PaletteGroup[] =>
    groups.filter(({ rows }) => rows.length > 0);
  if (query.startsWith('>')) return some(foundGroups(query.slice(1), actionEntries(), recent, ROWS_ALONE));
  if (query.startsWith('@'))
    return some(foundGroups(query.slice(1), personEntries(sources), recent, ROWS_ALONE));
  const entries = allEntries(sources);
  if (query === '') return some(emptyPalette(entries, recent));
  const found = [...foundGroups(query, entries, recent, ROWS_IN_GROUP), furtherGroup(query, sources)];
  if (date === null) return some(found);
  const onDate = dateGroups(date, sources);
  const shown = new Set(onDate.map(({ name }) => name));
  return some([...onDate, ...found.filter(({ name }) => !shown.has(name))]);
}

/** The date that a query names. With `isMonthFirst`, `12/24` is 24 December. */
export const dateIn = (
  { text, isMonthFirst }: { readonly text: string; readonly isMonthFirst: boolean },
  now: Instant,
  zone: ZoneName,
): CalendarDate | null =>
  text.trim() === '' ? null : dayInWords(text.trim(), dateOf(now, zone), isMonthFirst);

/** What main is asked to find; empty for actions and people, whom it does not know. */
export const furtherQuery = (text: string): string => {
  const query = text.trim();
  return /^[>@]/u.test(query) ? '' : query.slice(0, LONGEST_QUERY);
};

/** `3 results`, for a screen reader. */
export const spokenCount = (groups: readonly PaletteGroup[]): string =>
  texts.count(groups.reduce((sum, { rows }) => sum + rows.length, 0));
