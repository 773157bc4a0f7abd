import { join } from 'node:path';
import type { Feed, FeedStatus } from '../../shared/calendar/feed.ts';
import { readFeed, type FeedContent } from '../../shared/calendar/readFeed.ts';
import type { Ports } from '../ports.ts';
import type { Problems } from '../problems.ts';
import { createSignal, type Signal } from '../signal.ts';
import { openFeedCache, type FeedCopy } from './feedCache.ts';
import type { FeedList } from './feedList.ts';
import {
  feedStatus,
  newFeedState,
  refreshPeriod,
  retryDelay,
  suspicion,
  type FeedState,
} from './feedState.ts';
import { fetchFeed, type Fetched } from './fetchFeed.ts';
import { judgeCopy } from './judgeCopy.ts';

/** A feed and what was read from its last good copy. */
export interface FeedReading {
  readonly feed: Feed;
  readonly content: FeedContent;
}

/** Keeps the last good copy of every feed in the list, and asks for newer ones in time. */
export interface FeedSync extends AsyncDisposable {
  readings(): readonly FeedReading[];
  statuses(): readonly FeedStatus[];
  /** Asks for every feed now; resolves when all attempts have ended, good or bad. */
  refreshAll(): Promise<void>;
  /** Takes in a feed whose first copy was fetched already. */
  adopt(feed: Feed, copy: FeedCopy, content: FeedContent): Promise<void>;
  /** Other meetings may come out of the readings. */
  readonly contentChanged: Signal<void>;
  readonly statusChanged: Signal<readonly FeedStatus[]>;
}

type SyncPorts = Pick<Ports, 'http' | 'files' | 'environment' | 'clock' | 'random' | 'log'>;

const sameBytes = (a: FeedCopy | null, b: FeedCopy): boolean =>
  a !== null && Buffer.compare(a.bytes, b.bytes) === 0;

/**
 * Reads the copies on disk, then follows the list. Nothing is fetched before the first `refreshAll`:
 * what is on disk must be there at once, also without a network.
 * A newer attempt for a feed cancels the older one; a failed or suspicious answer changes only the feed's health.
 */
