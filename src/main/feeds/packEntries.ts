import type { Feed } from '#core/feeds/feed.ts';
import { bothFollowed } from '#core/feeds/followed.ts';
import { feedsProblem } from '#core/feeds/problems.ts';
import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import type { PackEntry, Shareable } from '#core/feeds/starterPack.ts';
import { success, type Problem, type Result } from '#base';
import type { FeedList } from './feedList.ts';
import { recogniseAddress } from './recogniseAddress.ts';
import type { FeedSources } from './sources/feedSources.ts';

/** Entries of starter packs and lists of calendars: which of them are followed, following them, and sharing one's own. */

/** The source of an entry; null for groups, which belong to a feed that is always there. */
export function sourceOfEntry(entry: PackEntry, platform: string): Result<SourceAddress> | null {
  if (entry.kind === 'groups') return null;
  return entry.kind === 'stated'
    ? success({ kind: 'stated', community: entry.community, insteadOf: null })
    : recogniseAddress(entry.address, platform);
}

type Lists = { readonly list: Pick<FeedList, 'all' | 'find' | 'put'>; readonly sources: FeedSources };

const catalogueOf = ({ list }: Lists, id: string): Feed | null => {
  const feed = list.find(id);
  return feed?.source.kind === 'builtIn' ? feed : null;
};

/** True if the user follows all that the entry names. */
export function isEntryFollowed(lists: Lists, entry: PackEntry, platform: string): boolean {
  if (entry.kind === 'groups') {
    const followed = catalogueOf(lists, entry.catalogue)?.followed ?? [];
    if (followed === 'all' || entry.followed === 'all') return followed === 'all';
    return entry.followed.every((one) => followed.includes(one));
  }
  const source = sourceOfEntry(entry, platform);
  if (source?.ok !== true) return false;
  const { location } = lists.sources(source.value);
  return lists.list.all().some((feed) => lists.sources(feed.source).location === location);
}

/**
 * How many meetings and groups the user follows one by one in a catalogue that the entry follows as a whole: they ask
 * before their choice is lost. 0 for every other entry.
 */
export function replacedBy(lists: Lists, entry: PackEntry): number {
  if (entry.kind !== 'groups' || entry.followed !== 'all') return 0;
  const followed = catalogueOf(lists, entry.catalogue)?.followed ?? [];
  return followed === 'all' ? 0 : followed.length;
}

/** Follows a source that needs no preview. */
export interface SourceAdder {
  addSource(source: SourceAddress, name?: string): Promise<Result<Feed>>;
}

/** Follows an entry besides what is followed already. Why it is not followed, such as a calendar that does not answer. */
export async function followEntry(
  lists: Lists,
  adder: SourceAdder,
  entry: PackEntry,
  platform: string,
): Promise<Problem | null> {
  if (isEntryFollowed(lists, entry, platform)) return null;
  if (entry.kind === 'groups') {
    const feed = catalogueOf(lists, entry.catalogue);
    if (feed === null) return feedsProblem('feed/noDirectory');
    lists.list.put({ ...feed, followed: bothFollowed(feed.followed, entry.followed) });
    return null;
  }
  const source = sourceOfEntry(entry, platform);
  const added = source?.ok === true ? await adder.addSource(source.value, entry.name) : source;
  return added === null || added.ok ? null : added.problem;
}

/** Whether the address of a feed leaves this computer in no file. */
type IsPrivate = (feed: Feed) => boolean;

/** An entry for a feed; null if it stays here. */
function entryOf(feed: Feed, isPrivate: IsPrivate): PackEntry | null {
  const { name, source, followed, id } = feed;
  if (source.kind === 'builtIn') return { kind: 'groups', name, catalogue: id, followed };
  if (source.kind === 'stated')
    return source.insteadOf === null ? { kind: 'stated', name, community: source.community } : null;
  if (source.kind !== 'web' || isPrivate(feed) || !source.url.startsWith('https:')) return null;
  return { kind: 'calendar', name, address: source.url };
}

/** The entries of a pack of what the user follows. No private address is in it. */
export function shareable(all: readonly Feed[], isPrivate: IsPrivate): Shareable {
  const feeds = all.filter(({ followed }) => followed === 'all' || followed.length > 0);
  const isInstead = ({ source }: Feed): boolean => source.kind === 'stated' && source.insteadOf !== null;
  const own = feeds.filter((feed) => !isInstead(feed));
  return {
    entries: own.flatMap((feed) => entryOf(feed, isPrivate) ?? []),
    left: own.filter((feed) => entryOf(feed, isPrivate) === null).map(({ name }) => name),
  };
}
