import type { Community } from '#core/catalogue/community.ts';
import { readCatalogue } from '#core/catalogue/readCatalogue.ts';
import { mayAnswerLater } from '#core/directory/goneCalendar.ts';
import { directoryFailure } from '#core/directory/problems.ts';
import {
  datedCountOf,
  isFollowable,
  mainCalendars,
  type DirectoryCalendar,
  type DirectoryEntry,
} from '#core/directory/directoryEntry.ts';
import type { CommunityView, FollowOutcome } from '#core/directory/directoryView.ts';
import { statedCatalogue } from '#core/directory/statedMeetings.ts';
import { texts } from '#core/directory/texts.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { success, type Result } from '#base';
import type { Environment } from '../ports/environment.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import { freeColor, freeFeedId } from '../feeds/newFeed.ts';
import { recogniseAddress } from '../feeds/recogniseAddress.ts';

/** Follows communities of the directory as feeds. Nothing is followed that was not asked for. */
export interface CommunityFollower {
  /** The id of the feed that has this address; null if it is not followed. */
  feedIdOf(address: string): string | null;
  view(entry: DirectoryEntry): CommunityView;
  /** @param address one that the entry has */
  follow(entry: DirectoryEntry, address: string): Promise<Result<FollowOutcome>>;
  /** Follows the main calendars; succeeds if one of them answers, or may answer later. */
  followWhole(entry: DirectoryEntry): Promise<Result<FollowOutcome[]>>;
  followStated(entry: DirectoryEntry): Promise<Result<Feed>>;
}

/** The stated meetings as a community, with schedules. */
function statedCommunity(entry: DirectoryEntry): Community {
  const { communities } = readCatalogue(new TextEncoder().encode(JSON.stringify(statedCatalogue(entry))));
  const [only] = communities;
  if (only === undefined) throw new Error(`The stated meetings of ${entry.id} cannot be read`);
  return only;
}

/** Addresses that the user may follow: calendars, and pages of text. */
const addressesOf = ({ calendars, pages }: DirectoryEntry): string[] => [
  ...calendars.filter(isFollowable).map(({ address }) => address),
  ...pages.flatMap(({ url }) => url ?? []),
];

export function createCommunityFollower(
  { list, sources, adder, sync }: Pick<Feeds, 'list' | 'sources' | 'adder' | 'sync'>,
  { platform }: Pick<Environment, 'platform'>,
): CommunityFollower {
  const locationOf = (address: string): string | null => {
    const read = recogniseAddress(address, platform);
    return read.ok ? sources(read.value).location : null;
  };
  const feedAt = (location: string | null): Feed | null =>
    list.all().find(({ source }) => sources(source).location === location) ?? null;
  const feedIdOf = (address: string): string | null => feedAt(locationOf(address))?.id ?? null;
  const statedFeed = ({ id }: DirectoryEntry): Feed | null =>
    list.all().find(({ source }) => source.kind === 'stated' && source.community === id) ?? null;
  /** A calendar without a name of its own gets that of its community. */
  const named = (feed: Feed, entry: DirectoryEntry): Feed => {
    if (feed.name !== sources(feed.source).defaultName) return feed;
    const renamed = { ...feed, name: entry.name };
    list.put(renamed);
    return renamed;
  };

  const follow = async (entry: DirectoryEntry, address: string): Promise<Result<FollowOutcome>> => {
    if (!addressesOf(entry).includes(address)) return directoryFailure('directory/notFollowable');
    const preview = await adder.preview(address);
    if (!preview.ok) return preview;
    const { seriesCount, next } = preview.value;
    if (seriesCount === 0) return directoryFailure('directory/empty');
    const added = await adder.add(address);
    if (!added.ok) return added;
    const { id, name } = named(added.value, entry);
    return success({ feedId: id, name, seriesCount, hasNext: next.length > 0 });
  };

  /**
   * Follows calendars that did not answer, for example offline: they are fetched as soon as they answer. Until then what
   * is stated is shown in their place.
   */
  const followLater = async (
    entry: DirectoryEntry,
    later: readonly DirectoryCalendar[],
  ): Promise<FollowOutcome[]> => {
    const outcomes = later.flatMap(({ address, covers }) => {
      const read = recogniseAddress(address, platform);
      if (!read.ok) return [];
      const name = later.length === 1 ? entry.name : covers;
      const feed: Feed = {
        id: freeFeedId(sources(read.value).location, list.all()),
        name,
        source: read.value,
        format: 'ics',
        followed: 'all',
        color: freeColor(list.all()),
      };
      list.put(feed);
      void sync.refreshNow([feed.id]);
      return [{ feedId: feed.id, name, seriesCount: 0, hasNext: false }];
    });
    const [first] = outcomes;
    if (first === undefined || datedCountOf(entry) === 0 || statedFeed(entry) !== null) return outcomes;
    const added = await adder.addSource({ kind: 'stated', community: entry.id, insteadOf: first.feedId });
    if (added.ok) list.put({ ...added.value, name: texts.instead(entry.name) });
    return outcomes;
  };

  return {
    feedIdOf,
    view: (entry) => ({
      entry,
      stated: statedCommunity(entry),
      feedIds: Object.fromEntries(
        addressesOf(entry).flatMap((address) => {
          const id = feedIdOf(address);
          return id === null ? [] : [[address, id]];
        }),
      ),
      statedFeedId: statedFeed(entry)?.id ?? null,
    }),
    follow,
    followWhole: async (entry) => {
      const outcomes: Result<FollowOutcome>[] = [];
      const later: DirectoryCalendar[] = [];
      // One after the other: the adder keeps one preview.
      for (const calendar of mainCalendars(entry)) {
        const outcome = await follow(entry, calendar.address);
        outcomes.push(outcome);
        if (!outcome.ok && mayAnswerLater(outcome.problem)) later.push(calendar);
      }
      const followed = outcomes.flatMap((one) => (one.ok ? [one.value] : []));
      const failure = outcomes.find((one) => !one.ok);
      if (followed.length > 0) return success(followed);
      if (later.length > 0) return success(await followLater(entry, later));
      return failure?.ok === false
        ? directoryFailure('directory/noAnswer', entry.name, failure.problem.title)
        : directoryFailure('directory/notFollowable');
    },
    followStated: (entry) => adder.addSource({ kind: 'stated', community: entry.id, insteadOf: null }),
  };
}
