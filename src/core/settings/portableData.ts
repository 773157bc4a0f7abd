import { SOURCE_TRAITS } from '../feeds/sourceAddress.ts';
import { seriesKey } from '../keys.ts';
import { z } from 'zod';
import { feed, type Feed } from '../feeds/feed.ts';
import { bothFollowed } from '../feeds/followed.ts';
import { migrateFeed } from '../feeds/storedFeeds.ts';
import { reminderEvent, type ReminderEvent } from '../reminders/reminderHistory.ts';
import { migrateSettings, settings as settingsSchema, type Settings } from './settings.ts';
import type { Instant } from '#base';

/**
 * All that a person chose and the app remembers, as one JSON text that another computer reads. No secret is in it:
 * feeds with a private address are only named. Notes are files and travel as such.
 */

/** Answers and memories by kind, as the configuration holds them. */
export type FactLists = Readonly<Record<string, readonly unknown[]>>;

/** What is exported, and what an import is merged into. */
export interface OwnData {
  readonly settings: Settings;
  readonly feeds: readonly Feed[];
  readonly facts: FactLists;
  readonly events: readonly ReminderEvent[];
}

const portableData = z.object({
  format: z.literal('office-hours'),
  version: z.literal(2),
  /** When it was written (ms). */
  at: z.number(),
  settings: z.record(z.string(), z.unknown()),
  feeds: z.array(feed).max(10_000),
  /** Texts of feeds that were pasted, by the feed's id. */
  pasted: z.record(z.string(), z.string().max(1_000_000)),
  /** Names of feeds that are not in it: their addresses are private, or files of the other computer. */
  addAgain: z.array(z.string().max(1000)).max(10_000),
  facts: z.record(z.string(), z.array(z.unknown()).max(100_000)),
  ledger: z.array(reminderEvent).max(1_000_000),
});
export type PortableData = z.infer<typeof portableData>;

/** Version 1: each feed has one address string; see storedFeeds.ts. */
const portableV1 = z.looseObject({ version: z.literal(1), feeds: z.array(z.unknown()).max(10_000) });

/** What an import would do. */
export const importSummary = z.object({
  /** When the file was written (ms). */
  at: z.number(),
  /** Names of settings that are different there. */
  settings: z.array(z.string()),
  /** Names of feeds that are new here, and of those that are here already and keep their address. */
  newFeeds: z.array(z.string()),
  knownFeeds: z.array(z.string()),
  addAgain: z.array(z.string()),
  /** How many answers about meetings, and lines of what was announced, are new here. */
  answers: z.number(),
  events: z.number(),
});
export type ImportSummary = z.infer<typeof importSummary>;

/** Settings of one computer: its folders, its network, and what was shown there once. */
const STAYS = new Set<keyof Settings>(['notesFolder', 'isTrayHintShown', 'proxy']);

const isPasted = ({ source }: Feed): boolean => source.kind === 'pasted';

/**
 * The data to export.
 * @param isSecret whether the address of a feed may hold a token
 * @param pasted texts of pasted feeds, by id; a pasted feed without one is only named
 */
export function portableOf(
  { settings, feeds, facts, events }: OwnData,
  isSecret: (feed: Feed) => boolean,
  pasted: Readonly<Record<string, string>>,
  at: Instant,
): PortableData {
  const isOpen = (one: Feed): boolean =>
    isPasted(one)
      ? pasted[one.id] !== undefined
      : SOURCE_TRAITS[one.source.kind].isPortable && !isSecret(one);
  const open = feeds.filter(isOpen);
  return {
    format: 'office-hours',
    version: 2,
    at,
    settings: Object.fromEntries(
      Object.entries(settings).filter(([name]) => !(STAYS as ReadonlySet<string>).has(name)),
    ),
    feeds: open,
    pasted: { ...pasted },
    addAgain: feeds.filter((one) => !isOpen(one)).map(({ name }) => name),
    facts: Object.fromEntries(Object.entries(facts).map(([kind, list]) => [kind, [...list]])),
    ledger: [...events],
  };
}

