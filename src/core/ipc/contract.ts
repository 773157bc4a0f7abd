import { z } from 'zod';
import { agendaRange, agendaSnapshot, watchedRanges } from '../agenda/agendaSnapshot.ts';
import { agendaNews, agendaPart, rangeUpdate } from '../agenda/agendaUpdate.ts';
import { occurrence } from '../agenda/occurrence.ts';
import { route } from '../desktop/route.ts';
import { seriesName } from '../agenda/meetingChoices.ts';
import { weekAnswer, weekSaying } from '../agenda/whichWeek.ts';
import { appInfo } from '../desktop/appInfo.ts';
import { feed, feedStatus } from '../feeds/feed.ts';
import { feedPreview } from '../feeds/feedPreview.ts';
import { feedLogin, followOptions } from '../feeds/followOptions.ts';
import { entryOutcome, MOST_ENTRIES, shareable } from '../feeds/starterPack.ts';
import { lateSave } from '../notes/lateSave.ts';
import { feedsUpdate } from '../feeds/feedsUpdate.ts';
import { noteListChange } from '../notes/noteListChange.ts';
import { searchHit, searchWish } from '../notes/search.ts';
import { problem, resultOf } from '#base';
import { missedMeeting } from '../reminders/missedMeetings.ts';
import { settings, settingsChange } from '../settings/settings.ts';
import { accountEvents, accountRequests } from './accountRequests.ts';
import { aboutRequests } from './aboutRequests.ts';
import { followableCommunity } from '../catalogue/followableCommunity.ts';
import { roomVisit } from '../join/roomVisit.ts';
import { directoryRequests } from './directoryRequests.ts';
import { joinRequests } from './joinRequests.ts';
import { name } from './identifier.ts';
import { clockEvents, clockRequests } from './clockRequests.ts';
import { dataEvents, dataRequests } from './dataRequests.ts';
import { exchangeRequests } from './exchangeRequests.ts';
import { folderRequests } from './folderRequests.ts';
import { manageEvents, manageRequests } from './manageRequests.ts';
import { networkEvents, networkRequests } from './networkRequests.ts';
import { noteRequests } from './noteRequests.ts';
import { privateRequests } from './privateRequests.ts';
import { alertSnapshot } from '../reminders/alertSnapshot.ts';
import { briefRequests } from './briefRequests.ts';
import { seriesRequests } from './seriesRequests.ts';
import { reminderRequests } from './reminderRequests.ts';
import { shellEvents, shellRequests } from './shellRequests.ts';

/**
 * All messages between the main process and the window, declared once.
 * Main parses the arguments, the window parses replies and events. A wrong name or shape does not compile, and is
 * refused at run time. `args` is the tuple of a request's arguments.
 */

/** An address, a path, or a text with meetings. */
const pasted = z.string().max(600_000);

/** An answer as `weeks:takeBack` replies with it, of limited size. */
const removedAnswer = weekAnswer.extend({ feedId: name, uid: name, rule: z.string().max(400).nullable() });
/** The series of a meeting in each of its feeds. */
const severalSeries = z.array(seriesName).min(1).max(100).readonly();

