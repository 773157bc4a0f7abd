import { hasCode } from '#core/problemCodes.ts';
import type { Feed, FeedStatus } from '#core/feeds/feed.ts';
import { createSignal, logFailure, type Instant, type Signal } from '#base';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import { createFeedAttempts } from './feedAttempts.ts';
import { openFeedCopies } from './feedCopies.ts';
import type { FeedList } from './feedList.ts';
import { createFeedLoads } from './feedLoads.ts';
import type { FeedReading, FeedReplaced } from './feedReading.ts';
import {
  isFetchDue,
  isRestOver,
  newFeedState,
  stateOfFirstCopy,
  type FeedState,
  type FirstCopy,
} from './feedState.ts';
import { createFeedStates } from './feedStates.ts';
import { feedStatus } from './feedStatus.ts';
import { createFeedUpdater } from './feedUpdater.ts';
import { createFileWatches } from './fileWatches.ts';
import { openHeavyFeeds } from './heavyFeeds.ts';
import { startRefreshTimer } from './refreshTimer.ts';
import type { FeedSources } from './sources/feedSources.ts';

/** Keeps the last good copy of every feed in the list, and fetches newer ones in time. */
export interface FeedSync extends AsyncDisposable {
  readings(): readonly FeedReading[];
  /** Resolves when no copy is being read from disk: the reader then holds what `readings` returns. */
  settled(): Promise<void>;
  /** Reports that these feeds were dated; `heavy` names those that took too long. */
  dated(ids: readonly string[], heavy: readonly string[]): void;
  statuses(): readonly FeedStatus[];
  /** Fetches every feed now, and resolves when all attempts have ended, whether they succeeded or failed. */
  refreshAll(): Promise<void>;
  /** After the network or the computer is back: fetches every feed that no server has paused. */
  refreshDue(): Promise<void>;
  /** Ends what is under way for a feed, and fetches it anew unless the user paused it. */
  restart(id: string): Promise<void>;
  /** Fetches these feeds before others, for example since a meeting is about to start. */
  refreshNow(ids: readonly string[]): Promise<void>;
  /** Accepts the doubted copy; resolves when it is in use. */
  accept(id: string): Promise<void>;
  /** Follows a feed with a first copy that was fetched already. */
  addFetched(feed: Feed, first: FirstCopy): Promise<void>;
  /** What is known of a feed, for undoing its removal or another address. */
  stateForUndo(feed: Feed): Promise<RemovedState>;
  /** Follows a feed again as it was. @param insert adds it to the list */
  restore(removed: RemovedState, insert: () => void): Promise<void>;
  readonly replaced: Signal<FeedReplaced>;
  /** The readings have changed, and with them the meetings. */
  readonly contentChanged: Signal<void>;
  readonly statusChanged: Signal<readonly FeedStatus[]>;
}

/** A feed that is removed: its state, and the bytes of its copy, which are deleted from the disk. */
export interface RemovedState {
  readonly state: FeedState;
  readonly bytes: Uint8Array | null;
}

/** How long at least one announcement of the states of feeds comes after another. */
const STATUS_PAUSE_MS = 300;

type SyncPorts = Pick<Ports, 'files' | 'environment' | 'reader' | 'trialReader' | 'clock' | 'random' | 'log'>;

export interface SyncParts {
  readonly sources: FeedSources;
  readonly list: FeedList;
  readonly problems: Problems;
  readonly writer: DiskWriter;
  /** Whether the user paused that feed: nothing is fetched of it. */
  readonly isPaused: (id: string) => boolean;
}

