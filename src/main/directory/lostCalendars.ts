import { datedCountOf, pageOf, type DirectoryEntry } from '#core/directory/directoryEntry.ts';
import type { DirectoryRow } from '#core/directory/directoryIndex.ts';
import type { LostCalendar } from '#core/directory/directoryView.ts';
import { isGone } from '#core/directory/goneCalendar.ts';
import { directoryProblem } from '#core/directory/problems.ts';
import { texts } from '#core/directory/texts.ts';
import type { Feed, FeedHealth, FeedStatus } from '#core/feeds/feed.ts';
import { hasCode } from '#core/problemCodes.ts';
import { logFailure, type Problem } from '#base';
import type { Problems } from '../app/problems.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import { recogniseAddress } from '../feeds/recogniseAddress.ts';
import type { Environment } from '../ports/environment.ts';
import type { Ports } from '../ports/ports.ts';
import type { DirectoryFiles } from './directoryFiles.ts';

/**
 * Followed calendars of the directory that are gone or empty. What the directory states of their community is shown in
 * their place, as unconfirmed, until they have meetings again or the user removes it.
 */
export interface LostCalendars extends Disposable {
  /** Null for a calendar that has meetings, or is not in the directory. */
  of(feedId: string): Promise<LostCalendar | null>;
}

interface LostParts {
  readonly feeds: Pick<Feeds, 'list' | 'sync' | 'sources' | 'adder'>;
  readonly directory: DirectoryFiles;
  readonly problems: Pick<Problems, 'replace'>;
}

/** Gone, or without any meeting. */
const isLost = ({ state, failure, seriesCount }: FeedHealth): boolean =>
  isGone(failure) || hasCode(failure, 'feed/lostEverything') || (state === 'fresh' && seriesCount === 0);

const hasMeetings = ({ state, seriesCount }: FeedHealth): boolean =>
  state === 'fresh' && (seriesCount ?? 0) > 0;

const insteadOf = ({ source }: Feed): string | null => (source.kind === 'stated' ? source.insteadOf : null);

/** Finds the community of a calendar. */
function communityFinder(
  { feeds: { sources }, directory }: Pick<LostParts, 'feeds' | 'directory'>,
  { platform }: Pick<Environment, 'platform'>,
) {
  const has = ({ addresses }: DirectoryRow, location: string): boolean =>
    addresses.some((address) => {
      const read = recogniseAddress(address, platform);
      return read.ok && sources(read.value).location === location;
    });
  return async ({ source }: Feed): Promise<DirectoryEntry | null> => {
    if (source.kind !== 'web') return null;
    const { location } = sources(source);
    const row = (await directory.rows()).find((one) => has(one, location));
    const entry = row === undefined ? null : await directory.entry(row.id);
    return entry?.ok === true ? entry.value : null;
  };
}

export function watchLostCalendars(
  { log, environment }: Pick<Ports, 'log' | 'environment'>,
  parts: LostParts,
): LostCalendars {
  const { feeds, problems } = parts;
  const { list, sync, adder } = feeds;
  const communityOf = communityFinder(parts, environment);
  let reported: readonly Problem[] = [];
  /** What is shown in place of calendars, by its id. */
  let shown = new Map<string, string>();
  let work = Promise.resolve();
  let isDisposed = false;

  const statedOf = (community: string): Feed | null =>
    list.all().find(({ source }) => source.kind === 'stated' && source.community === community) ?? null;
  const show = async (feed: Feed, entry: DirectoryEntry): Promise<void> => {
    if (feed.isFallbackRefused === true || datedCountOf(entry) === 0 || statedOf(entry.id) !== null) return;
    const source = { kind: 'stated' as const, community: entry.id, insteadOf: feed.id };
    const added = await adder.addSource(source);
    if (added.ok) list.put({ ...added.value, name: texts.instead(entry.name) });
  };
  const removeInstead = (of: (feedId: string) => boolean): void => {
    for (const feed of list.all()) {
      const replaced = insteadOf(feed);
      if (replaced === null || !of(replaced)) continue;
      shown.delete(feed.id);
      list.remove(feed.id);
    }
  };
  /** A removal by the user is an answer: it is not shown again. Undoing it takes the answer back. */
  const noticeAnswers = (): void => {
    const present = new Map(
      list
        .all()
        .flatMap((feed) => (insteadOf(feed) === null ? [] : [[feed.id, insteadOf(feed) ?? ''] as const])),
    );
    const answer = (feedId: string, isRefused: boolean): void => {
      const feed = list.find(feedId);
      if (feed === null || (feed.isFallbackRefused === true) === isRefused) return;
      const { isFallbackRefused: _former, ...plain } = feed;
      list.put(isRefused ? { ...plain, isFallbackRefused: true } : plain);
    };
    const before = shown;
    shown = present;
    for (const [id, replaced] of before) if (!present.has(id)) answer(replaced, true);
    for (const [id, replaced] of present) if (!before.has(id)) answer(replaced, false);
  };
  const look = async (statuses: readonly FeedStatus[]): Promise<void> => {
    const good = new Set(statuses.flatMap(({ feed, health }) => (hasMeetings(health) ? [feed.id] : [])));
    removeInstead((id) => good.has(id) || list.find(id) === null);
    const present: Problem[] = [];
    for (const { feed, health } of statuses) {
      const entry = isLost(health) ? await communityOf(feed) : null;
      if (entry === null || isDisposed || list.find(feed.id) === null) continue;
      await show(list.find(feed.id) ?? feed, entry);
      const isShown = statedOf(entry.id) !== null;
      present.push(
        directoryProblem(
          'directory/calendarLost',
          entry.name,
          pageOf(entry),
          isShown ? datedCountOf(entry) : 0,
        ),
      );
    }
    problems.replace(reported, present);
    reported = present;
  };
  const schedule = (statuses: readonly FeedStatus[]): void => {
    // Nothing of the directory is read while all calendars are well.
    if (!statuses.some(({ health }) => isLost(health)) && shown.size === 0 && reported.length === 0) return;
    work = work.then(() => (isDisposed ? undefined : look(statuses))).catch(logFailure(log));
  };

  using ends = new DisposableStack();
  ends.use(list.changed.on(noticeAnswers));
  ends.use(sync.statusChanged.on(schedule));
  noticeAnswers();
  ends.defer(() => (isDisposed = true));
  const owned = ends.move();
  return {
    of: async (feedId) => {
      const status = sync.statuses().find(({ feed }) => feed.id === feedId);
      const entry = status !== undefined && isLost(status.health) ? await communityOf(status.feed) : null;
      if (entry === null) return null;
      const { id, name } = entry;
      const isStatedShown = statedOf(id) !== null;
      return { id, name, page: pageOf(entry), statedCount: datedCountOf(entry), isStatedShown };
    },
    [Symbol.dispose]: () => owned.dispose(),
  };
}
