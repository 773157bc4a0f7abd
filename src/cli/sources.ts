import { hasCode } from '#core/problemCodes.ts';
import { join, resolve } from 'node:path';
import { openBuiltInCatalogues } from '#main/feeds/builtInCatalogues.ts';
import { openFeedCache } from '#main/feeds/feedCache.ts';
import { fetchCopy, type FetchedCopy } from '#main/feeds/fetchCopy.ts';
import { isCalendarId } from '#main/feeds/googleAddress.ts';
import { createCalendarSync } from '#main/feeds/caldav/updateCalendar.ts';
import { noCalendarCopies } from '#main/feeds/caldav/calendarCopies.ts';
import { createClock } from '#main/adapters/system/clock.ts';
import { createHostQueue } from '#main/feeds/hostQueue.ts';
import { feedId } from '#main/feeds/newFeed.ts';
import { loginInAddress, recogniseAddress } from '#main/feeds/recogniseAddress.ts';
import type { FeedSource } from '#main/feeds/sources/feedSource.ts';
import { createFeedSources, type FeedSources } from '#main/feeds/sources/feedSources.ts';
import { openDirectory } from '#main/directory/directoryFiles.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import type { Http, Login } from '#main/ports/http.ts';
import type { AgendaSource } from '#core/agenda/dateFeeds.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import { readGivenServer } from '#core/caldav/serverAddress.ts';
import { writtenAddress, type SourceAddress } from '#core/feeds/sourceAddress.ts';
import type { Feed, FeedFormat } from '#core/feeds/feed.ts';
import type { FeedContent } from '#core/feeds/feedContent.ts';
import { readCommunityFile, readIcsFeed } from '#core/feeds/readPlainFeed.ts';
import { success, visibleLine, type Problem, type Result } from '#base';
import { problemLine } from './advice.ts';
import { BadInput, type Terminal } from './command.ts';
import type { Configuration } from './configuration.ts';
import { catalogueFolder, userDataFolder } from './folders.ts';
import { openConnection } from './connection.ts';
import { askedLogins } from './password.ts';
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

/** A person at a prompt waits less long than the app does. */
const PATIENCE_MS = 15_000;
/** For a calendar of an account, which a server may have to prepare. */
const DAV_PATIENCE_MS = 90_000;

/** The network adapter, loaded at the first request: most commands make none. */
export function lazyHttp(terminal: Terminal): Http {
  const load = async (): Promise<Http> => {
    const [{ createHttp }, { version }, connection] = await Promise.all([
      import('#main/adapters/network/http.ts'),
      import('./version.ts'),
      openConnection(terminal),
    ]);
    return createHttp(`OfficeHours/${await version(terminal)}`, connection.send);
  };
  const patient = (signal: AbortSignal, ms = PATIENCE_MS): AbortSignal =>
    AbortSignal.any([signal, AbortSignal.timeout(ms)]);
  return {
    get: async (url, validators, signal, wishes) =>
      (await load()).get(url, validators, patient(signal), wishes),
    dav: async (request, signal) => (await load()).dav(request, patient(signal, DAV_PATIENCE_MS)),
    post: async (url, form, signal) => (await load()).post(url, form, patient(signal)),
  };
}

/** The login for a calendar on the web; null if there is none. */
type LoginOf = (url: string) => Promise<Login | null>;

/** The logins that the command line gives: in an address itself, or by `--user`. */
function loginsOf(terminal: Terminal, given: readonly string[], user: string | null): LoginOf {
  const asked = askedLogins(terminal);
  const written = new Map(
    given.flatMap((one): [string, Login][] => {
      const address = recogniseAddress(one, terminal.platform);
      const login = loginInAddress(one);
      return login !== null && address.ok && address.value.kind === 'web' ? [[address.value.url, login]] : [];
    }),
  );
  return async (url) => {
    const own = written.get(url);
    if (own !== undefined || user === null) return own ?? null;
    const login = await asked({ url, user });
    return login.ok ? login.value : null;
  };
}