/** Everything that works on the states of the feeds. */
function createParts(ports: SyncPorts, { sources, problems, writer, isPaused }: SyncParts) {
  const { reader, log } = ports;
  const replaced = createSignal<FeedReplaced>(logFailure(log));
  const contentChanged = createSignal(logFailure(log));
  const statusChanged = createSignal<readonly FeedStatus[]>(logFailure(log));
  const states = createFeedStates(reader, log);
  const heavy = openHeavyFeeds(ports);
  const copies = openFeedCopies({ ...ports, sources, heavy }, problems, writer);
  const loads = createFeedLoads({ states, copies, heavy, reader, log });
  // If one server can be reached again, others may be too.
  const onReachedAgain = (): void =>
    void attempts.startWhere(({ failure, isSyncing }) => hasCode(failure, 'feed/unreachable') && !isSyncing);
  const updater = createFeedUpdater({
    ...ports,
    states,
    sources,
    copies,
    heavy,
    replaced,
    contentChanged,
    onReachedAgain,
  });
  const attempts = createFeedAttempts({ clock: ports.clock, states, sources, loads, updater, isPaused });
  const watches = createFileWatches({ ...ports, sources }, (id) => void attempts.start(id));
  return {
    states,
    heavy,
    copies,
    loads,
    updater,
    attempts,
    watches,
    replaced,
    contentChanged,
    statusChanged,
  };
}
type Parts = ReturnType<typeof createParts>;

/** Dates feeds again that rested since they took too long. */
function dateAgain({ states, contentChanged }: Parts, isWanted: (state: FeedState) => boolean): void {
  const rested = states.all().filter((state) => state.restsUntil !== null && isWanted(state));
  for (const { feed } of rested) states.change(feed.id, { restsUntil: null });
  if (rested.length > 0) contentChanged.emit();
}

/** Follows a change of the list: forgets removed feeds, and starts with new ones. */
function followList(
  { states, attempts, copies, watches, contentChanged }: Parts,
  feeds: readonly Feed[],
): void {
  const ids = new Set(feeds.map(({ id }) => id));
  for (const { feed } of states.all()) {
    if (ids.has(feed.id)) continue;
    attempts.cancel(feed.id);
    states.remove(feed.id);
    void copies.forget(feed.id);
  }
  for (const feed of feeds) states.put({ ...(states.get(feed.id) ?? newFeedState(feed)), feed });
  watches.follow(feeds);
  states.announce();
  contentChanged.emit();
}

/** Follows a removed feed again: with its copy, and as healthy or not as it was. */
async function restoreFeed(
  { states, copies, loads, contentChanged }: Parts,
  { state: { feed, facts, ...before }, bytes }: RemovedState,
  insert: () => void,
  now: Instant,
): Promise<void> {
  // Without a copy, and if a newer one was in doubt, it is fetched at once.
  const isFetchDue = bytes === null || before.doubt !== null || before.isSyncing;
  const nextTry = isFetchDue ? Math.max(now, before.notBefore ?? now) : before.nextTry;
  // What was read of the copy left the memory with the feed.
  states.put({ ...before, feed, facts: null, digest: null, doubt: null, isSyncing: false, nextTry });
  insert();
  if (bytes !== null && facts !== null) await copies.keep(feed, bytes, facts);
  await loads.start([feed.id]);
  contentChanged.emit();
}

/** Recalls which feeds took too much in earlier runs. */
async function recallHeavy({ states, heavy }: Parts, ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map((id) => heavy.recall(id)));
  for (const id of ids) {
    const state = states.get(id);
    if (state !== undefined && heavy.isResting(id, 'dating'))
      states.put({ ...state, restsUntil: heavy.of(id)?.until ?? null });
  }
}

/** Records which feeds took too long to date, and lets them rest. */
function recordDated({ states, heavy }: Parts, ids: readonly string[], tooLong: readonly string[]): void {
  for (const id of ids) if (heavy.of(id)?.what === 'dating' && !tooLong.includes(id)) heavy.drop(id);
  for (const id of tooLong) {
    heavy.add(id, 'dating');
    states.change(id, { restsUntil: heavy.of(id)?.until ?? null });
  }
}

const idsOf = (states: readonly FeedState[]): string[] => states.map(({ feed }) => feed.id);

