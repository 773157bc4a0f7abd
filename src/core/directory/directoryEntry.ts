import { z } from 'zod';
import { catalogueMeeting } from '../catalogue/catalogueFile.ts';

/**
 * The schema of a community of the directory: scripts/catalogue/ID.json, written by hand, and
 * assets/catalogue/directory/ID.json, which the app reads; docs/develop/catalogue.md explains it to authors. Objects are
 * strict, so a mistyped name is reported. Everything is a fact from a public text, none of it was fetched by the app.
 */

/** A web address. Old services have no https. */
const webUrl = z.url({ protocol: /^https?$/ });

const name = z.string().min(1);
const names = z.array(name).readonly().default([]);

/** Where a fact is from. */
const source = z.strictObject({
  /** Repository and path, or the page. */
  name,
  /** Null if it is a public text whose repository is unknown. */
  url: webUrl.nullable().default(null),
  /** Null: undated. */
  date: z.iso.date().nullable().default(null),
  /** The age that an undated text shows, such as `text of 2023`. */
  age: name.nullable().default(null),
});

/** Index in `sources`. */
const sourceIndex = z.int().min(0);

const calendar = z.strictObject({
  /**
   * `ics`: iCalendar data. `google`: the id of a public Google calendar. `lfx`: a page of LFX, from which the address of its
   * calendar does not follow. `page`: another page that shows a calendar. Only the first two can be followed.
   */
  kind: z.enum(['ics', 'google', 'lfx', 'page']),
  address: name,
  /** Which meetings it has. */
  covers: name,
  /** Other addresses of the same calendar. */
  also: names,
  /** A page that shows the same calendar. */
  page: webUrl.nullable().default(null),
  source: sourceIndex,
});

const page = z.strictObject({
  name,
  url: webUrl.nullable().default(null),
  covers: name,
  source: sourceIndex,
});

const { title, when, time, zone, minutes, alternatives, doubts, said } = catalogueMeeting.shape;

/** A meeting as a text states it. It may have changed since; a calendar that has it is newer. */
const statedMeeting = z.strictObject({
  /** Unique in its community; never changes. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  title,
  when,
  time,
  zone,
  minutes,
  alternatives,
  doubts,
  /** The words about its dates. */
  said,
  join: webUrl.nullable().default(null),
  notes: webUrl.nullable().default(null),
  /** The title by which it is found in the community’s calendar. */
  inCalendarAs: name.nullable().default(null),
  /** What the text leaves open. */
  question: name.nullable().default(null),
  remark: name.nullable().default(null),
  source: sourceIndex,
});

const chat = z.strictObject({
  kind: z.enum(['slack', 'discord', 'matrix', 'irc', 'zulip']),
  address: webUrl.nullable().default(null),
  /** `#name`, or server and channel of IRC. */
  channel: name.nullable().default(null),
  source: sourceIndex,
});

/** A mailing list or forum: a web or a mail address. */
const list = z.strictObject({ address: name, source: sourceIndex });

const conductFacts = z.strictObject({
  /** Mail addresses of the committee; empty if only a page is known. */
  contacts: names,
  url: webUrl.nullable().default(null),
  source: sourceIndex,
});

export const directoryEntry = z.strictObject({
  format: z.literal(1),
  /** The name of the file. Never changes. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  name,
  /** Abbreviations and former names, by which it is found. */
  aliases: names,
  topics: names,
  kind: z.enum(['project', 'foundation', 'standard']),
  /** Null if it belongs to none. */
  foundation: name.nullable().default(null),
  /** What it is, in one sentence of one’s own. */
  about: name,
  website: webUrl.nullable().default(null),
  /** True if it has ended. */
  isArchived: z.boolean().default(false),
  sources: z.array(source).min(1).readonly(),
  /** Of the facts above. */
  source: sourceIndex,
  calendars: z.array(calendar).readonly().default([]),
  pages: z.array(page).readonly().default([]),
  meetings: z.array(statedMeeting).readonly().default([]),
  chats: z.array(chat).readonly().default([]),
  lists: z.array(list).readonly().default([]),
  conduct: conductFacts.nullable().default(null),
  /** What to know before relying on these facts. */
  remarks: names,
});

export type DirectoryEntry = z.infer<typeof directoryEntry>;
export type DirectoryCalendar = DirectoryEntry['calendars'][number];
export type StatedMeeting = DirectoryEntry['meetings'][number];
export type DirectorySource = DirectoryEntry['sources'][number];

/** More calendars than this are chosen one by one. */
const MOST_AT_ONCE = 5;

/**
 * The calendars to follow if the user follows the community as a whole: one that has all meetings, else all of a few.
 * Empty if the user has to choose among many.
 */
export function mainCalendars({ calendars }: Pick<DirectoryEntry, 'calendars'>): DirectoryCalendar[] {
  const followable = calendars.filter(isFollowable);
  const whole = followable.find(({ covers }) => /^All\b/.test(covers));
  if (whole !== undefined) return [whole];
  return followable.length > MOST_AT_ONCE ? [] : followable;
}

/** The page to look at if a calendar does not answer; null if none is known. */
export const pageOf = ({ website, pages }: Pick<DirectoryEntry, 'website' | 'pages'>): string | null =>
  website ?? pages.find(({ url }) => url !== null)?.url ?? null;

/** How many stated meetings have dates. */
export const datedCountOf = ({ meetings }: Pick<DirectoryEntry, 'meetings'>): number =>
  meetings.filter(({ when }) => when !== null).length;

/** True if the app can follow the calendar; otherwise it is a page to open. */
export const isFollowable = ({ kind }: Pick<DirectoryCalendar, 'kind'>): boolean =>
  kind === 'ics' || kind === 'google';
