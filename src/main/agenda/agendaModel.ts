import { agendaFailure } from '#core/agenda/problems.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { Clock } from '../ports/clock.ts';
import type { FeedReader } from '../ports/feedReader.ts';
import { NO_CHOICES, type AgendaChoices } from '#core/agenda/meetingChoices.ts';
import type { WeekAnswer } from '#core/agenda/whichWeek.ts';
import {
  createSignal,
  success,
  type Result,
  type TimeWindow,
  DAY,
  HOUR,
  type Instant,
  logFailure,
  type Problem,
  type Signal,
  type ZoneName,
} from '#base';
import { locateOccurrence } from './locateOccurrence.ts';
import type { FeedSync } from '../feeds/feedSync.ts';
import type { Ports } from '../ports/ports.ts';

/** The single list of occurrences. All other parts read it; none of them computes dates. */
export interface AgendaModel {
  snapshot(): AgendaSnapshot;
  /** Sorted by start. */
  occurrences(): readonly Occurrence[];
  find(key: OccurrenceKey): Occurrence | null;
  /** As `find`, on any date: expands the days around it if the list does not have it. */
  locate(key: OccurrenceKey): Promise<Occurrence | null>;
  /** Whether the list includes all occurrences of that feed. */
  holds(feedId: string): boolean;
  /** It was built at least once. */
  isBuilt(): boolean;
  /** Resolves when it was built for the first time and all listeners have been called. */
  readonly built: Promise<void>;
  /** The zone in which times are shown. */
  zone(): ZoneName;
  /** Series that could not be expanded into dates. */
  problems(): readonly Problem[];
  /**
   * Rebuilds the list after feeds, zone or date changed, and emits `changed` if it differs. Resolves when the list is as
   * of now or later and all listeners have been called.
   */
  rebuild(): Promise<void>;
  readonly changed: Signal<AgendaSnapshot>;
  /** Something changed from which `range` answers: a feed, a choice or the zone. */
  readonly rangesChanged: Signal<void>;
  /** The agenda of other days, expanded on request and not kept. @param feedId leaves out all other feeds */
  range(window: TimeWindow, feedId?: string): Promise<Result<AgendaSnapshot>>;
}

/** Keep four days back so that meetings missed over a long weekend still show. */
const BEFORE_MS = 4 * DAY;
const AHEAD_MS = 35 * DAY;

/** The range moves in whole hours, so that two builds in a row give the same list. */
const windowAround = (now: Instant): AgendaSnapshot['window'] => {
  const hour = Math.floor(now / HOUR) * HOUR;
  return { from: hour - BEFORE_MS, to: hour + AHEAD_MS };
};

const emptyAgenda = (zone: ZoneName, now: Instant): AgendaSnapshot => ({
  revision: 0,
  zone,
  window: windowAround(now),
  occurrences: [],
});

/** The inputs of the agenda. */
export interface AgendaInputs {
  readonly feeds: Pick<FeedSync, 'readings' | 'settled' | 'dated'>;
  /** The zone in which times are shown. */
  readonly zone: () => ZoneName;
  readonly weeks?: () => readonly WeekAnswer[];
  readonly choices?: () => AgendaChoices;
}

export interface AgendaPorts extends Pick<Ports, 'log'> {
  readonly reader: Pick<FeedReader, 'agenda' | 'range'>;
  readonly clock: Pick<Clock, 'now' | 'turn'>;
}

