import { chmod, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { datedCountOf, mainCalendars } from '#core/directory/directoryEntry.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { httpsAddress } from '#core/feeds/httpsAddress.ts';
import { parseConfig, refusalsOf } from '#core/settings/configFile.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { visibleLine } from '#base';
import { isAppRunning } from '../appRunning.ts';
import { BadInput, WrongUse, type Command, type Terminal } from '../command.ts';
import { entryNamed, openCommunities, statedFeed } from '../community.ts';
import { readConfiguration } from '../configuration.ts';
import { openFeedSources, openGiven } from '../sources.ts';
import { badInput, notes, output, usage } from '../texts.ts';

/** An address, not the name of a community. */
const isAddress = (words: string): boolean => /^(?:https|webcals?):\/\//i.test(words);

/** The calendars of a community that answer; if none does, its stated meetings. */
async function feedsOfCommunity(words: string, terminal: Terminal): Promise<Feed[]> {
  const entry = await entryNamed(words, openCommunities(terminal));
  const main = mainCalendars(entry);
  if (main.length === 0 && entry.calendars.length > 0) throw new BadInput(badInput.manyCalendars(entry.name));
  const found: Feed[] = [];
  for (const { address, covers } of main) {
    try {
      const { feed } = await openGiven(address, terminal);
      found.push({ ...feed, name: main.length === 1 ? entry.name : covers });
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      terminal.err.write(`office-hours: ${visibleLine(notes.noAnswer(entry.name, covers, error.message))}\n`);
    }
  }
  if (found.length > 0) return found;
  if (datedCountOf(entry) === 0) throw new BadInput(badInput.nothingToFollow(entry.name, entry.website));
  terminal.err.write(`office-hours: ${notes.stated(entry.name)}\n`);
  return [statedFeed(entry).feed];
}

/** A running app keeps the list in memory and asks its user, so it gets a link instead of a changed file. */
async function handOver(words: string, terminal: Terminal): Promise<void> {
  const address = isAddress(words) ? httpsAddress(words) : null;
  if (isAddress(words) && address === null) throw new BadInput(badInput.onlyHttps);
  const id = address === null ? (await entryNamed(words, openCommunities(terminal))).id : null;
  const query = address === null ? `community=${id ?? ''}` : `feed=${encodeURIComponent(address)}`;
  const link = `office-hours://follow?${query}`;
  const isOpened = await terminal.openLink(link);
  terminal.out.write(`${isOpened ? output.handedOver : output.openThis(link)}\n`);
}

/** Writes the list of feeds as the app stores it. Nothing else of the configuration changes. */
async function writeFeeds(feeds: readonly Feed[], path: string): Promise<void> {
  const parsed = parseConfig(await readFile(path, 'utf8').catch(() => '{}'));
  if (!('document' in parsed)) throw new BadInput(badInput.notParsed(path, parsed.reason));
  if (refusalsOf(parsed.document).length > 0) throw new BadInput(badInput.badConfig(path));
  const document = { ...parsed.document, feeds: { version: 2, feeds } };
  await createFiles().write(path, JSON.stringify(document, undefined, '\t'));
  // As the app does: only its owner may read it.
  await chmod(path, 0o600);
}

const wordsIn = (args: readonly string[]): string =>
  parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals.join(' ');

/** `follow`: follows a community of the directory, or an address, for good. */
export const follow: Command = async (args, terminal) => {
  const words = wordsIn(args);
  if (words === '') throw new WrongUse(usage.follow);
  if (await isAppRunning(terminal)) return handOver(words, terminal);
  const sources = await openFeedSources(terminal);
  const found = isAddress(words)
    ? [(await openGiven(words, terminal, sources)).feed]
    : await feedsOfCommunity(words, terminal);
  if (found.some(({ source }) => sources(source).isSecret)) throw new BadInput(badInput.secretAddress);
  const { feeds, path } = await readConfiguration(terminal);
  const known = new Set(feeds.map(({ id }) => id));
  const added = found.filter(({ id }) => !known.has(id));
  if (added.length > 0) await writeFeeds([...feeds, ...added], path);
  for (const one of found)
    terminal.out.write(
      `${visibleLine(known.has(one.id) ? output.followedBefore(one.name) : output.nowFollowed(one.name))}\n`,
    );
};

/** `unfollow`: removes what the words name from what is followed: a name, or an address. */
export const unfollow: Command = async (args, terminal) => {
  const words = wordsIn(args);
  if (words === '') throw new WrongUse(usage.unfollow);
  if (await isAppRunning(terminal)) throw new BadInput(badInput.unfollowInApp);
  const sources = await openFeedSources(terminal);
  const { feeds, path } = await readConfiguration(terminal);
  const removable = feeds.filter(({ source }) => sources(source).isRemovable);
  const named = removable.filter(
    ({ name, source }) =>
      name.toLowerCase() === words.toLowerCase() ||
      (isAddress(words) && sources(source).location === httpsAddress(words)),
  );
  const [only, ...others] = named;
  if (only === undefined || others.length > 0)
    throw new BadInput(
      badInput.notOneFollowed(
        words,
        removable.map(({ name }) => name),
      ),
    );
  await writeFeeds(
    feeds.filter(({ id }) => id !== only.id),
    path,
  );
  terminal.out.write(`${visibleLine(output.unfollowed(only.name))}\n`);
};
