import { feedsProblem } from '#core/feeds/problems.ts';
import { join } from 'node:path';
import type { Feed } from '#core/feeds/feed.ts';
import { readStoredFeeds, storedFeedsOf } from '#core/feeds/storedFeeds.ts';
import { createSignal, type Signal } from '#base';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { ConfigEdits } from '../settings/configEdits.ts';
import { withoutLogins } from './addressLogins.ts';
import { createAddressEncryption } from './encryptedAddress.ts';
import type { FeedLogins } from './feedLogins.ts';
import type { FeedSources } from './sources/feedSources.ts';

/** The feeds that the user follows, in the order they were added. */
export interface FeedList extends AsyncDisposable {
  all(): readonly Feed[];
  find(id: string): Feed | null;
  /** Adds a feed, or replaces the one with its id. */
  put(feed: Feed): void;
  /** Adds a feed at that place of the order. */
  insert(feed: Feed, index: number): void;
  remove(id: string): void;
  /** The system did not decrypt some of the addresses. */
  isLocked(): boolean;
  /** Asks the system once more to decrypt them. */
  unlock(): Promise<void>;
  /** The feeds as the section of config.json that stores them; secret addresses are encrypted if the system can. */
  section(feeds: readonly Feed[]): Promise<FeedSection>;
  readonly changed: Signal<readonly Feed[]>;
}

interface FeedSection {
  readonly version: 2;
  readonly feeds: readonly Feed[];
}

const isLockedFeed = ({ source }: Feed): boolean => source.kind === 'locked';

interface ListPorts extends Pick<Ports, 'store' | 'files' | 'environment' | 'clock' | 'secrets' | 'log'> {
  readonly sources: FeedSources;
}

interface ListParts {
  readonly problems: Problems;
  /** As they are followed at the first start. */
  readonly builtIn: readonly Feed[];
  readonly writer: Pick<DiskWriter, 'write' | 'isUnsaved'>;
  readonly edits: ConfigEdits;
  readonly logins: Pick<FeedLogins, 'keep'>;
}

/** Keeps the damaged section in a file beside the configuration, since the next change overwrites it. */
async function keepDamaged(
  { files, environment, clock }: ListPorts,
  problems: Problems,
  raw: unknown,
): Promise<boolean> {
  const name = `feeds.damaged-${new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-')}.json`;
  try {
    await files.write(join(environment.userData, name), JSON.stringify(raw, null, 2));
    problems.report(
      feedsProblem('feeds/damaged', `What was stored of them is kept in ${name} beside the settings.`),
    );
    return true;
  } catch {
    problems.report(
      feedsProblem('feeds/damaged', 'What was stored of them is in the settings until you change a feed.'),
    );
    return false;
  }
}

/**
 * Opens the list over the store. Disposing waits until all is stored. Entries that cannot be read are kept in a file
 * and reported; a section of an earlier version is stored in the present form.
 */
export async function openFeedList(
  ports: ListPorts,
  { problems, builtIn, writer, edits, logins }: ListParts,
): Promise<FeedList> {
  const { store, secrets, sources, log } = ports;
  const encryption = createAddressEncryption(secrets, sources, log);
  const raw = storedFeedsOf(store.read('feeds'), store.read('settings'), builtIn);
  const stored = readStoredFeeds(raw, builtIn);
  const read = async (some: readonly Feed[]): Promise<readonly Feed[]> =>
    withoutLogins(await encryption.decrypt(some), { logins, secrets });
  let feeds: readonly Feed[] = await read(stored.feeds);
  const changed = createSignal<readonly Feed[]>();
  let storing = Promise.resolve();

  const section = async (some: readonly Feed[]): Promise<FeedSection> => ({
    version: 2,
    feeds: await encryption.encrypt(some),
  });
  const save = async (): Promise<void> => store.write('feeds', await section(feeds));
  const write = (): Promise<unknown> => writer.write('feeds', 'your list of calendars', save);
  const scheduleSave = (): void => {
    storing = write().then(() => undefined);
  };
  const setFeeds = (next: readonly Feed[]): void => {
    feeds = next;
    scheduleSave();
    changed.emit(feeds);
  };
  const readEdit = async (): Promise<void> => {
    const edited = await encryption.decrypt(readStoredFeeds(store.read('feeds'), builtIn).feeds);
    feeds = await withoutLogins(edited, { logins, secrets });
    changed.emit(feeds);
    if (feeds.some((feed, index) => feed !== edited[index])) await write();
  };
  edits.taken.on((sections) => {
    // A change of the list that is not in the file yet takes precedence.
    if (sections.includes('feeds') && !writer.isUnsaved('feeds')) storing = storing.then(readEdit);
  });

  if (stored.isDamaged) {
    if (await keepDamaged(ports, problems, raw)) setFeeds(feeds);
  } else {
    // An earlier version stored addresses in plain text or with a login, or the system had no place for keys then.
    const { feeds: encrypted } = await section(feeds);
    const isEncryptedAnew = JSON.stringify(encrypted) !== JSON.stringify(stored.feeds);
    if (isEncryptedAnew || !stored.isCurrent) scheduleSave();
  }

  return {
    all: () => feeds,
    find: (id) => feeds.find((feed) => feed.id === id) ?? null,
    put: (feed) =>
      setFeeds(
        feeds.some((known) => known.id === feed.id)
          ? feeds.map((known) => (known.id === feed.id ? feed : known))
          : [...feeds, feed],
      ),
    insert: (feed, index) => setFeeds(feeds.toSpliced(index, 0, feed)),
    remove: (id) => setFeeds(feeds.filter((feed) => feed.id !== id)),
    isLocked: () => feeds.some(isLockedFeed),
    unlock: async () => {
      const decrypted = await read(feeds.filter(isLockedFeed));
      const byId = new Map(decrypted.map((feed) => [feed.id, feed]));
      setFeeds(feeds.map((feed) => (isLockedFeed(feed) ? (byId.get(feed.id) ?? feed) : feed)));
    },
    section,
    changed,
    [Symbol.asyncDispose]: () => storing,
  };
}
