import { hasCode } from '#core/problemCodes.ts';
import { join, resolve } from 'node:path';
import { openBuiltInCatalogues } from '#main/feeds/builtInCatalogues.ts';
import { openFeedCache } from '#main/feeds/feedCache.ts';
import { fetchCopy, type FetchedCopy } from '#main/feeds/fetchCopy.ts';
import { isCalendarId } from '#main/feeds/googleAddress.ts';
import { createCalendarSync } from '#main/feeds/caldav/updateCalendar.ts';
import { noCalendarCopies } from '#main/feeds/caldav/calendarCopies.ts';
import { createHostQueue } from '#main/feeds/hostQueue.ts';
import { feedId } from '#main/feeds/newFeed.ts';
import { recogniseAddress } from '#main/feeds/recogniseAddress.ts';
import type { FeedSource } from '#main/feeds/sources/feedSource.ts';
import { createFeedSources, type FeedSources } from '#main/feeds/sources/feedSources.ts';
import { openDirectory } from '#main/directory/directoryFiles.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import type { Http } from '#main/ports/http.ts';
import type { AgendaSource } from '#core/agenda/dateFeeds.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import { readGivenServer } from '#core/caldav/serverAddress.ts';
import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import type { Feed, FeedFormat } from '#core/feeds/feed.ts';
import type { FeedContent } from '#core/feeds/feedContent.ts';
import { readFeed } from '#core/feeds/readFeed.ts';
import { success, visibleLine, type Problem, type Result } from '#base';
import { BadInput, type Terminal } from './command.ts';
import type { Configuration } from './configuration.ts';
import { catalogueFolder, userDataFolder } from './folders.ts';
import { passwordsOf } from './password.ts';
import { badInput, notes } from './texts.ts';

/** Bytes of a feed, before they are read. */
export interface RawFeed {
  readonly feed: Feed;
  /** URL or path of the bytes. */
  readonly location: string;
  readonly bytes: Uint8Array;
  /** Named by the server; null if unknown. */
  readonly charset: string | null;
  /** The built-in catalogue that the bytes update; null if they are complete. */
  readonly base: Uint8Array | null;
}

const sentence = ({ title, detail }: Problem): string => `${title}. ${detail}`;

/** A person at a prompt waits less long than the app does. */
const PATIENCE_MS = 15_000;
/** For a calendar of an account, which a server may have to prepare. */
const DAV_PATIENCE_MS = 90_000;

/** The network adapter, loaded at the first request: most commands make none. */
export function lazyHttp(terminal: Terminal): Http {
  const load = async (): Promise<Http> => {
    const [{ createHttp }, { version }] = await Promise.all([
      import('#main/adapters/network/http.ts'),
      import('./version.ts'),
    ]);
    return createHttp(`OfficeHours/${await version(terminal)}`);
  };
  const patient = (signal: AbortSignal, ms = PATIENCE_MS): AbortSignal =>
    AbortSignal.any([signal, AbortSignal.timeout(ms)]);
  return {
    get: async (url, validators, signal) => (await load()).get(url, validators, patient(signal)),
    dav: async (request, signal) => (await load()).dav(request, patient(signal, DAV_PATIENCE_MS)),
  };
}

/** The sources of feeds, as in the app. */
export async function openFeedSources(terminal: Terminal): Promise<FeedSources> {
  const files = createFiles();
  const environment = {
    userData: userDataFolder(terminal),
    catalogueFolder: catalogueFolder(terminal),
    liveCatalogue: 'none',
  };
  const catalogues = await openBuiltInCatalogues(files, environment, () => false);
  return createFeedSources({
    files,
    environment,
    catalogues,
    http: lazyHttp(terminal),
    queue: createHostQueue(),
    directory: openDirectory(files, environment),
    calDav: {
      sync: createCalendarSync(noCalendarCopies),
      copies: noCalendarCopies,
      passwords: passwordsOf(terminal),
      now: terminal.now,
    },
  });
}

/** @param format null if it is not known yet */
async function fetchFirst(source: FeedSource, format: FeedFormat | null): Promise<Result<FetchedCopy>> {
  const { signal } = new AbortController();
  const fetched = await fetchCopy(source, format, { known: null, isUrgent: true, signal });
  if (fetched.kind === 'unchanged') throw new Error('A server answered “unchanged” to a first request');
  return fetched.kind === 'failed' ? { ok: false, problem: fetched.problem } : success(fetched.copy);
}

const hasWebScheme = (given: string): boolean => /^(?:https?|webcals?):\/\//i.test(given);