/** The agenda from four days ago to five weeks ahead; empty until the first build. */
export function createAgendaModel(
  { reader, clock, log }: AgendaPorts,
  { feeds, zone, weeks = () => [], choices = () => NO_CHOICES }: AgendaInputs,
): AgendaModel {
  const changed = createSignal<AgendaSnapshot>(logFailure(log));
  let problems: readonly Problem[] = [];
  let snapshot = emptyAgenda(zone(), clock.now());
  let byKey = index(snapshot);
  let held: ReadonlySet<string> = new Set();
  let isBuilt = false;
  const first = Promise.withResolvers<void>();
  const rangesChanged = createSignal(logFailure(log));
  let inputs = '';

  async function build(): Promise<void> {
    await feeds.settled();
    const now = clock.now();
    const range = { zone: zone(), window: windowAround(now) };
    const sources = storedFeeds(feeds, weeks());
    const chosen = choices();
    const answer = await reader.agenda(sources, range.window, range.zone, now, chosen);
    const tried = sources.filter(({ rests }) => !rests).map(({ feed }) => feed.id);
    if (answer.kind === 'none') {
      feeds.dated([], answer.heavy);
      return;
    }
    feeds.dated(tried, answer.heavy);
    held = new Set(tried.filter((id) => !answer.heavy.includes(id)));
    const isFirst = !isBuilt;
    isBuilt = true;
    const before = inputs;
    inputs = JSON.stringify([sources, range.zone, chosen]);
    const isNews = inputs !== before && !isFirst;
    if (answer.kind === 'same' && !isFirst && !isMoved(snapshot, range)) {
      if (isNews) rangesChanged.emit();
      return;
    }
    if (answer.kind === 'built') problems = answer.problems;
    const occurrences = answer.kind === 'built' ? answer.occurrences : snapshot.occurrences;
    snapshot = { revision: snapshot.revision + 1, ...range, occurrences };
    byKey = index(snapshot);
    if (isNews) rangesChanged.emit();
    await changed.emitInTurns(snapshot, () => clock.turn());
    first.resolve();
  }

  const find = (key: OccurrenceKey): Occurrence | null => byKey.get(key) ?? null;

  async function range(window: TimeWindow, feedId?: string): Promise<Result<AgendaSnapshot>> {
    await first.promise;
    await feeds.settled();
    const { revision, zone: viewer } = snapshot;
    const sources = storedFeeds(feeds, weeks()).filter(
      ({ feed }) => feedId === undefined || feed.id === feedId,
    );
    const reply = await reader.range(sources, window, viewer, clock.now(), choices());
    if (reply.kind !== 'built') return agendaFailure('agenda/rangeFailed');
    return success({ revision, zone: viewer, window, occurrences: reply.occurrences });
  }

  return {
    snapshot: () => snapshot,
    occurrences: () => snapshot.occurrences,
    find,
    locate: async (key) => find(key) ?? locateOccurrence(key, range),
    holds: (feedId) => held.has(feedId),
    isBuilt: () => isBuilt,
    built: first.promise,
    zone: () => snapshot.zone,
    problems: () => problems,
    rebuild: oneAtATime(build),
    changed,
    rangesChanged,
    range,
  };
}

/** The feeds that are read, with the answers about their weeks. */
const storedFeeds = (feeds: Pick<FeedSync, 'readings'>, answers: readonly WeekAnswer[]) =>
  feeds.readings().map(({ feed, digest, rests }) => ({
    feed,
    handle: digest.handle,
    weeks: answers.filter(({ feedId }) => feedId === feed.id),
    rests,
  }));

/** Whether the agenda covers other days, or shows other times, than before. */
const isMoved = (
  before: AgendaSnapshot,
  { window, zone }: Pick<AgendaSnapshot, 'window' | 'zone'>,
): boolean => window.from !== before.window.from || zone !== before.zone;

/** Runs one build at a time. All calls during a build share the next one, because an input may have changed meanwhile. */
function oneAtATime(build: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;

  function start(): Promise<void> {
    running = build().finally(() => (running = null));
    return running;
  }
  function startFollowing(): Promise<void> {
    following = null;
    return start();
  }

  return () => {
    if (running === null) return start();
    // A failed build rejects only for its own caller; the next build may succeed.
    following ??= running.then(startFollowing, startFollowing);
    return following;
  };
}

/** By each of its keys: a meeting of several feeds is known under one of each. */
function index({ occurrences }: AgendaSnapshot): ReadonlyMap<OccurrenceKey, Occurrence> {
  const byKey = new Map<OccurrenceKey, Occurrence>();
  for (const occurrence of occurrences) for (const { key } of occurrence.sources) byKey.set(key, occurrence);
  return byKey;
}
