import { success, type Result } from '#base';

/** Runs one write at a time. */
export interface WriteQueue {
  /** Writes after the running write; calls in between share one write, which stores the state of its own start. */
  write(): Promise<Result<null>>;
  /** Resolves with the last outcome when no write is pending. */
  settled(): Promise<Result<null>>;
}

export function createWriteQueue(writeNow: () => Promise<Result<null>>): WriteQueue {
  let running: Promise<Result<null>> = Promise.resolve(success(null));
  let waiting: Promise<Result<null>> | null = null;
  async function settled(): Promise<Result<null>> {
    const outcome = await (waiting ?? running);
    return waiting === null ? outcome : settled();
  }
  return {
    settled,
    write: () => {
      waiting ??= running.then(() => {
        waiting = null;
        running = writeNow();
        return running;
      });
      return waiting;
    },
  };
}
