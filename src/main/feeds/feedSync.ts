import { tooHeavyToRead } from '#core/agenda/agendaBounds.ts';
import type { FeedDigest } from '#core/feeds/feedStore.ts';
import { isBuiltIn, type Feed, type FeedStatus } from '#core/feeds/feed.ts';
import { createSignal, type Instant, logFailure, type Signal } from '#base';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { CopyFacts } from './feedCache.ts';
import { openFeedCopies } from './feedCopies.ts';
import { createFeedLoads } from './feedLoads.ts';
import type { FeedList } from './feedList.ts';
import { pause, refreshPeriod, retryDelay } from './feedSchedule.ts';
import { openHeavyFeeds } from './heavyFeeds.ts';
import { feedStatus, newFeedState, suspicion, usedFrom, type FeedState } from './feedState.ts';
import { watchFeedFiles } from './feedFiles.ts';
import { unreachable } from './feedProblems.ts';
import { fetchFeed, type Fetched, type FetchedCopy, type FetchPorts } from './fetchFeed.ts';
import { isWhole, refusalOf } from './validateCopy.ts';

/** A feed and what was read from its last good copy. */
export interface FeedReading {
  readonly feed: Feed;
  readonly digest: FeedDigest;
  /** Working out its dates took too long lately, so it is not tried now. */
  readonly rests: boolean;
}

/** A first copy that was fetched and read before its feed was followed. */
export interface FirstCopy {
  readonly copy: FetchedCopy;
  readonly digest: FeedDigest;
  readonly freshForMs: number | null;
  readonly fetchedAt: Instant;
}

/** Keeps the last good copy of every feed in the list, and asks for newer ones in time. */
export interface FeedSync extends AsyncDisposable {
  readings(): readonly FeedReading[];
  /** Resolves when no copy is being read from the disk: what the reader holds then is what `readings` names. */
  settled(): Promise<void>;
  /** Of these feeds the dates were worked out, within their time but for the heavy ones. */
  dated(ids: readonly string[], heavy: readonly string[]): void;
  statuses(): readonly FeedStatus[];
  /** Asks for every feed now; resolves when all attempts have ended, good or bad. */
  refreshAll(): Promise<void>;
  /** The network or the computer is back: asks for every feed whose server has not asked for a pause. */
  refreshDue(): Promise<void>;
  /** These feeds matter now: they go before others, where nothing is on its way yet. */
  refreshNow(ids: readonly string[]): Promise<void>;
  /** Uses the copy that was not believed; resolves when it is in use. */
  accept(id: string): Promise<void>;
  /** Takes in a feed whose first copy was fetched already. */
  adopt(feed: Feed, first: FirstCopy): Promise<void>;
  /** A newer copy takes the place of another: handles of both, of which the older one is let go of afterwards. */
  readonly replaced: Signal<{ readonly feed: Feed; readonly before: number; readonly after: number }>;
  /** Other meetings may come out of the readings. */
  readonly contentChanged: Signal<void>;
  readonly statusChanged: Signal<readonly FeedStatus[]>;
}

type SyncPorts = FetchPorts & Pick<Ports, 'reader' | 'trialReader' | 'clock' | 'random' | 'log'>;

/**
 * Begins to read the copies on disk, and follows the list. Nothing is fetched before the first `lookAgain`:
 * what is on disk must be there at once, also without a network.
 * A newer attempt for a feed cancels the older one; a failed or suspicious answer changes only the feed's health.
 */
