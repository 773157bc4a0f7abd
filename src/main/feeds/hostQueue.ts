interface Waiter {
  readonly isUrgent: boolean;
  readonly enter: () => void;
}

/** Lets one piece of work per host run at a time. Urgent work goes before what waits, not before what runs. */
export interface HostQueue {
  /** Runs the work when its turn has come; rejects with the signal's reason when that comes first. */
  inTurn<T>(host: string, isUrgent: boolean, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

/** A server gets one request of ours at a time, however many of its calendars are followed. */
export function createHostQueue(): HostQueue {
  /** Who waits, by the hosts that are busy. */
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
