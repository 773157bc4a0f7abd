/** Timers driven by the test. Times in ms. */
export class ManualTimers {
  #now: number;
  #pending: { readonly at: number; readonly run: () => void }[] = [];

  constructor(now = 0) {
    this.#now = now;
  }

  readonly now = (): number => this.#now;

  readonly after = (delayMs: number, run: () => void): (() => void) => {
    const timer = { at: this.#now + delayMs, run };
    this.#pending.push(timer);
    return () => {
      this.#pending = this.#pending.filter((other) => other !== timer);
    };
  };

  get pendingCount(): number {
    return this.#pending.length;
  }

  /** Advances the time; timers fire when they are due. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#pending.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#pending = this.#pending.filter((other) => other !== next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }
}
