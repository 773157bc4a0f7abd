import { z } from 'zod';
import { seriesName } from '../agenda/meetingChoices.ts';
import { weekSaying } from '../agenda/whichWeek.ts';
import { feed, feedKind, feedStatus } from '../feeds/feed.ts';
import { occurrence } from '../agenda/occurrence.ts';
import { noteSummary } from '../notes/note.ts';
import { searchHit, searchWish } from '../notes/search.ts';
import { problem, resultOf } from '#base';
import { missedMeeting } from '../reminders/missedMeetings.ts';
import { settings, settingsChange } from '../settings/settings.ts';
import { aboutRequests } from './aboutRequests.ts';
import { followableCommunity } from './communityRequests.ts';
import { joinRequests, roomVisit } from './joinRequests.ts';
import { name } from './identifier.ts';
import { dataEvents, dataRequests } from './dataRequests.ts';
import { exchangeRequests } from './exchangeRequests.ts';
import { folderRequests } from './folderRequests.ts';
import { noteRequests } from './noteRequests.ts';
import { privateRequests } from './privateRequests.ts';
import { alertSnapshot, reminderRequests } from './reminderRequests.ts';
import { shellEvents, shellRequests } from './shellRequests.ts';

/**
 * Everything that crosses between the main process and the window, declared once.
 * Main parses the arguments, the window parses replies and events; a wrong name or shape does not compile,
 * and at run time is refused. `args` is the tuple of a request's arguments.
 */

/** What the agenda is at one moment. Times are instants in ms; `zone` is the one to show times in. */
export const agendaSnapshot = z.object({
  zone: z.string(),
  window: z.object({ from: z.number(), to: z.number() }),
  occurrences: z.array(occurrence).readonly(),
});
export type AgendaSnapshot = z.infer<typeof agendaSnapshot>;

/** What a pasted address turned out to be, before it is followed. */
export const feedPreview = z.object({
  kind: feedKind,
  name: z.string(),
  address: z.string(),
  seriesCount: z.number(),
  /** The next few meetings, soonest first. */
  next: z.array(occurrence).readonly(),
  /** How many groups it tells of; calendars tell of none. */
  groupCount: z.number(),
  /** The first of its meetings, with how often they are; none for calendars. */
  meetings: z.array(z.object({ title: z.string(), rhythm: z.string(), isDated: z.boolean() })).readonly(),
  /** What its words leave open, by meeting. */
  questions: z.array(z.object({ title: z.string(), questions: z.array(z.string()).readonly() })).readonly(),
  /** Address of a calendar that a page points to, to be followed instead; null when there is none. */
  calendar: z.string().nullable(),
  problems: z.array(problem).readonly(),
});
export type FeedPreview = z.infer<typeof feedPreview>;

/** Facts about this run of the app. */
export const appInfo = z.object({
  version: z.string(),
  platform: z.string(),
  locale: z.string(),
  /** Main's clock (ms) when this was sent: the window shows the same now. */
  now: z.number(),
  notesFolder: z.string(),
  hasNotifications: z.boolean(),
});
export type AppInfo = z.infer<typeof appInfo>;

/** Which screen to show, and what of it: sent when a notification, the tray or a second start asks for it. */
export const route = z.object({
  screen: z.enum(['agenda', 'notes', 'communities', 'feeds', 'settings']),
  occurrenceKey: z.string().nullable(),
  /** A dialog over it. */
  dialog: z.literal('privateNotes').optional(),
  /** Several meetings could be meant: which one to join? Their keys. */
  which: z.array(z.string()).readonly().optional(),
});
export type Route = z.infer<typeof route>;

/** An address, a path, or a text about meetings. */
const pasted = z.string().max(600_000);

/** A meeting as each of its feeds has it. */
const severalSeries = z.array(seriesName).min(1).max(100).readonly();

/** How a pasted address or text is to be followed. */
export const feedWish = z.object({
  /** `none`: the user chooses afterwards. */
  followed: z.enum(['all', 'none']),
  /** The id of a feed of pasted text that gets this text instead; null adds a feed. */
  replaces: z.string().max(4096).nullable(),
});
export type FollowOptions = z.infer<typeof feedWish>;

