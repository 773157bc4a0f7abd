import { parseArgs } from 'node:util';
import { datedCountOf, isFollowable, mainCalendars } from '#core/directory/directoryEntry.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { httpsAddress } from '#core/feeds/httpsAddress.ts';
import { mayAnswerLater } from '#core/directory/goneCalendar.ts';
import { texts as directoryTexts } from '#core/directory/texts.ts';
import { feedId, freeColor } from '#main/feeds/newFeed.ts';
import { recogniseAddress } from '#main/feeds/recogniseAddress.ts';
import type { FeedSources } from '#main/feeds/sources/feedSources.ts';
import { problemLine } from '../advice.ts';
import { privateAddresses } from '#main/feeds/privateAddresses.ts';
import { visibleLine } from '#base';
import { isAppRunning } from '../appRunning.ts';
import { BadInput, WrongUse, type Command, type Terminal } from '../command.ts';
import { belongsTo, statedFeed } from '../community.ts';
import { entryNamed, openCommunities } from '../directory.ts';
import { readConfiguration } from '../configuration.ts';
import { bothFollowed } from '#core/feeds/followed.ts';
import { KUBERNETES } from '#core/feeds/storedFeeds.ts';
import { namedGroups, type NamedGroups } from '../kubernetesGroups.ts';
import { isAddress } from '../isAddress.ts';
import { contentOf, fetchRaw, openFeedSources, openGiven, type RawFeed } from '../sources.ts';
import { badInput, notes, output, usage } from '../texts.ts';
import { writeFeeds } from '../writeFeeds.ts';

/**
 * The calendars of a community that answer; if none does, those that may answer later, and its stated meetings in their
 * place.
 */
async function feedsOfCommunity(words: string, sources: FeedSources, terminal: Terminal): Promise<Feed[]> {
  const entry = await entryNamed(words, openCommunities(terminal));
  const main = mainCalendars(entry);
  if (main.length === 0 && entry.calendars.some(isFollowable))
    throw new BadInput(badInput.manyCalendars(entry.name));
  const found: Feed[] = [];
  /** Those that did not answer now: they are followed, and fetched when they answer. */
  const later: Feed[] = [];
  for (const { address, covers } of main) {
    const source = recogniseAddress(address, terminal.platform);
    if (!source.ok) continue;
    const name = main.length === 1 ? entry.name : covers;
    const fetched = await fetchRaw(source.value, sources);
    if (fetched.ok) {
      found.push({ ...fetched.value.feed, name });
      continue;
    }
    const { problem } = fetched;
    terminal.err.write(
      `office-hours: ${visibleLine(notes.noAnswer(entry.name, covers, problemLine(problem)))}\n`,
    );
    const { location } = sources(source.value);
    if (mayAnswerLater(problem))
      later.push({
        id: feedId(location),
        name,
        source: source.value,
        format: 'ics',
        followed: 'all',
        color: 0,
      });
  }
  if (found.length > 0) return found;
  const [first] = later;
  if (first === undefined && datedCountOf(entry) === 0)
    throw new BadInput(badInput.nothingToFollow(entry.name, entry.website));
  if (datedCountOf(entry) === 0) return later;
  const why = first === undefined ? (main.length === 0 ? notes.statedOnly : notes.stated) : notes.waiting;
  terminal.err.write(`office-hours: ${why(entry.name)}\n`);
  const stated = statedFeed(entry).feed;
  if (first === undefined) return [stated];
  const source = { kind: 'stated', community: entry.id, insteadOf: first.id } as const;
  return [...later, { ...stated, name: directoryTexts.instead(entry.name), source }];
}

/** Follows all of Kubernetes, or one of its groups beside those that are followed. */
async function followGroups({ name, followed }: NamedGroups, terminal: Terminal): Promise<void> {
  if (await isAppRunning(terminal)) throw new BadInput(badInput.groupsInApp(name));
  const { feeds, path } = await readConfiguration(terminal);
  const next = feeds.map((one) =>
    one.id === KUBERNETES ? { ...one, followed: bothFollowed(one.followed, followed) } : one,
  );
  const isNew = JSON.stringify(next) !== JSON.stringify(feeds);
  if (isNew) await writeFeeds(next, path);
  terminal.out.write(`${visibleLine(isNew ? output.nowFollowed(name) : output.followedBefore(name))}\n`);
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

/** Stated meetings in place of a calendar, which are removed together with it. */
const isInstead = ({ source }: Feed): boolean => source.kind === 'stated' && source.insteadOf !== null;

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
  const groups = isAddress(words)
    ? null
    : await namedGroups(words, await openCommunities(terminal).rows(), terminal);
  if (groups !== null) return followGroups(groups, terminal);
  if (await isAppRunning(terminal)) return handOver(words, terminal);
  const sources = await openFeedSources(terminal);
  const found = isAddress(words)
    ? [await feedOf(await openGiven(words, terminal, sources), words, terminal)]
    : await feedsOfCommunity(words, sources, terminal);
  const isPrivate = await privateAddresses(sources, openCommunities(terminal), terminal.platform);
  if (found.some(isPrivate)) throw new BadInput(badInput.secretAddress);
  const { feeds, path } = await readConfiguration(terminal);
  const known = new Set(feeds.map(({ id }) => id));
  const added: Feed[] = [];
  for (const one of found)
    if (!known.has(one.id)) added.push({ ...one, color: freeColor([...feeds, ...added]) });
  if (added.length > 0) await writeFeeds([...feeds, ...added], path);
  for (const one of found.filter((feed) => !isInstead(feed)))
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
  const removable = feeds.filter((one) => sources(one.source).isRemovable && !isInstead(one));
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
    feeds.filter(
      ({ id, source }) => id !== only.id && !(source.kind === 'stated' && source.insteadOf === only.id),
    ),
    path,
  );
  terminal.out.write(`${visibleLine(output.unfollowed(only.name))}\n`);
};
