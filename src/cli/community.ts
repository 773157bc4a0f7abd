import { join } from 'node:path';
import type { Feed } from '#core/feeds/feed.ts';
import { isFollowable, type DirectoryEntry } from '#core/directory/directoryEntry.ts';
import { statedCatalogue } from '#core/directory/statedMeetings.ts';
import { feedId } from '#main/feeds/newFeed.ts';
import { recogniseAddress } from '#main/feeds/recogniseAddress.ts';
import type { FeedSources } from '#main/feeds/sources/feedSources.ts';
import { statedLocation } from '#main/feeds/sources/statedSource.ts';
import { KUBERNETES } from '#core/feeds/storedFeeds.ts';
import { visibleLine } from '#base';
import { BadInput, type Terminal } from './command.ts';
import { catalogueFolder } from './folders.ts';
import { entryNamed, named, openCommunities } from './directory.ts';
import { namedGroups } from './kubernetesGroups.ts';
import { openFeedSources, openGiven, type RawFeed } from './sources.ts';
import { badInput, notes } from './texts.ts';

/** Tells the feeds of the community that the words name: its calendars, and its stated meetings. */
export async function belongsTo(
  words: string,
  sources: FeedSources,
  terminal: Terminal,
): Promise<(feed: Feed) => boolean> {
  const row = named(await openCommunities(terminal).rows(), words);
  if (row === null) return () => false;
  const locations = new Set([
    statedLocation(row.id),
    ...row.addresses.flatMap((address) => {
      const read = recogniseAddress(address, terminal.platform);
      return read.ok ? [sources(read.value).location] : [];
    }),
  ]);
  return ({ source }) => locations.has(sources(source).location);
}

/** The stated meetings as a feed. */
export function statedFeed(entry: DirectoryEntry): RawFeed {
  const feed: RawFeed['feed'] = {
    id: feedId(statedLocation(entry.id)),
    name: entry.name,
    source: { kind: 'stated', community: entry.id, insteadOf: null },
    format: 'catalogue',
    followed: 'all',
    color: 0,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(statedCatalogue(entry)));
  return { feed, location: entry.id, bytes, charset: null, base: null };
}

/**
 * The calendars of the community that the words name; those that do not answer are named on stderr. If none answers, its
 * stated meetings.
 * @throws BadInput if the words name no community, or several
 */
export async function openCommunity(words: string, terminal: Terminal): Promise<RawFeed[]> {
  const sources = await openFeedSources(terminal);
  const directory = openCommunities(terminal);
  const groups = await namedGroups(words, await directory.rows(), terminal);
  if (groups !== null) {
    const path = join(catalogueFolder(terminal), `${KUBERNETES}.json`);
    const raw = await openGiven(path, terminal, sources);
    return [{ ...raw, feed: { ...raw.feed, followed: groups.followed } }];
  }
  const entry = await entryNamed(words, directory);
  const answers = await Promise.all(
    entry.calendars.filter(isFollowable).map(async ({ address, covers }) => {
      try {
        return await openGiven(address, terminal, sources);
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        terminal.err.write(
          `office-hours: ${visibleLine(notes.noAnswer(entry.name, covers, error.message))}\n`,
        );
        return null;
      }
    }),
  );
  const answered = answers.filter((one) => one !== null);
  if (answered.length > 0) return answered;
  if (!entry.meetings.some(({ when }) => when !== null))
    throw new BadInput(badInput.nothingToFollow(entry.name, entry.website));
  const why = answers.length === 0 ? notes.statedOnly : notes.stated;
  terminal.err.write(`office-hours: ${why(entry.name)}\n`);
  return [statedFeed(entry)];
}
