import { buildAgenda } from '../../shared/agenda/buildAgenda.ts';
import type { Occurrence, OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import type { AgendaSnapshot } from '../../shared/ipc/contract.ts';
import type { Problem } from '../../shared/problem.ts';
import { DAY, HOUR, type Instant, type ZoneName } from '../../shared/time.ts';
import type { FeedReading } from '../feeds/feedSync.ts';
import { createSignal, type Signal } from '../signal.ts';

/** The one list of occurrences. Everything else reads it; nobody else computes dates. */
export interface AgendaModel {
  snapshot(): AgendaSnapshot;
  /** Sorted by start. */
  occurrences(): readonly Occurrence[];
  find(key: OccurrenceKey): Occurrence | null;
  /** The zone that times are shown in. */
  zone(): ZoneName;
  /** What could not be turned into dates. */
  problems(): readonly Problem[];
  /** Feeds, zone or day are other ones: builds the list anew, and announces it when it differs. */
  rebuild(): void;
  readonly changed: Signal<AgendaSnapshot>;
}

const BEFORE_MS = DAY;
const AHEAD_MS = 35 * DAY;

/** The window is moved in whole hours, so that building twice in a row gives the same list. */
const windowAround = (now: Instant): AgendaSnapshot['window'] => {
  const hour = Math.floor(now / HOUR) * HOUR;
  return { from: hour - BEFORE_MS, to: hour + AHEAD_MS };
};

/** The agenda from a day ago to five weeks ahead. */
export function createAgendaModel(
  readings: () => readonly FeedReading[],
  zone: () => ZoneName,
  now: () => Instant,
): AgendaModel {
  const changed = createSignal<AgendaSnapshot>();
  let problems: readonly Problem[] = [];
  let snapshot = build();
  let byKey = index(snapshot);

  function build(): AgendaSnapshot {
    const window = windowAround(now());
    const built = buildAgenda(readings(), window, zone());
    problems = built.problems;
    return { zone: zone(), window, occurrences: built.occurrences };
  }

  return {
    snapshot: () => snapshot,
    occurrences: () => snapshot.occurrences,
    find: (key) => byKey.get(key) ?? null,
    zone: () => snapshot.zone,
    problems: () => problems,
    rebuild: () => {
      const before = JSON.stringify(snapshot);
      snapshot = build();
      byKey = index(snapshot);
      if (JSON.stringify(snapshot) !== before) changed.emit(snapshot);
    },
    changed,
  };
}

const index = ({ occurrences }: AgendaSnapshot): ReadonlyMap<OccurrenceKey, Occurrence> =>
  new Map(occurrences.map((occurrence) => [occurrence.key, occurrence]));