/** The sources of feeds, as in the app. @param loginOf for calendars on the web */
export async function openFeedSources(
  terminal: Terminal,
  loginOf: LoginOf = () => Promise.resolve(null),
): Promise<FeedSources> {
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
    queue: createHostQueue(createClock()),
    directory: openDirectory(files, environment),
    logins: { get: loginOf, discard: () => undefined },
    calDav: {
      sync: createCalendarSync(noCalendarCopies),
      copies: noCalendarCopies,
      logins: askedLogins(terminal),
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

/** What says that an address is no calendar of an account: it may be a calendar file behind a login. */
const NO_ACCOUNT = ['account/notCalDav', 'account/noBasic', 'account/gone', 'account/forbidden'] as const;

/** Fetches an address: with `--user` as a calendar of an account first, and if that is none, as a calendar file. */
async function fetchGiven(
  given: string,
  address: SourceAddress,
  sources: FeedSources,
  { platform }: Terminal,
) {
  const source = sources(address);
  const copy = await fetchFirst(source, null);
  if (copy.ok || address.kind !== 'calDav' || !NO_ACCOUNT.some((code) => hasCode(copy.problem, code)))
    return { source, address, copy };
  const file = recogniseAddress(given, platform);
  if (!file.ok) return { source, address, copy };
  const other = sources(file.value);
  const second = await fetchFirst(other, null);
  return second.ok ? { source: other, address: file.value, copy: second } : { source, address, copy };
}

/** Tries to read what `--feed` names. `problem`: why it cannot be read; null if it can. */
export async function tryGiven(
  given: string,
  terminal: Terminal,
  user: string | null,
): Promise<{ readonly location: string; readonly maskedAddress: string; readonly problem: Problem | null }> {
  const address = addressOfGiven(given, user, terminal);
  if (!address.ok) return { location: '', maskedAddress: visibleLine(given), problem: address.problem };
  const sources = await openFeedSources(terminal, loginsOf(terminal, [given], user));
  const { source, address: found, copy } = await fetchGiven(given, address.value, sources, terminal);
  const location = writtenAddress(found) ?? '';
  return { location, maskedAddress: source.maskedAddress, problem: copy.ok ? null : copy.problem };
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
  if (!address.ok) throw new BadInput(problemLine(address.problem));
  const sources = opened ?? (await openFeedSources(terminal, loginsOf(terminal, [given], user)));
  const { source, address: found, copy } = await fetchGiven(given, address.value, sources, terminal);
  if (!copy.ok && found.kind === 'file')
    throw new BadInput(
      hasCode(copy.problem, 'feed/noFile')
        ? badInput.noSuchFile(found.path)
        : `${found.path}: ${problemLine(copy.problem)}`,
    );
  if (!copy.ok) throw new BadInput(problemLine(copy.problem));
  return rawOf(source, found, copy.value);
}

function rawOf(
  { location, defaultName: name }: FeedSource,
  source: SourceAddress,
  copy: FetchedCopy,
): RawFeed {
  const { format, bytes, charset, base } = copy;
  const feed: Feed = { id: feedId(location), name, source, format, followed: 'all', color: 0 };
  return { feed, location, bytes, charset, base };
}

/** The same for an address that is recognised already. */
export async function fetchRaw(address: SourceAddress, sources: FeedSources): Promise<Result<RawFeed>> {
  const source = sources(address);
  const copy = await fetchFirst(source, null);
  return copy.ok ? success(rawOf(source, address, copy.value)) : copy;
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

/** Reads a feed. The readers of YAML and pages are loaded where one of these is followed. */
export async function contentOf(
  { feed, location, bytes, charset, base }: RawFeed,
  terminal: Terminal,
): Promise<FeedContent> {
  if (feed.format === 'ics') return readIcsFeed(bytes, charset ?? undefined, location);
  if (feed.format === 'catalogue' && base === null) return readCommunityFile(bytes);
  const { readFeed } = await import('#core/feeds/readFeed.ts');
  return readFeed(feed.format, bytes, {
    now: terminal.now(),
    location,
    ...(charset === null ? {} : { charset }),
    ...(base === null ? {} : { base }),
  });
}

/**
 * Reads feeds that are named on the command line.
 * @throws BadInput for one without meetings; the app itself reports it for followed feeds
 */
export const readGiven = (
  raw: readonly RawFeed[],
  weeks: Configuration['weeks'],
  terminal: Terminal,
): Promise<AgendaSource[]> =>
  Promise.all(
    raw.map(async (one) => {
      const { feed } = one;
      const content = await contentOf(one, terminal);
      const [problem] = content.problems;
      if (feed.format !== 'ics' && content.series.length === 0 && problem)
        throw new BadInput(problemLine(problem));
      return { feed: { ...feed, name: content.name ?? feed.name }, content, weeks };
    }),
  );

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
  const sources = await openFeedSources(terminal, loginsOf(terminal, given, user));
  if (given.length > 0) {
    const named = await Promise.all(given.map((one) => openGiven(one, terminal, sources, user)));
    return readGiven(named, weeks, terminal);
  }
  const raw = await Promise.all(followed.map((feed) => openFollowed(feed, sources, terminal)));
  return Promise.all(
    raw
      .filter((one) => one !== null)
      .map(async (one) => ({ feed: one.feed, content: await contentOf(one, terminal), weeks })),
  );
}
