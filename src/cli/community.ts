import { join } from 'node:path';
import { foldedText } from '#core/search/fold.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { isFollowable, type DirectoryEntry } from '#core/directory/directoryEntry.ts';
import type { DirectoryRow } from '#core/directory/directoryIndex.ts';
import { searchDirectory } from '#core/directory/searchDirectory.ts';
import { statedCatalogue } from '#core/directory/statedMeetings.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { feedId } from '#main/feeds/newFeed.ts';
import { recogniseAddress } from '#main/feeds/recogniseAddress.ts';
import type { FeedSources } from '#main/feeds/sources/feedSources.ts';
import { statedLocation } from '#main/feeds/sources/statedSource.ts';
import { openDirectory, type DirectoryFiles } from '#main/directory/directoryFiles.ts';
import { KUBERNETES } from '#core/feeds/storedFeeds.ts';
import { visibleLine } from '#base';
import { problemLine } from './advice.ts';
import { BadInput, type Terminal } from './command.ts';
import { catalogueFolder } from './folders.ts';
import { openFeedSources, openGiven, type RawFeed } from './sources.ts';
import { badInput, notes } from './texts.ts';

/** Communities of the directory as the command line names them. */

export const openCommunities = (terminal: Terminal): DirectoryFiles =>
  openDirectory(createFiles(), { catalogueFolder: catalogueFolder(terminal) });

/** The only community that the words name; null if none or several do. */
function named(rows: readonly DirectoryRow[], words: string): DirectoryRow | null {
  const query = foldedText(words).trim();
  const exact = rows.filter(({ id, name, aliases }) =>
    [id, name, ...aliases].some((one) => foldedText(one) === query),
  );
  const found = exact.length > 0 ? exact : searchDirectory(rows, words);
  return found.length === 1 ? (found[0] ?? null) : null;
}

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

/** @throws BadInput that names the candidates */
export async function entryNamed(words: string, directory: DirectoryFiles): Promise<DirectoryEntry> {
  const rows = await directory.rows();
  const row = named(rows, words);
  const entry = row === null ? null : await directory.entry(row.id);
  if (entry?.ok === true) return entry.value;
  if (entry !== null) throw new BadInput(problemLine(entry.problem));
  throw new BadInput(
    badInput.whichCommunity(
      words,
      searchDirectory(rows, words).map(({ id }) => id),
    ),
  );
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
  if (/^(?:kubernetes|k8s)$/i.test(words))
    return [await openGiven(join(catalogueFolder(terminal), `${KUBERNETES}.json`), terminal, sources)];
  const entry = await entryNamed(words, openCommunities(terminal));
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
  terminal.err.write(`office-hours: ${notes.stated(entry.name)}\n`);
  return [statedFeed(entry)];
}
