import { hasCode } from '#core/problemCodes.ts';
import type { FeedDigest, ReadOutcome } from '#core/feeds/feedStore.ts';
import type { Problem, Result, Signal } from '#base';
import type { Ports } from '../ports/ports.ts';
import type { FeedCopies } from './feedCopies.ts';
import type { CopyFacts } from './feedCache.ts';
import { doubtOf, factsOf, failedAttempt, succeeded, type FeedState } from './feedState.ts';
import type { FeedStates } from './feedStates.ts';
import type { FeedReplaced } from './feedReading.ts';
import type { FetchedCopy } from './fetchCopy.ts';
import type { HeavyFeeds } from './heavyFeeds.ts';
import type { FeedSources } from './sources/feedSources.ts';
import type { Fetched } from './sources/feedSource.ts';
import { isWhole, refusalOf } from './validateCopy.ts';

/** Applies what was fetched to the states of feeds. */
export interface FeedUpdater {
  /** Rejects when the signal aborts: a newer attempt has started, or the feed was removed. */
  apply(id: string, fetched: Fetched<FetchedCopy>, signal: AbortSignal): Promise<void>;
  /** Replaces the last good copy by the doubted one. */
  accept(id: string): Promise<void>;
}

export interface UpdaterParts extends Pick<Ports, 'clock' | 'random' | 'log' | 'reader'> {
  readonly states: FeedStates;
  readonly sources: FeedSources;
  readonly copies: Pick<FeedCopies, 'keep'>;
  readonly heavy: Pick<HeavyFeeds, 'read' | 'of'>;
  readonly replaced: Signal<FeedReplaced>;
  readonly contentChanged: Signal<void>;
  /** A server can be reached again after it could not. */
  readonly onReachedAgain: () => void;
}

/** A new version of a feed, read. */
interface NewCopy {
  readonly copy: FetchedCopy;
  readonly digest: FeedDigest;
  readonly freshForMs: number | null;
}

/** Reads a copy, unless it equals the last good one or the doubted one. */
async function readCopy(
  { clock, states, sources, heavy }: UpdaterParts,
  id: string,
  { format, bytes, base, charset }: FetchedCopy,
): Promise<Result<ReadOutcome>> {
  const { facts, doubt, feed } = states.of(id);
  const known = [facts?.hash, doubt?.digest.hash].filter((hash) => hash !== undefined);
  const { location } = sources(feed.source);
  return heavy.read(id, { format, bytes, charset, location, base, known, now: clock.now() }, 'download');
}

export function createFeedUpdater(parts: UpdaterParts): FeedUpdater {
  const { clock, random, log, reader, states, copies, heavy } = parts;

  function succeed(id: string, change: Partial<FeedState>, freshForMs: number | null): void {
    const { failure, digest } = states.of(id);
    const wasUnreachable = hasCode(failure, 'feed/unreachable');
    states.change(id, {
      ...change,
      ...succeeded(change.digest ?? digest, freshForMs, clock.now()),
    });
    if (wasUnreachable) parts.onReachedAgain();
  }

  function fail(id: string, problem: Problem, retryAfterMs: number | null = null): void {
    const restsUntil = heavy.of(id)?.until ?? null;
    const change = failedAttempt(states.of(id), { problem, retryAfterMs, restsUntil }, clock.now(), random());
    log(`feed ${id}: ${problem.code}, failure ${change.failures ?? 0} in a row`);
    states.change(id, change);
  }

  /** The server confirmed that the last good copy is the present version. */
  async function confirm(id: string, change: Partial<CopyFacts>, freshForMs: number | null): Promise<void> {
    const { facts: before, feed } = states.of(id);
    if (before === null) throw new Error('A server answered “unchanged” to a first request');
    const facts = { ...before, ...change, confirmedAt: clock.now(), doubtedSince: null };
    succeed(id, { facts }, freshForMs);
    await copies.keep(feed, null, facts);
  }

  async function replaceCopy(id: string, { copy, digest, freshForMs }: NewCopy): Promise<void> {
    const facts = factsOf(copy, digest, clock.now());
    const { feed, digest: former } = states.of(id);
    if (former !== null) parts.replaced.emit({ feed, before: former.handle, after: digest.handle });
    succeed(id, { facts, digest, isWhole: isWhole(copy.format, copy.bytes) }, freshForMs);
    parts.contentChanged.emit();
    await copies.keep(states.of(id).feed, copy.bytes, facts);
  }

  /** Replaces the last good copy, or keeps it while the new one looks as if it lost meetings. */
  async function replaceOrDoubt(id: string, found: NewCopy): Promise<void> {
    const state = states.of(id);
    const doubted =
      found.copy.isCertain === true ? null : doubtOf(state, found.copy, found.digest, clock.now());
    if (doubted === null) return replaceCopy(id, found);
    states.change(id, doubted);
    fail(id, doubted.doubt.problem);
    await copies.keep(state.feed, null, doubted.facts);
  }

  return {
    apply: async (id, fetched, signal) => {
      signal.throwIfAborted();
      if (fetched.kind === 'failed') return fail(id, fetched.problem, fetched.retryAfterMs);
      if (fetched.kind === 'unchanged') return confirm(id, {}, fetched.freshForMs);
      const { copy, freshForMs } = fetched;
      const outcome = await readCopy(parts, id, copy);
      if (signal.aborted && outcome.ok && outcome.value.kind === 'read')
        reader.release(outcome.value.digest.handle);
      signal.throwIfAborted();
      if (!outcome.ok) return fail(id, outcome.problem);
      const { facts, doubt } = states.of(id);
      if (outcome.value.kind === 'known' && outcome.value.hash === facts?.hash)
        return confirm(
          id,
          { etag: copy.etag, lastModified: copy.lastModified, charset: copy.charset },
          freshForMs,
        );
      const digest = outcome.value.kind === 'read' ? outcome.value.digest : doubt?.digest;
      if (digest === undefined) throw new Error('The reader called a version known that it was not given');
      const refusal = refusalOf(digest);
      if (refusal === null) return replaceOrDoubt(id, { copy, digest, freshForMs });
      reader.release(digest.handle);
      fail(id, refusal);
    },
    accept: async (id) => {
      const doubt = states.get(id)?.doubt;
      if (doubt) await replaceCopy(id, { copy: doubt.copy, digest: doubt.digest, freshForMs: null });
    },
  };
}