export async function openFeedSync(ports: SyncPorts, list: FeedList, problems: Problems): Promise<FeedSync> {
  const { clock, environment, files, log, random } = ports;
  const cache = openFeedCache(files, join(environment.userData, 'feeds'));
  const contentChanged = createSignal();
  const statusChanged = createSignal<readonly FeedStatus[]>();
  const states = new Map<string, FeedState>();
  const attempts = new Map<string, AbortController>();
  const running = new Set<Promise<void>>();
  let timer: Disposable | undefined;
  let isDisposed = false;

  const statuses = (): readonly FeedStatus[] => [...states.values()].map(feedStatus);

  const become = (id: string, change: Partial<FeedState>): void => {
    const state = states.get(id);
    if (state) states.set(id, { ...state, ...change });
    arm();
    statusChanged.emit(statuses());
  };

  /** The copy on disk; a damaged one is set aside and reported. */
  async function load(feed: Feed): Promise<FeedState> {
    const state = newFeedState(feed);
    const copy = await cache.read(feed.id).catch(() => null);
    if (copy === null) return state;
    if (judgeCopy(feed.kind, copy.bytes) === null)
      return { ...state, copy, content: readFeed(feed.kind, copy.bytes) };
    await cache
      .setAside(feed.id)
      .catch(() => log(`feed ${feed.id}: its damaged copy could not be set aside`));
    problems.report({
      code: 'feed/damagedCopy',
      title: `The saved copy of “${feed.name}” was damaged`,
      detail: 'It was kept under another name, and the feed is being fetched again.',
    });
    return state;
  }

  async function keep(state: FeedState, copy: FeedCopy, isNew: boolean): Promise<void> {
    try {
      await (isNew ? cache.write(state.feed.id, copy) : cache.confirm(state.feed.id, copy));
    } catch {
      problems.report({
        code: 'feed/copyNotSaved',
        title: `“${state.feed.name}” could not be saved for offline use`,
        detail: 'Its meetings are shown as long as the app runs. Look whether the disk is full.',
      });
    }
  }

  async function attempt(id: string): Promise<void> {
    attempts.get(id)?.abort();
    const before = states.get(id);
    if (!before || isDisposed) return;
    const controller = new AbortController();
    attempts.set(id, controller);
    become(id, { isSyncing: true, nextTry: null });
    let fetched: Fetched;
    try {
      fetched = await fetchFeed(ports, before.feed, before.copy, controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      throw error;
    }
    const state = states.get(id);
    if (controller.signal.aborted || !state) return;
    attempts.delete(id);
    await settle(state, fetched);
  }

  async function settle(state: FeedState, fetched: Fetched): Promise<void> {
    const { id } = state.feed;
    if (fetched.kind === 'failed') return fail(state, fetched.problem);
    const now = clock.now();
    const copy = fetched.kind === 'copy' ? fetched.copy : state.copy && { ...state.copy, confirmedAt: now };
    if (copy === null) return;
    const isNew = fetched.kind === 'copy' && !sameBytes(state.copy, copy);
    const content = isNew || state.content === null ? readFeed(state.feed.kind, copy.bytes) : state.content;
    const doubt = suspicion(state, copy, content);
    if (doubt !== null) return fail(state, doubt);
    become(id, {
      copy,
      content,
      failure: null,
      failures: 0,
      isSyncing: false,
      nextTry: now + refreshPeriod(content),
    });
    if (content !== state.content) contentChanged.emit();
    // The catalogue is part of the app and needs no copy.
    if (state.feed.kind !== 'catalogue') await keep(state, copy, isNew);
  }

  function fail(state: FeedState, failure: FeedState['failure']): void {
    const failures = state.failures + 1;
    log(`feed ${state.feed.id}: ${failure?.code ?? ''}, failure ${failures} in a row`);
    become(state.feed.id, {
      failure,
      failures,
      isSyncing: false,
      nextTry: clock.now() + retryDelay(failures, random()),
    });
  }

  /** Starts an attempt that disposing waits for. */
  function refresh(id: string): Promise<void> {
    const run: Promise<void> = attempt(id).finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  const refreshWhere = async (isWanted: (state: FeedState) => boolean): Promise<void> => {
    const ids = [...states.values()].filter(isWanted).map((state) => state.feed.id);
    await Promise.all(ids.map(refresh));
  };

  /** One timer, for the feed that is due first. */
  function arm(): void {
    timer?.[Symbol.dispose]();
    timer = undefined;
    const due = Math.min(...[...states.values()].map((state) => state.nextTry ?? Infinity));
    if (isDisposed || due === Infinity) return;
    timer = clock.after(Math.max(0, due - clock.now()), () => {
      const now = clock.now();
      void refreshWhere((state) => state.nextTry !== null && state.nextTry <= now);
      arm();
    });
  }

  /** Follows the list: forgets what was removed, takes over what was changed, asks for what is new. */
  const follow = (feeds: readonly Feed[]): void => {
    for (const id of states.keys()) {
      if (feeds.some((feed) => feed.id === id)) continue;
      attempts.get(id)?.abort();
      attempts.delete(id);
      states.delete(id);
      void cache.remove(id).catch(() => log(`feed ${id}: its saved copy could not be deleted`));
    }
    for (const feed of feeds) states.set(feed.id, { ...(states.get(feed.id) ?? newFeedState(feed)), feed });
    arm();
    statusChanged.emit(statuses());
    contentChanged.emit();
  };

  for (const state of await Promise.all(list.all().map(load))) states.set(state.feed.id, state);
  const following = list.changed.on(follow);

  return {
    readings: () =>
      [...states.values()].flatMap(({ feed, content }) => (content === null ? [] : [{ feed, content }])),
    statuses,
    refreshAll: () => refreshWhere(() => true),
    adopt: async (feed, copy, content) => {
      const state = { ...newFeedState(feed), copy, content, nextTry: clock.now() + refreshPeriod(content) };
      states.set(feed.id, state);
      list.put(feed);
      await keep(state, copy, true);
    },
    contentChanged,
    statusChanged,
    [Symbol.asyncDispose]: async () => {
      isDisposed = true;
      following[Symbol.dispose]();
      timer?.[Symbol.dispose]();
      for (const controller of attempts.values()) controller.abort();
      await Promise.allSettled(running);
    },
  };
}