export const requests = {
  'app:info': { args: z.tuple([]), reply: appInfo },
  'app:problems': { args: z.tuple([]), reply: z.array(problem) },
  /** Something could not be drawn: the redacted report, for the log. */
  'window:failed': { args: z.tuple([z.string().max(10_000)]), reply: z.null() },
  'agenda:get': { args: z.tuple([]), reply: agendaSnapshot },
  /** Says something of the dates of a meeting that may be on, by its series in each of its feeds. */
  'weeks:say': { args: z.tuple([severalSeries, weekSaying]), reply: resultOf(z.null()) },
  'weeks:takeBack': { args: z.tuple([severalSeries, z.enum(['last', 'all'])]), reply: resultOf(z.null()) },
  'communities:get': { args: z.tuple([]), reply: z.array(followableCommunity) },
  'feeds:list': { args: z.tuple([]), reply: z.array(feedStatus) },
  'feeds:preview': { args: z.tuple([pasted, feedWish.optional()]), reply: resultOf(feedPreview) },
  'feeds:add': { args: z.tuple([pasted, feedWish.optional()]), reply: resultOf(feed) },
  /** The text of a feed that was pasted, to be changed. */
  'feeds:text': { args: z.tuple([z.string().max(4096)]), reply: resultOf(z.string()) },
  'feeds:remove': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /** Uses the copy that was not believed. */
  'feeds:accept': { args: z.tuple([name]), reply: resultOf(z.null()) },
  'feeds:refresh': { args: z.tuple([]), reply: z.null() },
  'feeds:follow': {
    args: z.tuple([name, z.union([z.literal('all'), z.array(name).max(100_000)])]),
    reply: resultOf(z.null()),
  },
  'feeds:chooseFile': { args: z.tuple([]), reply: z.string().nullable() },
  'settings:get': { args: z.tuple([]), reply: settings },
  'settings:change': { args: z.tuple([settingsChange]), reply: settings },
  ...joinRequests,
  'link:open': { args: z.tuple([z.string().max(8192)]), reply: resultOf(z.null()) },
  'clipboard:write': { args: z.tuple([z.string().max(65_536)]), reply: z.null() },
  /** As plain text, and as HTML for programs that take it. */
  'clipboard:writeRich': {
    args: z.tuple([z.string().max(5_000_000), z.string().max(20_000_000)]),
    reply: z.null(),
  },
  ...noteRequests,
  ...folderRequests,
  ...shellRequests,
  ...aboutRequests,
  ...exchangeRequests,
  ...dataRequests,
  ...privateRequests,
  'search:find': { args: z.tuple([searchWish]), reply: z.array(searchHit) },
  ...reminderRequests,
} as const;

export const events = {
  'agenda:changed': agendaSnapshot,
  'feeds:changed': z.array(feedStatus),
  'communities:changed': z.array(followableCommunity),
  'settings:changed': settings,
  'notes:changed': z.array(noteSummary),
  'join:visits': z.array(roomVisit),
  'app:problems': z.array(problem),
  'app:show': route,
  /** The private notes were locked: what the window knows of them is to be forgotten. */
  'private:locked': z.null(),
  'alert:changed': alertSnapshot,
  'reminders:missedChanged': z.array(missedMeeting),
  /** Something was written into the ledger. */
  'reminders:happened': z.null(),
  ...shellEvents,
  ...dataEvents,
  /** The wall clock jumped or the computer woke up: main's now (ms). */
  'app:clock': z.number(),
} as const;

export type RequestName = keyof typeof requests;
export type RequestArgs<N extends RequestName> = z.infer<(typeof requests)[N]['args']>;
export type RequestReply<N extends RequestName> = z.infer<(typeof requests)[N]['reply']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/** What the preload script puts on `window.api`; untyped at the border, typed again by each side's parser. */
export interface Bridge {
  invoke(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Calls back with every event of that name; returns its end. */
  on(name: string, callback: (payload: unknown) => void): () => void;
}
