import type { Clock } from '../ports/clock.ts';

/** Maximum hosts that are asked at once: fifty answers that arrive together block main for 50 ms. */
const MOST_HOSTS = 12;
/** A request that takes longer is not counted any more, so that servers that do not answer delay no others. */
const PATIENCE_MS = 1_000;

interface Waiter {
  readonly isUrgent: boolean;
  readonly enter: () => void;
}

/** Admits a limited number at a time; the others wait in order, urgent ones first. */
class Line {
  #room: number;
  readonly #waiting: Waiter[] = [];

  constructor(room: number) {
    this.#room = room;
  }

  /** Resolves when it may go on; rejects with the signal's reason if that aborts first. */
  enter(isUrgent: boolean, signal: AbortSignal): Promise<void> {
    if (this.#room > 0) {
      this.#room -= 1;
      return Promise.resolve();
    }
    const waiting = this.#waiting;
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

  /** Admits the next one; returns false if none is waiting. */
  leave(): boolean {
    const next = this.#waiting.shift();
    if (next === undefined) this.#room += 1;
    else next.enter();
    return next !== undefined;
  }
}

/**
 * Runs one job per host at a time, and of few hosts at once. An urgent job goes before waiting ones; it does not
 * interrupt a running one.
 */
export interface HostQueue {
  /** Runs the job in its turn; rejects with the signal's reason if that aborts first. */
  inTurn<T>(host: string, isUrgent: boolean, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

/** The queue of requests: a server gets one at a time, even if several of its calendars are followed. */
export function createHostQueue(clock: Pick<Clock, 'after'>): HostQueue {
  const busy = new Map<string, Line>();
  const hosts = new Line(MOST_HOSTS);

  /** Runs the job when fewer than {@link MOST_HOSTS} hosts are being asked. */
  async function amongFew<T>(isUrgent: boolean, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await hosts.enter(isUrgent, signal);
    let isCounted = true;
    const leave = (): void => {
      if (isCounted) hosts.leave();
      isCounted = false;
    };
    const patience = clock.after(PATIENCE_MS, leave);
    try {
      return await work();
    } finally {
      patience[Symbol.dispose]();
      leave();
    }
  }

  return {
    inTurn: async (host, isUrgent, signal, work) => {
      signal.throwIfAborted();
      const line = busy.get(host) ?? new Line(1);
      busy.set(host, line);
      await line.enter(isUrgent, signal);
      try {
        return await amongFew(isUrgent, signal, work);
      } finally {
        if (!line.leave()) busy.delete(host);
      }
    },
  };
}
