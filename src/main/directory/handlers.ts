import type { DirectoryEntry } from '#core/directory/directoryEntry.ts';
import type { DirectoryRow } from '#core/directory/directoryIndex.ts';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { usedCommunities } from '#core/directory/usedCommunities.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { success, type Result } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import { createCommunityFollower } from './communityFollower.ts';
import type { DirectoryFiles } from './directoryFiles.ts';
import { watchLostCalendars } from './lostCalendars.ts';

/** A row as the window gets it. */
function toListed(row: DirectoryRow, state: Pick<ListedCommunity, 'isFollowed' | 'isUsed'>): ListedCommunity {
  const { addresses: _addresses, rooms: _rooms, ...shown } = row;
  return Object.assign(shown, state);
}

/** Handles `directory:…`. A request that changes the meetings resolves after the agenda shows the change. */
export function registerDirectoryHandlers(
  { ports: { environment, log }, problems, owned, handle }: Shared,
  feeds: Feeds,
  agenda: Pick<AgendaModel, 'rebuild' | 'occurrences'>,
  directory: DirectoryFiles,
): void {
  const follower = createCommunityFollower(feeds, environment);
  const { list } = feeds;
  const lost = owned.use(watchLostCalendars({ log, environment }, { feeds, directory, problems }));

  /** Meetings of the user's own calendars: the built-in ones name other communities. */
  const ownOccurrences = (): Occurrence[] =>
    agenda
      .occurrences()
      .filter((one) => one.sources.some(({ feedId }) => list.find(feedId)?.source.kind !== 'builtIn'));
  const listed = async (): Promise<ListedCommunity[]> => {
    const rows = await directory.rows();
    const used = usedCommunities(rows, ownOccurrences());
    const stated = new Set(
      list.all().flatMap(({ source }) => (source.kind === 'stated' ? [source.community] : [])),
    );
    return rows.map((row) =>
      toListed(row, {
        isFollowed:
          stated.has(row.id) || row.addresses.some((address) => follower.feedIdOf(address) !== null),
        isUsed: used.has(row.id),
      }),
    );
  };
  /** Follows by the entry of a community; what succeeds is in the agenda afterwards. */
  const following = async <Value>(
    id: string,
    follow: (entry: DirectoryEntry) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const entry = await directory.entry(id);
    if (!entry.ok) return entry;
    const outcome = await follow(entry.value);
    if (outcome.ok) await agenda.rebuild();
    return outcome;
  };

  handle('directory:list', listed);
  handle('directory:get', async (id) => {
    const entry = await directory.entry(id);
    return entry.ok ? success(follower.view(entry.value)) : entry;
  });
  handle('directory:lost', (feedId) => lost.of(feedId));
  handle('directory:follow', (id, address) => following(id, (entry) => follower.follow(entry, address)));
  handle('directory:followWhole', (id) => following(id, (entry) => follower.followWhole(entry)));
  handle('directory:followStated', (id) => following(id, (entry) => follower.followStated(entry)));
}
