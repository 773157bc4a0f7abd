import { z } from 'zod';
import {
  datedCountOf,
  directoryEntry,
  isFollowable,
  mainCalendars,
  type DirectoryEntry,
} from './directoryEntry.ts';

/**
 * The index of the directory, assets/catalogue/directory/index.json: what is needed to list and to search all communities.
 * The details of one are read when they are shown.
 */

const { id, name, aliases, topics, kind, foundation, about, isArchived } = directoryEntry.shape;

export const directoryRow = z.strictObject({
  id,
  name,
  aliases,
  topics,
  kind,
  foundation,
  about,
  isArchived,
  /** Names of its calendars and meetings, for the search. */
  parts: z.array(z.string()).readonly().default([]),
  /** How many calendars can be followed, and how many of them by following the community as a whole. */
  calendarCount: z.int().min(0),
  mainCount: z.int().min(0),
  /** How many meetings are stated, and how many of them have dates. */
  meetingCount: z.int().min(0),
  datedCount: z.int().min(0),
  /** Date of its newest source; null if all are undated. */
  asOf: z.iso.date().nullable().default(null),
  /** Addresses of its followable calendars, and rooms of its meetings: by these a user’s calendar names it. */
  addresses: z.array(z.string()).readonly().default([]),
  rooms: z.array(z.string()).readonly().default([]),
});
export type DirectoryRow = z.infer<typeof directoryRow>;

export const directoryIndex = z.strictObject({
  format: z.literal(1),
  communities: z.array(directoryRow).readonly(),
});
export type DirectoryIndex = z.infer<typeof directoryIndex>;

const newest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((best, date) => (date !== null && (best === null || date > best) ? date : best), null);

/** The row of a community in the index. */
function rowOf(entry: DirectoryEntry): DirectoryRow {
  const followable = entry.calendars.filter(isFollowable);
  const { calendars, meetings } = entry;
  return {
    id: entry.id,
    name: entry.name,
    aliases: entry.aliases,
    topics: entry.topics,
    kind: entry.kind,
    foundation: entry.foundation,
    about: entry.about,
    isArchived: entry.isArchived,
    parts: [...new Set([...calendars.map(({ covers }) => covers), ...meetings.map(({ title }) => title)])],
    calendarCount: followable.length,
    mainCount: mainCalendars(entry).length,
    meetingCount: meetings.length,
    datedCount: datedCountOf(entry),
    asOf: newest(entry.sources.map(({ date }) => date)),
    addresses: followable.flatMap(({ address, also }) => also.toSpliced(0, 0, address)),
    rooms: [...new Set(meetings.flatMap(({ join }) => join ?? []))],
  };
}

/** The rows of communities, by name. */
export const rowsOf = (entries: readonly DirectoryEntry[]): DirectoryRow[] =>
  entries
    .map(rowOf)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { sensitivity: 'base' }));
