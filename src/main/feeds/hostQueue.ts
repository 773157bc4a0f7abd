interface Waiter {
  readonly isUrgent: boolean;
  readonly enter: () => void;
}

/** Runs one job per host at a time. An urgent job goes before waiting ones; it does not interrupt a running one. */
export interface HostQueue {
  /** Runs the job in its turn; rejects with the signal's reason if that aborts first. */
  inTurn<T>(host: string, isUrgent: boolean, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

/** The queue of requests: a server gets one at a time, even if several of its calendars are followed. */
export function createHostQueue(): HostQueue {
  /** The waiting jobs, by busy host. */
  const busy = new Map<string, Waiter[]>();

  function enter(host: string, isUrgent: boolean, signal: AbortSignal): Promise<void> {
    const waiting = busy.get(host);
    if (waiting === undefined) {
      busy.set(host, []);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        isUrgent,
        enter: () => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      const firstCalm = waiting.findIndex((other) => !other.isUrgent);
      if (isUrgent && firstCalm >= 0) waiting.splice(firstCalm, 0, waiter);
      else waiting.push(waiter);
    });
  }

  function leave(host: string): void {
    const next = busy.get(host)?.shift();
    if (next === undefined) busy.delete(host);
    else next.enter();
  }

  return {
    inTurn: async (host, isUrgent, signal, work) => {
      signal.throwIfAborted();
      await enter(host, isUrgent, signal);
      try {
        return await work();
      } finally {
        leave(host);
      }
    },
  };
}
