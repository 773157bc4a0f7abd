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
import type { FeedSync } from '../feeds/feedSync.ts';
import type { Ports } from '../ports/ports.ts';

/** The single list of occurrences. All other parts read it; none of them computes dates. */
export interface AgendaModel {
  snapshot(): AgendaSnapshot;
  /** Sorted by start. */
  occurrences(): readonly Occurrence[];
  find(key: OccurrenceKey): Occurrence | null;
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
  /** The agenda of other days, expanded on request and not kept. */
  range(window: TimeWindow): Promise<Result<AgendaSnapshot>>;
}

/** Keep four days back so that meetings missed over a long weekend still show. */
const BEFORE_MS = 4 * DAY;
const AHEAD_MS = 35 * DAY;

/** The range moves in whole hours, so that two builds in a row give the same list. */
const windowAround = (now: Instant): AgendaSnapshot['window'] => {
  const hour = Math.floor(now / HOUR) * HOUR;
  return { from: hour - BEFORE_MS, to: hour + AHEAD_MS };
};

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
  let snapshot: AgendaSnapshot = {
    revision: 0,
    zone: zone(),
    window: windowAround(clock.now()),
    occurrences: [],
  };
  let byKey = index(snapshot);
  let held: ReadonlySet<string> = new Set();
  /** The running build, and the one that follows because an input changed meanwhile. */
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  let isBuilt = false;
  const first = Promise.withResolvers<void>();

  const storedFeeds = () => {
    const answers = weeks();
    return feeds.readings().map(({ feed, digest, rests }) => ({
      feed,
      handle: digest.handle,
      weeks: answers.filter(({ feedId }) => feedId === feed.id),
      rests,
    }));
  };

  async function build(): Promise<void> {
    await feeds.settled();
    const present = clock.now();
    const window = windowAround(present);
    const viewer = zone();
    const sources = storedFeeds();
    const answer = await reader.agenda(sources, window, viewer, present, choices());
    const tried = sources.filter(({ rests }) => !rests).map(({ feed }) => feed.id);
    if (answer.kind === 'none') {
      feeds.dated([], answer.heavy);
      return;
    }
    feeds.dated(tried, answer.heavy);
    held = new Set(tried.filter((id) => !answer.heavy.includes(id)));
    const isMoved = window.from !== snapshot.window.from || viewer !== snapshot.zone;
    const isFirst = !isBuilt;
    isBuilt = true;
    if (answer.kind === 'same' && !isMoved && !isFirst) return;
    if (answer.kind === 'built') problems = answer.problems;
    const occurrences = answer.kind === 'built' ? answer.occurrences : snapshot.occurrences;
    snapshot = { revision: snapshot.revision + 1, zone: viewer, window, occurrences };
    byKey = index(snapshot);
    await changed.emitInTurns(snapshot, () => clock.turn());
    first.resolve();
  }

  function start(): Promise<void> {
    running = build().finally(() => (running = null));
    return running;
  }

  return {
    snapshot: () => snapshot,
    occurrences: () => snapshot.occurrences,
    find: (key) => byKey.get(key) ?? null,
    holds: (feedId) => held.has(feedId),
    isBuilt: () => isBuilt,
    built: first.promise,
    zone: () => snapshot.zone,
    problems: () => problems,
    rebuild: () => {
      if (running === null) return start();
      const startAnew = (): Promise<void> => {
        following = null;
        return start();
      };
      // A failed build rejects only for its own caller; the next build may succeed.
      following ??= running.then(startAnew, startAnew);
      return following;
    },
    changed,
    range: async (window) => {
      await first.promise;
      await feeds.settled();
      const { revision, zone: viewer } = snapshot;
      const reply = await reader.range(storedFeeds(), window, viewer, clock.now(), choices());
      if (reply.kind !== 'built') return agendaFailure('agenda/rangeFailed');
      return success({ revision, zone: viewer, window, occurrences: reply.occurrences });
    },
  };
}

/** By each of its keys: a meeting of several feeds is known under one of each. */
function index({ occurrences }: AgendaSnapshot): ReadonlyMap<OccurrenceKey, Occurrence> {
  const byKey = new Map<OccurrenceKey, Occurrence>();
  for (const occurrence of occurrences) for (const { key } of occurrence.sources) byKey.set(key, occurrence);
  return byKey;
}
