import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { feed as feedSchema, isBuiltIn, type Feed } from '#core/feeds/feed.ts';
import { followedToday } from '#core/catalogue/formerUids.ts';
import { createSignal, type Problem, type Signal } from '#base';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { ConfigEdits } from '../settings/configEdits.ts';
import { KUBERNETES } from './builtInCatalogues.ts';
import { createAddressEncryption, isEncrypted } from './encryptedAddress.ts';

/** The feeds that the user follows, in the order they were added. */
export interface FeedList extends AsyncDisposable {
  all(): readonly Feed[];
  find(id: string): Feed | null;
  /** Adds a feed, or puts it in the place of the one with its id. */
  put(feed: Feed): void;
  remove(id: string): void;
  /** The system did not open some of the addresses. */
  isLocked(): boolean;
  /** Asks it once more. */
  unlock(): Promise<void>;
  /** Feeds as they are to be stored: addresses that may hold tokens are encrypted where the system can. */
  sealed(feeds: readonly Feed[]): Promise<readonly Feed[]>;
  readonly changed: Signal<readonly Feed[]>;
}

const COLORS = 8;
const byId = (feed: Feed): readonly [string, Feed] => [feed.id, feed];
const storedFeeds = z.object({
  version: z.literal(1),
  /** Whether UIDs are those of today's catalogue; see formerUids.ts. */
  catalogue: z.literal(2).optional(),
  feeds: z.array(z.unknown()),
});

/**
 * The id of a feed. It depends on the address alone, so that the notes of a feed that is removed and
 * added again are found again; the address cannot be read from it.
 */
export const feedId = (address: string): string =>
  `ics-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;

/** The colour that the fewest feeds have. */
export function freeColor(feeds: readonly Feed[]): number {
  const counts = Array.from(
    { length: COLORS },
    (_, color) => feeds.filter((feed) => feed.color === color).length,
  );
  return counts.indexOf(Math.min(...counts));
}

const damaged = (where: string): Problem => ({
  code: 'feeds/damaged',
  title: 'Some of your feeds could not be read',
  detail: `${where} Please add them again.`,
});

/**
 * The feeds as the configuration holds them, the built-in ones first where they are missing. A further one that is new
 * in this version of the app brings no meetings before the user wants some.
 * @param raw value of the key `feeds`
 * @param builtIn as they are followed at the first start
 * @returns `isCurrent` when nothing in it is new to the configuration
 */
export function storedFeedList(
  raw: unknown,
  builtIn: readonly Feed[],
): { feeds: Feed[]; isDamaged: boolean; isCurrent: boolean } {
  const stored = storedFeeds.safeParse(raw);
  const isCurrent = stored.success && stored.data.catalogue !== undefined;
  const entries = stored.success ? stored.data.feeds.map((entry) => feedSchema.safeParse(entry)) : [];
  const asToday = (feed: Feed): Feed =>
    feed.id === KUBERNETES && !isCurrent ? { ...feed, followed: followedToday(feed.followed) } : feed;
  const readable = entries.flatMap((entry) => (entry.success ? [asToday(entry.data)] : []));
  const isDamaged = raw !== undefined && (!stored.success || readable.length < entries.length);
  const isFirstStart = raw === undefined || isDamaged;
  const missing = builtIn.filter(({ id }) => !readable.some((feed) => feed.id === id));
  const asNew = (feed: Feed): Feed =>
    isFirstStart || feed.id === KUBERNETES ? feed : { ...feed, followed: [] };
  return {
    feeds: [
      ...readable.filter(isBuiltIn),
      ...missing.map(asNew),
      ...readable.filter((one) => !isBuiltIn(one)),
    ],
    isDamaged,
    isCurrent,
  };
}

/**
 * The first version stored no feeds before one was changed, and followed all of its catalogue then. Its settings are
 * known by a choice that there is no longer.
 */
function firstFollows(store: Ports['store'], builtIn: readonly Feed[]): unknown {
  const used = z
    .object({ isWelcomeDone: z.literal(true), joinWith: z.string() })
    .safeParse(store.read('settings'));
  const feed = builtIn.find(({ id }) => id === KUBERNETES);
  return used.success ? { version: 1, feeds: [{ ...feed, followed: 'all' }] } : undefined;
}

/**
 * The list over the store, which holds addresses with tokens encrypted. Disposing waits until all is stored. Entries
 * that cannot be read are written to a file beside the configuration and reported, since the next change would
 * overwrite them.
 */
export async function openFeedList(
  {
    store,
    files,
    environment,
    clock,
    secrets,
    log,
  }: Pick<Ports, 'store' | 'files' | 'environment' | 'clock' | 'secrets' | 'log'>,
  problems: Problems,
  builtIn: readonly Feed[],
  {
    writer,
    edits,
  }: { readonly writer: Pick<DiskWriter, 'write' | 'isUnsaved'>; readonly edits: ConfigEdits },
): Promise<FeedList> {
  const raw = store.read('feeds') ?? firstFollows(store, builtIn);
  const stored = storedFeedList(raw, builtIn);
  const seal = createAddressEncryption(secrets, log);
  let feeds = await seal.open(stored.feeds);
  const changed = createSignal<readonly Feed[]>();
  let storing = Promise.resolve();
  const save = async (): Promise<void> =>
    store.write('feeds', { version: 1, catalogue: 2, feeds: await seal.close(feeds) });
  const keep = (): void => {
    storing = writer.write('feeds', 'your list of feeds', save).then(() => undefined);
  };
  const become = (next: Feed[]): void => {
    feeds = next;
    keep();
    changed.emit(feeds);
  };
  const takeEdit = async (): Promise<void> => {
    feeds = await seal.open(storedFeedList(store.read('feeds'), builtIn).feeds);
    changed.emit(feeds);
  };
  edits.taken.on((sections) => {
    // What was added meanwhile and is not in the file yet counts.
    if (sections.includes('feeds') && !writer.isUnsaved('feeds')) storing = storing.then(takeEdit);
  });
  if (stored.isDamaged) {
    const name = `feeds.damaged-${new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-')}.json`;
    try {
      await files.write(join(environment.userData, name), JSON.stringify(raw, null, 2));
      problems.report(damaged(`What was stored of them is kept in ${name} beside the settings.`));
      become(feeds);
    } catch {
      problems.report(damaged('What was stored of them is in the settings until you change a feed.'));
    }
  }
  // An earlier version stored them in plain text, or the system had no place for keys then.
  const closed = await seal.close(feeds);
  const isSealedAnew = closed.some(({ address }, index) => address !== stored.feeds[index]?.address);
  // What is damaged was written above, or must stay where it is.
  if (!stored.isDamaged && (isSealedAnew || !stored.isCurrent)) keep();
  return {
    all: () => feeds,
    find: (id) => feeds.find((feed) => feed.id === id) ?? null,
    put: (feed) =>
      become(
        feeds.some((known) => known.id === feed.id)
          ? feeds.map((known) => (known.id === feed.id ? feed : known))
          : [...feeds, feed],
      ),
    remove: (id) => become(feeds.filter((feed) => feed.id !== id)),
    isLocked: () => feeds.some(({ address }) => isEncrypted(address)),
    unlock: async () => {
      const opened = new Map(
        (await seal.open(feeds.filter(({ address }) => isEncrypted(address)))).map(byId),
      );
      become(feeds.map((feed) => (isEncrypted(feed.address) ? (opened.get(feed.id) ?? feed) : feed)));
    },
    sealed: (some) => seal.close(some),
    changed,
    [Symbol.asyncDispose]: () => storing,
  };
}
