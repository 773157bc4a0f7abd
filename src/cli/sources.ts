import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { openFeedCache } from '#main/feeds/feedCache.ts';
import { feedId } from '#main/feeds/feedList.ts';
import { unreadableFile } from '#main/feeds/feedProblems.ts';
import { validateCopy } from '#main/feeds/validateCopy.ts';
import { isCalendarId } from '#main/feeds/googleAddress.ts';
import { recogniseAddress } from '#main/feeds/recogniseAddress.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import type { AgendaSource } from '#core/agenda/dateFeeds.ts';
import { isBuiltIn, type Feed } from '#core/feeds/feed.ts';
import { readFeed } from '#core/feeds/readFeed.ts';
import { recogniseFeedKind } from '#core/feeds/recogniseFeedKind.ts';
import type { Problem } from '#base';
import { BadInput, type Terminal } from './command.ts';
import type { Configuration } from './configuration.ts';
import { catalogueFolder, userDataFolder } from './folders.ts';

/** Bytes of a source, before they are read. */
export interface RawFeed {
  readonly feed: Feed;
  readonly bytes: Uint8Array;
  /** As the server named it. */
  readonly charset: string | null;
  /** The built-in catalogue that the bytes bring up to date; null where they stand for themselves. */
  readonly base: Uint8Array | null;
}

const isWeb = (address: string): boolean => /^(?:https?|webcals?):\/\//i.test(address);

const sentence = ({ title, detail }: Problem): string => `${title}. ${detail}`;

/** Whoever waits at a prompt gives up sooner than the app does. */
const PATIENCE_MS = 15_000;

async function fetchBytes(url: string, terminal: Terminal): Promise<Pick<RawFeed, 'bytes' | 'charset'>> {
  const [{ createHttp }, { HttpFailure }, { problemOfFailure }, { charsetOf }, { version }] =
    await Promise.all([
      import('#main/adapters/network/http.ts'),
      import('#main/ports/http.ts'),
      import('#main/feeds/feedProblems.ts'),
      import('#main/feeds/fetchFeed.ts'),
      import('./version.ts'),
    ]);
  try {
    const http = createHttp(`OfficeHours/${await version(terminal)}`);
    const reply = await http.get(url, { etag: null, lastModified: null }, AbortSignal.timeout(PATIENCE_MS));
    if (reply.kind === 'unchanged') throw new HttpFailure(304, 'unchanged since nothing');
    return { bytes: reply.bytes, charset: charsetOf(reply.contentType) };
  } catch (error) {
    if (error instanceof HttpFailure) throw new BadInput(sentence(problemOfFailure(error, url)));
    throw error;
  }
}

async function readPath(path: string): Promise<Uint8Array> {
  const bytes = await createFiles()
    .read(path)
    .catch(() => undefined);
  if (bytes === undefined) throw new BadInput(`${path}: ${sentence(unreadableFile)}`);
  if (bytes === null) throw new BadInput(`${path}: there is no such file`);
  return bytes;
}

/**
 * What `--feed` names: an address, or a path from the current folder.
 * @throws BadInput when it cannot be had or is no calendar
 */
export async function openGiven(given: string, terminal: Terminal): Promise<RawFeed> {
  const address = recogniseAddress(
    isWeb(given) || isCalendarId(given) ? given : resolve(given),
    terminal.platform,
  );
  if (!address.ok) throw new BadInput(sentence(address.problem));
  const { bytes, charset } = isWeb(address.value)
    ? await fetchBytes(address.value, terminal)
    : { bytes: await readPath(address.value), charset: null };
  const kind = recogniseFeedKind(bytes, address.value);
  const problem = validateCopy(kind, bytes);
  if (problem !== null) throw new BadInput(sentence(problem));
  const name = isWeb(address.value) ? new URL(address.value).host : basename(address.value);
  return {
    feed: { id: feedId(address.value), kind, name, address: address.value, followed: 'all', color: 0 },
    bytes,
    charset,
    base: null,
  };
}

/**
 * A feed of the user's: the app's copy, which it keeps fresh and which is there without a network; the source
 * itself only where there is no copy yet. Null, and a line on stderr, when neither can be had.
 */
async function openFollowed(feed: Feed, terminal: Terminal): Promise<RawFeed | null> {
  const copy = await openFeedCache(createFiles(), join(userDataFolder(terminal), 'feeds')).read(feed.id);
  if (isBuiltIn(feed)) {
    const base = await readFile(join(catalogueFolder(terminal), `${feed.address}.json`));
    return copy === null
      ? { feed, bytes: base, charset: null, base: null }
      : { feed, bytes: copy.bytes, charset: null, base };
  }
  if (copy !== null) return { feed, bytes: copy.bytes, charset: copy.facts?.charset ?? null, base: null };
  try {
    return { ...(await openGiven(feed.address, terminal)), feed };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    // The address may hold a token, and the message may hold the address.
    terminal.err.write(`office-hours: “${feed.name}” could not be read and is left out.\n`);
    return null;
  }
}

/** The sources that were given, else the user's feeds, else the catalogue. */
export async function openSources(
  given: readonly string[],
  { feeds: followed, weeks }: Pick<Configuration, 'feeds' | 'weeks'>,
  terminal: Terminal,
): Promise<AgendaSource[]> {
  const raw =
    given.length > 0
      ? await Promise.all(given.map((one) => openGiven(one, terminal)))
      : await Promise.all(followed.map((feed) => openFollowed(feed, terminal)));
  return raw
    .filter((one) => one !== null)
    .map(({ feed, bytes, charset, base }) => {
      const content = readFeed(feed.kind, bytes, {
        now: terminal.now(),
        address: feed.address,
        ...(charset === null ? {} : { charset }),
        ...(base === null ? {} : { base }),
      });
      const [problem] = content.problems;
      // Whoever names a file wants to know that it is none; a feed of the app is told of in the app.
      if (given.length > 0 && feed.kind !== 'ics' && content.series.length === 0 && problem) {
        throw new BadInput(sentence(problem));
      }
      const name = given.length === 0 ? feed.name : (content.name ?? feed.name);
      return { feed: { ...feed, name }, content, weeks };
    });
}
