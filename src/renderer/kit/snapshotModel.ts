import type { Instant, Problem, Result } from '#base';
import { createSecondClock } from './secondClock.ts';

/** What a small window shows at one moment. */
export interface SnapshotView<Snapshot> {
  /** null until main has answered. */
  readonly snapshot: Snapshot | null;
  /** Main's clock (ms). */
  readonly now: Instant;
  /** Key of the card or meeting that the user chose; null before a choice. */
  readonly chosen: string | null;
  readonly problem: Problem | null;
}

/** State and clock of a window without a store: main sends all that it shows as one snapshot. */
export interface SnapshotModel<Snapshot> {
  readonly view: () => SnapshotView<Snapshot>;
  readonly subscribe: (callback: () => void) => () => void;
  readonly choose: (key: string | null) => void;
  /** Sends a request, and shows its failure until another one succeeds. */
  readonly attempt: (request: Promise<Result<unknown>>) => void;
  /** The clock ticks, and the snapshot is asked for anew. */
  readonly start: () => void;
  /** The clock is stopped. */
  readonly stop: () => void;
  /** Stops the clock and all subscriptions. */
  readonly end: () => void;
}

/** Where snapshots come from, and this window's clock. */
export interface SnapshotParts<Snapshot> {
  readonly ask: () => Promise<Result<Snapshot>>;
  /** Calls back with every snapshot that main sends unasked; returns a function that stops it. */
  readonly listen: (callback: (snapshot: Snapshot) => void) => () => void;
  /** This window's clock (ms). */
  readonly localNow: () => Instant;
  readonly after: (delayMs: number, callback: () => void) => () => void;
  /** Called before a snapshot is shown. */
  readonly received?: (snapshot: Snapshot, before: Snapshot | null) => void;
}

export function createSnapshotModel<Snapshot extends { readonly now: Instant }>({
  ask,
  listen,
  localNow,
  after,
  received,
}: SnapshotParts<Snapshot>): SnapshotModel<Snapshot> {
  const listeners = new Set<() => void>();
  let view: SnapshotView<Snapshot> = { snapshot: null, now: localNow(), chosen: null, problem: null };

  const become = (change: Partial<SnapshotView<Snapshot>>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const clock = createSecondClock(localNow, after, (now) => become({ now }));
  const receive = (snapshot: Snapshot): void => {
    clock.set(snapshot.now);
    received?.(snapshot, view.snapshot);
    become({ snapshot, now: snapshot.now });
  };
  const request = async (): Promise<void> => {
    const answer = await ask();
    if (answer.ok) receive(answer.value);
    else become({ problem: answer.problem });
  };
  const attempt = async (outcome: Promise<Result<unknown>>): Promise<void> => {
    const answer = await outcome;
    become({ problem: answer.ok ? null : answer.problem });
  };
  const start = (): void => {
    clock.stop();
    void request();
    clock.start();
  };

  const stopListening = listen(receive);
  start();
  return {
    view: () => view,
    subscribe: (callback) => {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    choose: (chosen) => {
      if (chosen !== view.chosen) become({ chosen });
    },
    attempt: (outcome) => void attempt(outcome),
    start,
    stop: () => clock.stop(),
    end: () => {
      clock.stop();
      stopListening();
    },
  };
}
