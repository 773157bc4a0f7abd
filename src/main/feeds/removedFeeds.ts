import type { SeriesChange } from '#core/feeds/seriesChange.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { Instant } from '#base';
import type { Files } from '../ports/files.ts';
import type { ChangeLog } from './changeLog.ts';
import type { FeedList } from './feedList.ts';
import type { FeedSync, RemovedState } from './feedSync.ts';
import type { Following } from './followingSince.ts';
import type { FeedSources } from './sources/feedSources.ts';

/** Removes feeds, and takes changes of their address back. What both delete stays in memory until the app ends, so that it can be undone. */
export interface RemovedFeeds {
  remove(feed: Feed): Promise<void>;
  /** Follows it again as it was. False if it is not known any more. */
  restore(id: string): Promise<boolean>;
  /** Keeps what another address or text of a feed replaces. Call `keep` of the result after it was replaced. */
  beforeChange(feed: Feed): Promise<{ readonly keep: () => void }>;
  /** Gives a feed its former address or text, and its copy. False if it is not known any more. */
  takeBackChange(id: string): Promise<boolean>;
}

/** What a removal or a change deletes. What the user chose about its meetings is stored elsewhere and stays. */
interface Removed {
  readonly feed: Feed;
  /** Its place in the list. */
  readonly index: number;
  readonly state: RemovedState;
  /** The file that the app wrote for it: pasted text; null for other sources. */
  readonly text: Uint8Array | null;
  readonly changes: readonly SeriesChange[];
  readonly followedSince: Instant | null;
}

/** Far more than the actions that the window can undo: removing an account removes all its calendars. */
const MOST_REMOVED = 200;

export interface RemovedFeedsParts {
  readonly files: Pick<Files, 'read' | 'write'>;
  readonly sources: FeedSources;
  readonly list: Pick<FeedList, 'all' | 'find' | 'insert' | 'put' | 'remove'>;
  readonly sync: Pick<FeedSync, 'stateForUndo' | 'restore'>;
  readonly changes: Pick<ChangeLog, 'all' | 'restore'>;
  readonly following: Following;
}

/** The newest last: the oldest is forgotten first. */
function remember(all: Map<string, Removed>, facts: Removed): void {
  all.delete(facts.feed.id);
  all.set(facts.feed.id, facts);
  for (const id of [...all.keys()].slice(0, -MOST_REMOVED)) all.delete(id);
}

export function createRemovedFeeds(parts: RemovedFeedsParts): RemovedFeeds {
  const { files, sources, list, sync, changes, following } = parts;
  const removed = new Map<string, Removed>();
  const changed = new Map<string, Removed>();

  /** The file of a pasted text; null for a file of the user, which the app never deletes. */
  const textPath = ({ source }: Feed): string | null =>
    source.kind === 'pasted' ? sources(source).watchedFile : null;

  async function factsOf(feed: Feed): Promise<Removed> {
    const path = textPath(feed);
    const [state, text] = await Promise.all([
      sync.stateForUndo(feed),
      path === null ? null : files.read(path).catch(() => null),
    ]);
    return {
      feed: list.find(feed.id) ?? feed,
      index: list.all().findIndex(({ id }) => id === feed.id),
      state,
      text,
      changes: changes.all().filter(({ feedId }) => feedId === feed.id),
      followedSince: following.since(feed.id),
    };
  }

  async function writeText({ feed, text }: Removed): Promise<void> {
    const path = textPath(feed);
    if (path !== null && text !== null) await files.write(path, text).catch(() => undefined);
  }

  return {
    remove: async (feed) => {
      remember(removed, await factsOf(feed));
      list.remove(feed.id);
      await sources(feed.source).discard();
    },
    restore: async (id) => {
      const known = removed.get(id);
      removed.delete(id);
      // It was added again meanwhile: that one is newer.
      if (list.find(id) !== null) return true;
      if (known === undefined) return false;
      await writeText(known);
      await sync.restore(known.state, () => list.insert(known.feed, known.index));
      following.restore(id, known.followedSince);
      changes.restore(known.changes);
      return true;
    },
    beforeChange: async (feed) => {
      const facts = await factsOf(feed);
      return { keep: () => remember(changed, facts) };
    },
    takeBackChange: async (id) => {
      const known = changed.get(id);
      changed.delete(id);
      const present = list.find(id);
      if (known === undefined || present === null) return false;
      await writeText(known);
      await sync.restore(known.state, () => list.put({ ...known.feed, followed: present.followed }));
      return true;
    },
  };
}