function addressOfGiven(given: string, user: string | null, { platform }: Terminal): Result<SourceAddress> {
  const isWeb = hasWebScheme(given) || isCalendarId(given);
  if (user === null || !isWeb) return recogniseAddress(isWeb ? given : resolve(given), platform);
  const server = readGivenServer(given);
  return server?.kind === 'server'
    ? success({ kind: 'calDav', url: server.url, user })
    : accountFailure('account/notServer');
}

/**
 * The feed that `--feed` names: an address, or a path from the current folder.
 * @throws BadInput if it cannot be fetched, or is no calendar
 */
export async function openGiven(
  given: string,
  terminal: Terminal,
  opened?: FeedSources,
  user: string | null = null,
): Promise<RawFeed> {
  const address = addressOfGiven(given, user, terminal);
  if (!address.ok) throw new BadInput(sentence(address.problem));
  const sources = opened ?? (await openFeedSources(terminal));
  const source = sources(address.value);
  const copy = await fetchFirst(source, null);
  if (!copy.ok && address.value.kind === 'file')
    throw new BadInput(
      hasCode(copy.problem, 'feed/noFile')
        ? badInput.noSuchFile(address.value.path)
        : `${address.value.path}: ${sentence(copy.problem)}`,
    );
  if (!copy.ok) throw new BadInput(sentence(copy.problem));
  const { format, bytes, charset, base } = copy.value;
  const { location, defaultName: name } = source;
  return {
    feed: { id: feedId(location), name, source: address.value, format, followed: 'all', color: 0 },
    location,
    bytes,
    charset,
    base,
  };
}

/**
 * A feed of the user: the app's copy, which is fresh and needs no network; fetched only if there is no copy yet.
 * Null, and a line on stderr, if it can be read neither way.
 */
async function openFollowed(feed: Feed, sources: FeedSources, terminal: Terminal): Promise<RawFeed | null> {
  const source = sources(feed.source);
  const { location } = source;
  const stored = await openFeedCache(createFiles(), join(userDataFolder(terminal), 'feeds')).read(feed.id);
  if (stored !== null) {
    const base = (await source.bundledCopy())?.bytes ?? null;
    return { feed, location, bytes: stored.bytes, charset: stored.facts?.charset ?? null, base };
  }
  const copy = await fetchFirst(source, feed.format);
  if (copy.ok) return { feed, location, ...copy.value };
  // The name only: the problem may hold the address, and the address a token.
  terminal.err.write(`office-hours: ${visibleLine(notes.leftOut(feed.name))}\n`);
  return null;
}

/** Reads a feed. */
export const contentOf = (
  { feed, location, bytes, charset, base }: RawFeed,
  terminal: Terminal,
): FeedContent =>
  readFeed(feed.format, bytes, {
    now: terminal.now(),
    location,
    ...(charset === null ? {} : { charset }),
    ...(base === null ? {} : { base }),
  });

/**
 * Reads feeds that are named on the command line.
 * @throws BadInput for one without meetings; the app itself reports it for followed feeds
 */
export const readGiven = (
  raw: readonly RawFeed[],
  weeks: Configuration['weeks'],
  terminal: Terminal,
): AgendaSource[] =>
  raw.map((one) => {
    const { feed } = one;
    const content = contentOf(one, terminal);
    const [problem] = content.problems;
    if (feed.format !== 'ics' && content.series.length === 0 && problem)
      throw new BadInput(sentence(problem));
    return { feed: { ...feed, name: content.name ?? feed.name }, content, weeks };
  });

/** Options that name feeds. */
interface GivenFeeds {
  readonly feed: readonly string[];
  /** The name to log in with: the feeds on the web are then calendars of an account. */
  readonly user?: string | null | undefined;
}

/** The feeds that `--feed` names, those on the web with `--user`, else those of the user, else the catalogue. */
export async function openSources(
  { feed: given, user = null }: GivenFeeds,
  { feeds: followed, weeks }: Pick<Configuration, 'feeds' | 'weeks'>,
  terminal: Terminal,
): Promise<AgendaSource[]> {
  const sources = await openFeedSources(terminal);
  if (given.length > 0) {
    const named = await Promise.all(given.map((one) => openGiven(one, terminal, sources, user)));
    return readGiven(named, weeks, terminal);
  }
  const raw = await Promise.all(followed.map((feed) => openFollowed(feed, sources, terminal)));
  return raw
    .filter((one) => one !== null)
    .map((one) => ({ feed: one.feed, content: contentOf(one, terminal), weeks }));
}