/** Starts to read the copies on disk, and to listen to the list, the reader, the clock and the states. */
function startParts(
  { reader, clock }: SyncPorts,
  parts: Parts,
  list: FeedList,
  statuses: () => readonly FeedStatus[],
): Disposable {
  const { states, loads, attempts, watches, contentChanged, statusChanged } = parts;
  let isDisposed = false;
  const load = async (ids: readonly string[]): Promise<void> => {
    await loads.start(ids);
    if (!isDisposed) contentChanged.emit();
  };
  /** The reader's thread has died with everything it held; the copies are read again, except the one it died of. */
  const reload = (): Promise<void> => load(idsOf(states.all().filter(({ digest }) => digest !== null)));

  for (const feed of list.all()) states.put(newFeedState(feed));
  const ids = idsOf(states.all());
  loads.waitFor(
    ids,
    recallHeavy(parts, ids).then(() => load(ids)),
  );
  watches.follow(list.all());
  using ends = new DisposableStack();
  ends.defer(() => (isDisposed = true));
  ends.use(watches);
  ends.use(
    startRefreshTimer(clock, states, (now) => {
      void attempts.startWhere((state) => isFetchDue(state, now));
      dateAgain(parts, (state) => isRestOver(state, now));
    }),
  );
  // A refresh of all feeds changes each of them several times.
  const announced = ends.use(clock.pace(STATUS_PAUSE_MS, () => statusChanged.emit(statuses())));
  ends.use(states.changed.on(announced.call));
  ends.use(list.changed.on((feeds) => followList(parts, feeds)));
  ends.use(reader.onLost(() => void reload()));
  return ends.move();
}

/** Masks each address once: the statuses of all feeds are read at each change of one. */
function createAddressMasks(sources: FeedSources): (source: Feed['source']) => string {
  const masked = new WeakMap<Feed['source'], string>();
  return (source) => {
    const known = masked.get(source) ?? sources(source).maskedAddress;
    masked.set(source, known);
    return known;
  };
}

/**
 * Starts to read the copies on disk, and follows the list. Nothing is fetched before the first refresh, so that the
 * copies are there at once, also without a network. A failed fetch or a doubted copy changes only the feed's health.
 */
export function openFeedSync(ports: SyncPorts, given: SyncParts): FeedSync {
  const parts = createParts(ports, given);
  const { states, copies, loads, updater, attempts } = parts;
  const { list, sources } = given;
  /** A restored feed takes its place in the list again. */
  const inOrder = (): FeedState[] => list.all().flatMap(({ id }) => states.get(id) ?? []);
  const maskedAddress = createAddressMasks(sources);
  const statuses = (): readonly FeedStatus[] =>
    inOrder().map((state) => feedStatus(state, maskedAddress(state.feed.source)));
  const started = startParts(ports, parts, list, statuses);

  return {
    readings: () =>
      inOrder().flatMap(({ feed, digest, restsUntil }) =>
        digest === null ? [] : [{ feed, digest, rests: restsUntil !== null }],
      ),
    settled: () => loads.settled(),
    dated: (some, tooLong) => recordDated(parts, some, tooLong),
    statuses,
    refreshAll: () => {
      dateAgain(parts, () => true);
      return attempts.startWhere(() => true);
    },
    refreshDue: () => attempts.startAllowed(() => true),
    refreshNow: (some) =>
      attempts.startAllowed(({ feed, isSyncing }) => some.includes(feed.id) && !isSyncing, true),
    restart: (id) => {
      attempts.cancel(id);
      return attempts.start(id, true);
    },
    accept: async (id) => {
      if (!states.get(id)?.doubt) return;
      attempts.cancel(id);
      await updater.accept(id);
    },
    addFetched: async (feed, first) => {
      const state = stateOfFirstCopy(feed, first, ports.clock.now());
      attempts.cancel(feed.id);
      states.put(state);
      list.put(feed);
      await copies.keep(feed, first.copy.bytes, state.facts);
    },
    stateForUndo: async (feed) => ({
      state: states.get(feed.id) ?? newFeedState(feed),
      bytes: await copies.bytes(feed.id),
    }),
    restore: (removed, insert) => {
      attempts.cancel(removed.state.feed.id);
      return restoreFeed(parts, removed, insert, ports.clock.now());
    },
    replaced: parts.replaced,
    contentChanged: parts.contentChanged,
    statusChanged: parts.statusChanged,
    [Symbol.asyncDispose]: async () => {
      started[Symbol.dispose]();
      await attempts[Symbol.asyncDispose]();
      await loads.settled();
    },
  };
}
