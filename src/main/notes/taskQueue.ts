/** Runs tasks one after another. */
export interface TaskQueue {
  /** Runs a task after all earlier ones have ended, whether they failed or not. */
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Ends with the last task that is queued now; never rejects. */
  settled(): Promise<unknown>;
}

export function createTaskQueue(): TaskQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const done = last.then(task);
      last = done.catch(() => undefined);
      return done;
    },
    settled: () => last,
  };
}
