import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#main/ports/clock.ts';
import type { Power } from '#main/ports/power.ts';
import { createSignal, type Instant, type Paced, type ZoneName } from '#base';

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await setImmediate();
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A computer's clock, stepped by hand: time passes only when a test says so. */
export class FakeClock implements Clock {
  #wall: Instant;
  #monotonic = 0;
  #zone: ZoneName;
  readonly #timers = new Set<Timer>();

  constructor(start: string, zone: ZoneName = 'Europe/Berlin') {
    this.#wall = Date.parse(start);
    this.#zone = zone;
  }

  now(): Instant {
    return this.#wall;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  zone(): ZoneName {
    return this.#zone;
  }

  /** False as where the system names no zone, and the clock's only follows from its offset. */
  zoneIsKnown = true;

  isZoneKnown(): boolean {
    return this.zoneIsKnown;
  }

  after(delayMs: number, callback: () => void): Disposable {
    const timer = { due: this.#monotonic + Math.max(0, delayMs), callback };
    this.#timers.add(timer);
    return { [Symbol.dispose]: () => void this.#timers.delete(timer) };
  }

  async turn(): Promise<void> {
    await setImmediate();
  }

  /** Without a pause: a test waits for nothing but what it asks for. */
  pace(_pauseMs: number, work: () => void | Promise<void>): Paced {
    return { call: () => void work(), [Symbol.dispose]: () => undefined };
  }

  /** How many callbacks are still to come: none may be left when an app has ended. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Time passes; whatever falls due runs at its time, and what it starts may finish. */
  async advance(ms: number): Promise<void> {
    const until = this.#monotonic + ms;
    for (;;) {
      const next = [...this.#timers].filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.#pass(next.due - this.#monotonic);
      this.#timers.delete(next);
      next.callback();
      await settle();
    }
    this.#pass(until - this.#monotonic);
    await settle();
  }

  async advanceTo(iso: string): Promise<void> {
    await this.advance(Date.parse(iso) - this.#wall);
  }

  /** The wall clock is set, or runs on while timers stand still, as in sleep. */
  jumpTo(iso: string): void {
    this.#wall = Date.parse(iso);
  }

  moveTo(zone: ZoneName): void {
    this.#zone = zone;
  }

  #pass(ms: number): void {
    this.#monotonic += ms;
    this.#wall += ms;
  }
}

/** Sleep, waking and the lock of the screen, by hand. */
export class FakePower implements Power {
  readonly #resumed = createSignal();
  readonly #suspended = createSignal();
  readonly #unlocked = createSignal();
  #isLocked = false;

  onResume(callback: () => void): Disposable {
    return this.#resumed.on(callback);
  }

  onSuspend(callback: () => void): Disposable {
    return this.#suspended.on(callback);
  }

  onUnlock(callback: () => void): Disposable {
    return this.#unlocked.on(callback);
  }

  isLocked(): boolean {
    return this.#isLocked;
  }

  lock(): void {
    this.#isLocked = true;
  }

  /** @param tellsSo Linux tells nothing */
  async unlock(tellsSo = true): Promise<void> {
    this.#isLocked = false;
    if (tellsSo) this.#unlocked.emit();
    await settle();
  }

  async suspend(): Promise<void> {
    this.#suspended.emit();
    await settle();
  }

  async resume(): Promise<void> {
    this.#resumed.emit();
    await settle();
  }
}