/** Reads an exported text of this or an earlier version; null if it is no export, or of a later version. */
export function readPortable(text: string): PortableData | null {
  try {
    const written: unknown = JSON.parse(text);
    const former = portableV1.safeParse(written);
    const read = portableData.safeParse(
      former.success ? { ...former.data, version: 2, feeds: former.data.feeds.map(migrateFeed) } : written,
    );
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** What stays and what comes, and what that changes. */
export interface Merged {
  readonly data: OwnData;
  readonly summary: ImportSummary;
  /** Texts to write for pasted feeds that are new here; `id` is that of the source. */
  readonly texts: readonly { readonly id: string; readonly text: string }[];
}

/**
 * Merges an import into the own data. Imported settings replace ours, except those of this computer. Feeds are added; a
 * feed that both have follows the meetings of either. For each series the newer answer wins.
 */
export function mergeData(own: OwnData, portable: PortableData): Merged {
  const settings = mergedSettings(own.settings, portable.settings);
  const arriving = portable.feeds.filter(
    (one) =>
      SOURCE_TRAITS[one.source.kind].isPortable && (!isPasted(one) || portable.pasted[one.id] !== undefined),
  );
  const known = new Map(own.feeds.map((one) => [one.id, one]));
  const isNew = (one: Feed): boolean => !known.has(one.id);
  const added = arriving.filter(isNew);
  const alike = new Map(arriving.filter((one) => !isNew(one)).map((one) => [one.id, one]));
  const kept = own.feeds.map((one) => {
    const other = alike.get(one.id);
    return other === undefined ? one : { ...one, followed: bothFollowed(one.followed, other.followed) };
  });
  const facts = mergedFacts(own.facts, portable.facts);
  const events = mergedEvents(own.events, portable.ledger);
  return {
    data: { settings, feeds: [...kept, ...added], facts: facts.lists, events },
    texts: added.flatMap(({ id, source }) =>
      source.kind === 'pasted' ? [{ id: source.id, text: portable.pasted[id] ?? '' }] : [],
    ),
    summary: {
      at: portable.at,
      settings: Object.entries(settings)
        .filter(
          ([name, value]) => !isEqual(value, Object.entries(own.settings).find(([one]) => one === name)?.[1]),
        )
        .map(([name]) => name),
      newFeeds: added.map(({ name }) => name),
      knownFeeds: [...alike.values()].map(({ name }) => name),
      addAgain: portable.addAgain.filter((name) => !own.feeds.some((one) => one.name === name)),
      answers: facts.news,
      events: events.length - own.events.length,
    },
  };
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function mergedSettings(own: Settings, imported: Readonly<Record<string, unknown>>): Settings {
  // A list of what another person follows.
  if (Object.keys(imported).length === 0) return own;
  const migrated = migrateSettings(imported);
  const read = settingsSchema.parse(typeof migrated === 'object' ? migrated : {});
  const staying = Object.fromEntries(
    Object.entries(own).filter(([name]) => (STAYS as ReadonlySet<string>).has(name)),
  );
  const { overrides } = own.reminders;
  const reminders = { ...read.reminders, overrides: { ...overrides, ...read.reminders.overrides } };
  return { ...read, reminders, ...staying };
}

const fact = z.looseObject({ feedId: z.string(), uid: z.string() });
const choice = z.looseObject({ use: fact, over: fact });
const moment = z.looseObject({ at: z.number().optional(), start: z.number().optional() });

/** Names what an answer is about: a series, or a pair of them. */
function subjectOf(entry: unknown): string {
  const [one, pair] = [fact.safeParse(entry), choice.safeParse(entry)];
  if (one.success) return seriesKey(one.data);
  if (!pair.success) return JSON.stringify(entry);
  return [pair.data.use, pair.data.over].map(subjectOf).sort().join('|');
}

function newestOf(entries: readonly unknown[]): number {
  const moments = entries.map((entry) => moment.safeParse(entry).data);
  return Math.max(-Infinity, ...moments.map((known) => known?.at ?? known?.start ?? -Infinity));
}

/** For each subject, keeps all answers of the side that answered last. */
function mergedFacts(
  own: FactLists,
  imported: FactLists,
): { readonly lists: FactLists; readonly news: number } {
  let news = 0;
  const lists: Record<string, readonly unknown[]> = { ...own };
  for (const [kind, entries] of Object.entries(imported)) {
    const here = Map.groupBy(own[kind] ?? [], subjectOf);
    for (const [subject, theirs] of Map.groupBy(entries, subjectOf)) {
      const ours = here.get(subject) ?? [];
      if (newestOf(theirs) <= newestOf(ours) || isEqual(ours, theirs)) continue;
      here.set(subject, theirs);
      news += 1;
    }
    lists[kind] = [...here.values()].flat();
  }
  return { lists, news };
}

function mergedEvents(
  own: readonly ReminderEvent[],
  imported: readonly ReminderEvent[],
): readonly ReminderEvent[] {
  const nameOf = ({ at, kind, key }: ReminderEvent): string => `${at}|${kind}|${key}`;
  const known = new Set(own.map(nameOf));
  const added = imported.filter((event) => !known.has(nameOf(event)));
  return added.length === 0 ? own : [...own, ...added].toSorted((one, other) => one.at - other.at);
}