export function openFeedSync(
  ports: SyncPorts,
  list: FeedList,
  problems: Problems,
  writer: DiskWriter,
): FeedSync {
  const { clock, files, log, random, reader } = ports;
  const heavy = openHeavyFeeds(ports);
  const copies = openFeedCopies({ ...ports, heavy }, problems, writer);
  const replaced = createSignal<{ feed: Feed; before: number; after: number }>(logFailure(log));
  const contentChanged = createSignal(logFailure(log));
  const statusChanged = createSignal<readonly FeedStatus[]>(logFailure(log));
  const states = new Map<string, FeedState>();
  const attempts = new Map<string, AbortController>();
  const running = new Set<Promise<void>>();
  let timer: Disposable | undefined;
  let isDisposed = false;

  const loads = createFeedLoads({
    states,
    copies,
    heavy,
    reader,
    log,
    become: (...change) => become(...change),
  });

  const statuses = (): readonly FeedStatus[] => [...states.values()].map(feedStatus);

  const become = (id: string, change: Partial<FeedState>): void => {
    const before = states.get(id);
    if (before) states.set(id, { ...before, ...change });
    // What is no longer anybody's is let go where it is kept.
    const dropped = [before?.digest, before?.doubt?.digest];
    const kept = new Set([states.get(id)?.digest, states.get(id)?.doubt?.digest]);
    for (const digest of dropped) if (digest && !kept.has(digest)) reader.release(digest.handle);
    arm();
    statusChanged.emit(statuses());
  };

  async function attempt(id: string, isUrgent: boolean): Promise<void> {
    attempts.get(id)?.abort();
    // Only what is new is asked for, so what is there must be known first.
    await loads.of(id);
    const before = states.get(id);
    if (!before || isDisposed) return;
    const { feed, facts } = before;
    // What came with the app is there already, and does not change.
    if (isBuiltIn(feed) && before.digest !== null && ports.catalogues.liveAddress(feed.address) === null)
      return become(id, { isSyncing: false, failure: null, nextTry: null });
    const controller = new AbortController();
    const { signal } = controller;
    attempts.set(id, controller);
    become(id, { isSyncing: true, nextTry: null });
    try {
      await settle(id, await fetchFeed(ports, feed, facts, { isUrgent, signal }), signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (attempts.get(id) === controller) attempts.delete(id);
  }

  async function settle(id: string, fetched: Fetched, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (fetched.kind === 'failed') return fail(id, fetched.problem, fetched.retryAfterMs);
    if (fetched.kind === 'unchanged') return confirm(id, {}, fetched.freshForMs);
    const { copy, freshForMs } = fetched;
    const { kind, bytes, base, charset, etag, lastModified } = copy;
    const { facts, doubt, feed } = stateOf(id);
    const known = [facts?.hash, doubt?.digest.hash].filter((hash) => hash !== undefined);
    const read = await heavy.read(
      id,
      { kind, bytes, charset, address: feed.address, base, known, now: clock.now() },
      'download',
    );
    if (signal.aborted && read.ok && read.value.kind === 'read') reader.release(read.value.digest.handle);
    signal.throwIfAborted();
    if (!read.ok) return fail(id, read.problem);
    const outcome = read.value;
    if (outcome.kind === 'known' && outcome.hash === stateOf(id).facts?.hash)
      return confirm(id, { etag, lastModified, charset }, freshForMs);
    const digest = outcome.kind === 'read' ? outcome.digest : stateOf(id).doubt?.digest;
    if (digest === undefined) throw new Error('A version was called known that is not');
    const refusal = refusalOf(digest);
    if (refusal !== null) {
      reader.release(digest.handle);
      return fail(id, refusal);
    }
    await judge(id, copy, digest, freshForMs);
  }

  /** Takes a new copy in, or keeps the last good one where the new one is suspicious and has not been so for long. */
  async function judge(
    id: string,
    copy: FetchedCopy,
    digest: FeedDigest,
    freshForMs: number | null,
  ): Promise<void> {
    const state = stateOf(id);
    const problem = suspicion(state, digest, isWhole(copy.kind, copy.bytes));
    const since = state.facts?.doubtedSince ?? clock.now();
    if (problem === null || state.facts === null || clock.now() >= usedFrom(since))
      return take(id, copy, digest, freshForMs);
    const facts = { ...state.facts, doubtedSince: since };
    become(id, { facts, doubt: { copy, digest, problem } });
    fail(id, problem);
    await copies.keep(state.feed, null, facts);
  }

  async function take(
    id: string,
    { bytes, kind, etag, lastModified, charset }: FetchedCopy,
    digest: FeedDigest,
    freshForMs: number | null,
  ): Promise<void> {
    const facts: CopyFacts = {
      etag,
      lastModified,
      charset,
      hash: digest.hash,
      confirmedAt: clock.now(),
      doubtedSince: null,
    };
    const { feed, digest: former } = stateOf(id);
    if (former !== null) replaced.emit({ feed, before: former.handle, after: digest.handle });
    succeed(id, { facts, digest, isWhole: isWhole(kind, bytes) }, freshForMs);
    contentChanged.emit();
    await copies.keep(stateOf(id).feed, bytes, facts);
  }

  /** The server says that the last good copy is the present version. */
  async function confirm(id: string, change: Partial<CopyFacts>, freshForMs: number | null): Promise<void> {
    const { facts: before, feed } = stateOf(id);
    if (before === null) throw new Error('A server said “unchanged” to a first request');
    const facts = { ...before, ...change, confirmedAt: clock.now(), doubtedSince: null };
    succeed(id, { facts }, freshForMs);
    await copies.keep(feed, null, facts);
  }

  function succeed(id: string, change: Partial<FeedState>, freshForMs: number | null): void {
    const wasUnreachable = stateOf(id).failure?.code === unreachable.code;
    const digest = change.digest ?? stateOf(id).digest;
    become(id, {
      ...change,
      doubt: null,
      failure: null,
      failures: 0,
      notBefore: null,
      isSyncing: false,
      nextTry: clock.now() + refreshPeriod(digest?.refreshIntervalMs ?? null, freshForMs),
    });
    // One server that can be reached again means that others can, too.
    if (wasUnreachable)
      void refreshWhere(({ failure, isSyncing }) => failure?.code === unreachable.code && !isSyncing);
  }

  function fail(id: string, failure: FeedState['failure'], retryAfterMs: number | null = null): void {
    const failures = stateOf(id).failures + 1;
    const now = clock.now();
    const wished = pause(retryAfterMs);
    const restsUntil = failure?.code === tooHeavyToRead.code ? (heavy.of(id)?.until ?? now) : now;
    log(`feed ${id}: ${failure?.code ?? ''}, failure ${failures} in a row`);
    become(id, {
      failure,
      failures,
      isSyncing: false,
      notBefore: wished === null ? null : now + wished,
      nextTry: Math.max(restsUntil, now + retryDelay(failures, random(), retryAfterMs)),
    });
  }

  function stateOf(id: string): FeedState {
    const state = states.get(id);
    if (state === undefined) throw new Error('An attempt for a feed that is gone was not cancelled');
    return state;
  }

  /** Starts an attempt that disposing waits for. */
  function refresh(id: string, isUrgent = false): Promise<void> {
    const run: Promise<void> = attempt(id, isUrgent).finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  const refreshWhere = async (isWanted: (state: FeedState) => boolean, isUrgent = false): Promise<void> => {
    const ids = [...states.values()].filter(isWanted).map((state) => state.feed.id);
    await Promise.all(ids.map((id) => refresh(id, isUrgent)));
  };

  const mayBeAsked = ({ notBefore }: FeedState): boolean => notBefore === null || notBefore <= clock.now();

  /** One timer, for the feed that is due first. */
  function arm(): void {
    timer?.[Symbol.dispose]();
    timer = undefined;
    const dueOf = ({ nextTry, restsUntil }: FeedState): Instant =>
      Math.min(nextTry ?? Infinity, restsUntil ?? Infinity);
    const due = Math.min(...[...states.values()].map(dueOf));
    if (isDisposed || due === Infinity) return;
    timer = clock.after(Math.max(0, due - clock.now()), () => {
      const now = clock.now();
      void refreshWhere((state) => state.nextTry !== null && state.nextTry <= now);
      dateAgain(({ restsUntil }) => restsUntil !== null && restsUntil <= now);
      arm();
    });
  }

  /** The dates of these are worked out once more. */
  function dateAgain(isMeant: (state: FeedState) => boolean): void {
    const rested = [...states.values()].filter((state) => state.restsUntil !== null && isMeant(state));
    for (const { feed } of rested) become(feed.id, { restsUntil: null });
    if (rested.length > 0) contentChanged.emit();
  }

  const fileWatch = watchFeedFiles(files, (id) => void refresh(id), log);

  /** Follows the list: forgets what was removed, takes over what was changed, asks for what is new. */
  const follow = (feeds: readonly Feed[]): void => {
    for (const [id, { digest, doubt }] of states) {
      if (feeds.some((feed) => feed.id === id)) continue;
      attempts.get(id)?.abort();
      attempts.delete(id);
      states.delete(id);
      for (const dropped of [digest, doubt?.digest]) if (dropped) reader.release(dropped.handle);
      void copies.forget(id);
    }
    for (const feed of feeds) states.set(feed.id, { ...(states.get(feed.id) ?? newFeedState(feed)), feed });
    fileWatch.follow(feeds);
    arm();
    statusChanged.emit(statuses());
    contentChanged.emit();
  };

  async function loadThese(ids: readonly string[]): Promise<void> {
    await loads.start(ids);
    if (!isDisposed) contentChanged.emit();
  }

  /** The thread that held everything has died; what is on the disk is read again, except what it died of. */
  const reload = (): Promise<void> =>
    loadThese([...states.values()].filter(({ digest }) => digest !== null).map(({ feed }) => feed.id));

  /** The copies on the disk, and what is known of those that took too much. */
  async function loadFirst(): Promise<void> {
    const ids = list.all().map(({ id }) => id);
    await Promise.all(ids.map((id) => heavy.recall(id)));
    for (const id of ids) {
      const state = states.get(id);
      if (state !== undefined && heavy.isResting(id, 'dating'))
        states.set(id, { ...state, restsUntil: heavy.of(id)?.until ?? null });
    }
    await loadThese(ids);
  }

  for (const feed of list.all()) states.set(feed.id, newFeedState(feed));
  loads.waitFor(
    list.all().map(({ id }) => id),
    loadFirst(),
  );
  fileWatch.follow(list.all());
  using parts = new DisposableStack();
  parts.use(fileWatch);
  parts.use(list.changed.on(follow));
  parts.use(reader.onLost(() => void reload()));
  parts.defer(() => timer?.[Symbol.dispose]());
  const owned = parts.move();

  return {
    readings: () =>
      [...states.values()].flatMap(({ feed, digest, restsUntil }) =>
        digest === null ? [] : [{ feed, digest, rests: restsUntil !== null }],
      ),
    settled: () => loads.settled(),
    dated: (ids, tooLong) => {
      for (const id of ids) if (heavy.of(id)?.what === 'dating' && !tooLong.includes(id)) heavy.drop(id);
      for (const id of tooLong) {
        heavy.add(id, 'dating');
        become(id, { restsUntil: heavy.of(id)?.until ?? null });
      }
    },
    statuses,
    refreshAll: () => {
      dateAgain(() => true);
      return refreshWhere(() => true);
    },
    refreshDue: () => refreshWhere(mayBeAsked),
    refreshNow: (ids) =>
      refreshWhere((state) => ids.includes(state.feed.id) && !state.isSyncing && mayBeAsked(state), true),
    accept: async (id) => {
      const doubt = states.get(id)?.doubt;
      if (!doubt) return;
      attempts.get(id)?.abort();
      await take(id, doubt.copy, doubt.digest, null);
    },
    adopt: async (feed, { copy, digest, freshForMs, fetchedAt }) => {
      const { etag, lastModified, charset } = copy;
      const facts = {
        etag,
        lastModified,
        charset,
        hash: digest.hash,
        confirmedAt: fetchedAt,
        doubtedSince: null,
      };
      const nextTry = clock.now() + refreshPeriod(digest.refreshIntervalMs, freshForMs);
      attempts.get(feed.id)?.abort();
      const before = states.get(feed.id);
      for (const dropped of [before?.digest, before?.doubt?.digest])
        if (dropped) reader.release(dropped.handle);
      const state = { facts, digest, isWhole: isWhole(copy.kind, copy.bytes), nextTry };
      states.set(feed.id, { ...newFeedState(feed), ...state });
      list.put(feed);
      await copies.keep(feed, copy.bytes, facts);
    },
    replaced,
    contentChanged,
    statusChanged,
    [Symbol.asyncDispose]: async () => {
      isDisposed = true;
      owned.dispose();
      for (const controller of attempts.values()) controller.abort();
      await Promise.allSettled([...running, loads.settled()]);
    },
  };
}
