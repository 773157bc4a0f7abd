/** Limits of a worker. Tests use smaller ones. */
export interface ThreadLimits {
  /** Heap of the worker. */
  readonly megabytes: number;
  /** Longest time until the worker has started, ms. */
  readonly startMs: number;
  /** CPU time for reading or dating one feed, ms. */
  readonly cpuMs: number;
  /** Longest time without progress, ms, for a worker that is stuck without using CPU time. Long, for busy machines. */
  readonly silenceMs: number;
  /** Back-off before the next worker starts after losses of unknown cause, ms. */
  readonly pauses: readonly number[];
  /** A worker that ran this long resets the back-off, ms. */
  readonly soundMs: number;
  /** A worker without requests for this long is terminated, ms; null for never. */
  readonly idleMs: number | null;
}

/** For the worker that stores all feeds. */
export const mainLimits: ThreadLimits = {
  megabytes: 2048,
  startMs: 60_000,
  cpuMs: 10_000,
  silenceMs: 300_000,
  pauses: [0, 2_000, 10_000, 60_000, 600_000],
  soundMs: 1_800_000,
  idleMs: null,
};

/** For the worker that reads previews, for which the user waits. */
export const trialLimits: ThreadLimits = {
  ...mainLimits,
  megabytes: 1024,
  cpuMs: 5_000,
  silenceMs: 60_000,
  idleMs: 120_000,
};
