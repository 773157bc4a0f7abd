import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { updateBetween, type RangeUpdate } from '#core/agenda/agendaUpdate.ts';
import { sameOccurrences } from '#core/agenda/sameOccurrences.ts';
import { createSignal, success, type Result, type Signal, type TimeWindow } from '#base';

/** The ranges of the agenda that the window has, and what changes in them. */
export interface WatchedRanges {
  /**
   * The range, and from then on its changes.
   * @param kept the other ranges that the window still has; all else is forgotten
   */
  watch(range: TimeWindow, kept: readonly TimeWindow[]): Promise<Result<AgendaSnapshot>>;
  /** Expands all ranges again, one after the other, and emits those that differ. Resolves when that is done. */
  refresh(): Promise<void>;
  readonly changed: Signal<RangeUpdate>;
}

const idOf = ({ from, to }: TimeWindow): string => `${from}-${to}`;

/** @param expand the occurrences of a range as of now */
export function createWatchedRanges(
  expand: (range: TimeWindow) => Promise<Result<AgendaSnapshot>>,
): WatchedRanges {
  const changed = createSignal<RangeUpdate>();
  /** What the window has of each range; null while its first reply is on its way. */
  const watched = new Map<string, AgendaSnapshot | null>();
  /** Counts calls of `refresh`, to see that one came during an expansion. */
  let calls = 0;
  let running: Promise<void> | null = null;

  async function update(id: string, range: TimeWindow): Promise<void> {
    const reply = await expand(range);
    const before = watched.get(id);
    // Forgotten meanwhile. A failure leaves the range as it is; the next refresh tries again.
    if (!before || !reply.ok) return;
    const after = { ...reply.value, revision: before.revision + 1 };
    if (after.zone === before.zone && sameOccurrences(before.occurrences, after.occurrences)) return;
    watched.set(id, after);
    changed.emit({ range, update: updateBetween(before, after) });
  }

  async function updateAll(): Promise<void> {
    let seen: number;
    do {
      seen = calls;
      for (const [id, known] of watched) {
        if (known !== null) await update(id, known.window);
        if (calls !== seen) break;
      }
    } while (calls !== seen);
  }

  function refresh(): Promise<void> {
    calls += 1;
    running ??= updateAll().finally(() => (running = null));
    return running;
  }

  return {
    watch: async (range, kept) => {
      const id = idOf(range);
      const wanted = new Set([id, ...kept.map(idOf)]);
      for (const one of watched.keys()) if (!wanted.has(one)) watched.delete(one);
      watched.set(id, null);
      const before = calls;
      const reply = await expand(range);
      if (!reply.ok) {
        watched.delete(id);
        return reply;
      }
      const first = { ...reply.value, revision: 1 };
      // Unless another request left it out meanwhile.
      if (watched.has(id)) watched.set(id, first);
      if (calls !== before) void refresh();
      return success(first);
    },
    refresh,
    changed,
  };
}
