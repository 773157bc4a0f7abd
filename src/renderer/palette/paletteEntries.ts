import { hasEnded } from '#core/agenda/agenda.ts';
import { namesOf } from '#core/agenda/attendance.ts';
import { searchedFacts } from '#core/agenda/searchedFacts.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import type { NotedAction, NoteSummary } from '#core/notes/note.ts';
import { seriesKey } from '#core/keys.ts';
import { foldedText } from '#core/search/fold.ts';
import type { Instant, ZoneName } from '#base';
import { newestFirst } from '../notes/noteWords.ts';
import { SETTING_ENTRIES } from '../settings/settingsTable.ts';
import { texts as settingsTexts } from '../settings/texts.ts';
import { PALETTE_ACTIONS } from './paletteActions.ts';
import type { PaletteEntry } from './paletteEntry.ts';
import { texts } from './texts.ts';

/** The facts that the palette searches. */
export interface PaletteSources {
  /** Sorted by start. */
  readonly occurrences: readonly Occurrence[];
  /** The meetings of the date that is searched; sorted by start. */
  readonly onDate: readonly Occurrence[];
  /** What main found for this query on days that the window does not have; sorted by start. */
  readonly further: readonly Occurrence[];
  readonly notes: readonly NoteSummary[];
  readonly todos: readonly NotedAction[];
  readonly communities: readonly FollowableCommunity[];
  /** The communities of the directory that the query finds, best first. */
  readonly listed: readonly ListedCommunity[];
  readonly now: Instant;
  readonly zone: ZoneName;
}

/** Each series once: by its next occurrence, or else by its last. The next ones first, then the past ones. */
export function representatives(
  occurrences: readonly Occurrence[],
  { now, zone }: Pick<PaletteSources, 'now' | 'zone'>,
): Occurrence[] {
  const next = new Map<string, Occurrence>();
  const last = new Map<string, Occurrence>();
  for (const one of occurrences) {
    const key = seriesKey(one);
    if (hasEnded(one, now, zone)) last.set(key, one);
    else if (!next.has(key)) next.set(key, one);
  }
  const past = last.entries().filter(([key]) => !next.has(key));
  return [...next.values(), ...past.map(([, one]) => one)];
}

/** The entries of a list, made once: the search keeps with each entry what it has read of it. */
function entriesOnce<List extends object>(
  make: (list: List) => readonly PaletteEntry[],
): (list: List) => readonly PaletteEntry[] {
  const made = new WeakMap<List, readonly PaletteEntry[]>();
  return (list) => {
    const entries = made.get(list) ?? make(list);
    made.set(list, entries);
    return entries;
  };
}

type MeetingEntry = Extract<PaletteEntry, { readonly kind: 'meeting' }>;

const meetingEntries = new WeakMap<Occurrence, MeetingEntry>();

/** The entry of an occurrence, made once. */
export function meetingEntry(occurrence: Occurrence): MeetingEntry {
  const known = meetingEntries.get(occurrence);
  if (known !== undefined) return known;
  const entry: MeetingEntry = {
    kind: 'meeting',
    id: `meeting ${seriesKey(occurrence)}`,
    name: occurrence.title,
    others: searchedFacts(occurrence),
    occurrence,
  };
  meetingEntries.set(occurrence, entry);
  return entry;
}

/** A meeting below its date. */
export const entryOfDay = (occurrence: Occurrence): MeetingEntry => ({
  ...meetingEntry(occurrence),
  isBelowItsDay: true,
});

/** The series that only main has found; each once. */
export function furtherEntries({ occurrences, further, now, zone }: PaletteSources): PaletteEntry[] {
  const known = new Set(occurrences.map(seriesKey));
  const others = further.filter((one) => !known.has(seriesKey(one)));
  return representatives(others, { now, zone }).map(meetingEntry);
}

/** The invited people, each with the next meeting. */
function people(sources: PaletteSources): PaletteEntry[] {
  const entries = new Map<string, PaletteEntry>();
  for (const occurrence of sources.occurrences) {
    if (hasEnded(occurrence, sources.now, sources.zone)) continue;
    for (const name of namesOf(occurrence.attendance)) {
      const key = foldedText(name);
      if (!entries.has(key))
        entries.set(key, { kind: 'person', id: `person ${key}`, name, others: [], occurrence });
    }
  }
  return [...entries.values()];
}

/** The actions, which `>` shows alone. */
export const actionEntries = (): PaletteEntry[] =>
  PALETTE_ACTIONS.map((action) => ({
    kind: 'action',
    id: `action ${action}`,
    name: texts.actions[action],
    others: [texts.alsoFound[action] ?? null],
    action,
  }));

/** The people, which `@` shows alone. */
export const personEntries = people;

/** The communities of the directory, without those that are groups of a followed feed already. */
function listedEntries({ listed, communities }: PaletteSources): PaletteEntry[] {
  const known = new Set(communities.map(({ id }) => id));
  return listed
    .filter(({ id }) => !known.has(id))
    .map((row) => ({
      kind: 'listed',
      id: `listed ${row.id}`,
      name: row.name,
      others: [...row.aliases, ...row.topics, row.foundation, row.about, ...row.parts],
      row,
    }));
}

const noteEntries = entriesOnce((notes: readonly NoteSummary[]) =>
  newestFirst(notes).map((note) => ({
    kind: 'note',
    id: `note ${note.path}`,
    name: note.title,
    others: [note.excerpt],
    note,
  })),
);

const todoEntries = entriesOnce((todos: readonly NotedAction[]) =>
  todos
    .filter(({ isDone }) => !isDone)
    .map((item) => ({
      kind: 'todo',
      id: `todo ${item.path} ${item.text}`,
      name: item.text,
      others: [item.title],
      item,
    })),
);

const communityEntries = entriesOnce((communities: readonly FollowableCommunity[]) =>
  communities.map((community) => ({
    kind: 'community',
    id: `community ${community.id}`,
    name: community.name,
    others: [community.description, ...community.meetings.map(({ title }) => title)],
    community,
  })),
);

const settingEntries = entriesOnce((settings: typeof SETTING_ENTRIES) =>
  settings.map(({ section, label, name, words }) => ({
    kind: 'setting',
    id: label === null ? `setting ${section}` : `setting ${section} ${label}`,
    name,
    others: [texts.settings, settingsTexts.sections[section], ...words],
    section,
    label,
  })),
);

/** Everything but people and dates. */
export function allEntries(sources: PaletteSources): PaletteEntry[] {
  return [
    ...representatives(sources.occurrences, sources).map(meetingEntry),
    ...noteEntries(sources.notes),
    ...todoEntries(sources.todos),
    ...actionEntries(),
    ...settingEntries(SETTING_ENTRIES),
    ...communityEntries(sources.communities),
    ...listedEntries(sources),
  ];
}