export const requests = {
  'app:info': { args: z.tuple([]), reply: appInfo },
  'app:problems': { args: z.tuple([]), reply: z.array(problem) },
  /** The window failed to render: a redacted report for the log. */
  'window:failed': { args: z.tuple([z.string().max(10_000)]), reply: z.null() },
  /** The window shows its first screen, so that main may begin with what takes the processor. */
  'window:drawn': { args: z.tuple([]), reply: z.null() },
  /** The agenda from one of its meetings on (0 is the first), as much as fits one message. */
  'agenda:get': { args: z.tuple([z.int().nonnegative()]), reply: agendaPart },
  /** The next meetings as the last run knew them, answered before anything is read; null if nothing of it holds. */
  'agenda:last': { args: z.tuple([]), reply: agendaSnapshot.nullable().catch(null) },
  /** The agenda of any days, also past ones that `agenda:get` does not include. */
  'agenda:range': { args: z.tuple([agendaRange]), reply: resultOf(agendaSnapshot) },
  /**
   * As `agenda:range`, and from then on `agenda:rangeChanged` tells what changes in it. The other argument is the
   * ranges that the window still has; changes in any other are no longer sent.
   */
  'agenda:watch': { args: z.tuple([agendaRange, watchedRanges]), reply: resultOf(agendaSnapshot) },
  /** The meeting with that key on any date; null if no feed has it. */
  'agenda:find': { args: z.tuple([name]), reply: occurrence.nullable() },
  /** The meetings that match these words, a year back and ahead; at most 200, those nearest to now, by start. */
  'agenda:search': { args: z.tuple([z.string().max(500)]), reply: resultOf(z.array(occurrence).readonly()) },
  /** Answers in which weeks a meeting takes place, for its series in each of its feeds. */
  'weeks:say': { args: z.tuple([severalSeries, weekSaying]), reply: resultOf(z.null()) },
  /** Replies with the answers that it removed. */
  'weeks:takeBack': {
    args: z.tuple([severalSeries, z.enum(['last', 'all'])]),
    reply: resultOf(z.array(weekAnswer)),
  },
  /** Gives removed answers again, unless there is a newer one. */
  'weeks:restore': { args: z.tuple([z.array(removedAnswer).max(10_000)]), reply: resultOf(z.null()) },
  /** Answers whether a meeting that only a text states still takes place; null takes the answer back. */
  'statements:say': {
    args: z.tuple([severalSeries, z.enum(['yes', 'no']).nullable()]),
    reply: resultOf(z.null()),
  },
  'communities:get': { args: z.tuple([]), reply: z.array(followableCommunity) },
  'feeds:list': { args: z.tuple([]), reply: z.array(feedStatus) },
  'feeds:preview': { args: z.tuple([pasted, followOptions.optional()]), reply: resultOf(feedPreview) },
  'feeds:add': { args: z.tuple([pasted, followOptions.optional()]), reply: resultOf(feed) },
  /** Follows chosen entries of a list of calendars or a starter pack, by their places in the preview. */
  'feeds:addChosen': {
    args: z.tuple([pasted, z.array(z.int().min(0)).max(MOST_ENTRIES)]),
    reply: resultOf(z.array(entryOutcome)),
  },
  /** What can be shared of what is followed. */
  'feeds:shareable': { args: z.tuple([]), reply: shareable },
  /** Asks for a file and writes a starter pack of these entries there. Replies with its path; null if cancelled. */
  'feeds:share': {
    args: z.tuple([z.string().trim().min(1).max(300), z.array(z.int().min(0)).min(1).max(MOST_ENTRIES)]),
    reply: resultOf(z.string().nullable()),
  },
  /** The text of a pasted feed, for editing. */
  'feeds:text': { args: z.tuple([z.string().max(4096)]), reply: resultOf(z.string()) },
  /** Stores the login that a feed’s server wants, and fetches the feed. */
  'feeds:logIn': { args: z.tuple([name, feedLogin]), reply: resultOf(z.null()) },
  'feeds:remove': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /** Undoes `feeds:remove`; possible until the app ends. */
  'feeds:restore': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /** Gives a feed the address or text that it had before the last `feeds:add` that replaced it; possible until the app ends. */
  'feeds:takeBackChange': { args: z.tuple([name]), reply: resultOf(z.null()) },
  /** Accepts the suspect copy. */
  'feeds:accept': { args: z.tuple([name]), reply: resultOf(z.null()) },
  'feeds:refresh': { args: z.tuple([]), reply: z.null() },
  /** Fetches one feed now. */
  'feeds:refreshOne': { args: z.tuple([name]), reply: z.null() },
  'feeds:follow': {
    args: z.tuple([name, z.union([z.literal('all'), z.array(name).max(100_000)])]),
    reply: resultOf(z.null()),
  },
  'feeds:chooseFile': { args: z.tuple([]), reply: z.string().nullable() },
  ...accountRequests,
  ...directoryRequests,
  ...networkRequests,
  'settings:get': { args: z.tuple([]), reply: settings },
  'settings:change': { args: z.tuple([settingsChange]), reply: settings },
  ...joinRequests,
  'link:open': { args: z.tuple([z.string().max(8192)]), reply: resultOf(z.null()) },
  'clipboard:write': { args: z.tuple([z.string().max(65_536)]), reply: z.null() },
  /** As plain text, and as HTML for programs that accept it. */
  'clipboard:writeRich': {
    args: z.tuple([z.string().max(5_000_000), z.string().max(20_000_000)]),
    reply: z.null(),
  },
  ...noteRequests,
  ...manageRequests,
  ...folderRequests,
  ...shellRequests,
  ...aboutRequests,
  ...exchangeRequests,
  ...dataRequests,
  ...privateRequests,
  'search:find': { args: z.tuple([searchWish]), reply: z.array(searchHit) },
  ...reminderRequests,
  ...seriesRequests,
  ...briefRequests,
  ...clockRequests,
} as const;

export const events = {
  'agenda:changed': agendaNews,
  'agenda:rangeChanged': rangeUpdate,
  'feeds:changed': feedsUpdate,
  ...accountEvents,
  'communities:changed': z.array(followableCommunity),
  'settings:changed': settings,
  'notes:changed': noteListChange,
  'notes:savedLate': lateSave,
  ...manageEvents,
  'join:visits': z.array(roomVisit),
  'app:problems': z.array(problem),
  'app:show': route,
  /** The private notes were locked: the window discards their content. */
  'private:locked': z.null(),
  'alert:changed': alertSnapshot,
  'reminders:missedChanged': z.array(missedMeeting),
  /** The ledger has a new event. */
  'reminders:happened': z.null(),
  ...networkEvents,
  ...shellEvents,
  ...clockEvents,
  ...dataEvents,
  /** The wall clock jumped or the computer resumed: main's clock (ms). */
  'app:clock': z.number(),
} as const;

export type RequestName = keyof typeof requests;
export type RequestArgs<N extends RequestName> = z.infer<(typeof requests)[N]['args']>;
export type RequestReply<N extends RequestName> = z.infer<(typeof requests)[N]['reply']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/** `window.api`, set by the preload script; untyped at the border, each side parses. */
export interface Bridge {
  invoke(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Calls back with every event of that name; returns a function that stops it. */
  on(name: string, callback: (payload: unknown) => void): () => void;
}
