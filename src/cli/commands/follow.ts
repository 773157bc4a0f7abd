import { parseArgs } from 'node:util';
import { datedCountOf, mainCalendars } from '#core/directory/directoryEntry.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { httpsAddress } from '#core/feeds/httpsAddress.ts';
import { privateAddresses } from '#main/feeds/privateAddresses.ts';
import { visibleLine } from '#base';
import { isAppRunning } from '../appRunning.ts';
import { BadInput, WrongUse, type Command, type Terminal } from '../command.ts';
import { belongsTo, statedFeed } from '../community.ts';
import { entryNamed, openCommunities } from '../directory.ts';
import { readConfiguration } from '../configuration.ts';
import { isAddress } from '../isAddress.ts';
import { contentOf, openFeedSources, openGiven, type RawFeed } from '../sources.ts';
import { badInput, notes, output, usage } from '../texts.ts';
import { writeFeeds } from '../writeFeeds.ts';

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

const wordsIn = (args: readonly string[]): string =>
  parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals.join(' ');

/** @throws BadInput for a list of calendars, of which the user chooses */
async function feedOf(raw: RawFeed, address: string, terminal: Terminal): Promise<Feed> {
  const { name, series, choices } = await contentOf(raw, terminal);
  if (series.length === 0 && choices.length > 0) throw new BadInput(badInput.isPack(address));
  return { ...raw.feed, name: name ?? raw.feed.name };
}

/** `follow`: follows a community of the directory, or an address, for good. */
export const follow: Command = async (args, terminal) => {
  const words = wordsIn(args);
  if (words === '') throw new WrongUse(usage.follow);
  if (await isAppRunning(terminal)) return handOver(words, terminal);
  const sources = await openFeedSources(terminal);
  const found = isAddress(words)
    ? [await feedOf(await openGiven(words, terminal, sources), words, terminal)]
    : await feedsOfCommunity(words, terminal);
  const isPrivate = await privateAddresses(sources, openCommunities(terminal), terminal.platform);
  if (found.some(isPrivate)) throw new BadInput(badInput.secretAddress);
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
  const names = (all: readonly Feed[]): string[] => all.map(({ name }) => name);
  const isOfCommunity = await belongsTo(words, sources, terminal);
  const byName = removable.filter(
    ({ name, source }) =>
      name.toLowerCase() === words.toLowerCase() ||
      (isAddress(words) && sources(source).location === httpsAddress(words)),
  );
  const named = byName.length > 0 ? byName : removable.filter(isOfCommunity);
  const [only, ...others] = named;
  if (only === undefined) throw new BadInput(badInput.notFollowedYet(words, names(removable)));
  if (others.length > 0) throw new BadInput(badInput.severalFollowed(words, names(named)));
  await writeFeeds(
    feeds.filter(({ id }) => id !== only.id),
    path,
  );
  terminal.out.write(`${visibleLine(output.unfollowed(only.name))}\n`);
};
