/**
 * A computer whose time is virtual: it sleeps, its clock is set, and its programs are killed between any two steps.
 * True time (ms) runs always; the wall clock is true time plus an error; timers stand still in sleep.
 */
import type { Clock } from '#main/ports/clock.ts';
import type { Files } from '#main/ports/files.ts';
import type { Notice } from '#main/ports/notifier.ts';

/** Something on the screen. */
export interface Shown {
  readonly notice: Notice;
  /** ms. */
  readonly trueTime: number;
  readonly wallTime: number;
}

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** One run of the app: after its kill nothing that it does has any effect. */
export interface Process {
  isDead: boolean;
  /** So many more steps, then it is killed. */
  stepsToLive: number;
}

export class VirtualComputer {
  /** The one file of the app. */
  disk = '';
  trueTime: number;
  clockError = 0;
  /** So long after a notice came the desktop says that it did (ms). */
  noticeMs = 0;
  isAsleep = false;
  /** Sum of all sleep so far (ms): timers lag behind true time by it. */
  #slept = 0;
  #timers: Timer[] = [];
  process: Process = { isDead: true, stepsToLive: 0 };
  /** Something was done that goes on in microtasks. */
  isBusy = false;
  onShow: (shown: Shown) => void = () => undefined;
  onKill: () => void = () => undefined;
  /** Lines reached the disk. */
  onLines: (text: string) => void = () => undefined;

  readonly zone: string;

  constructor(start: number, zone: string) {
    this.trueTime = start;
    this.zone = zone;
  }

  get wallTime(): number {
    return this.trueTime + this.clockError;
  }

  get #monotonic(): number {
    return this.trueTime - this.#slept;
  }

  /** When the next timer is due (true time), if the computer stays awake. */
  get nextTimer(): number {
    let next = Infinity;
    for (const { due } of this.#timers) if (due < next) next = due;
    return next + this.#slept;
  }

  /** Runs the timers that are due now. */
  runTimers(): void {
    const due = this.#timers.filter((timer) => timer.due <= this.#monotonic);
    for (const timer of due) {
      const index = this.#timers.indexOf(timer);
      if (index === -1) continue;
      this.#timers.splice(index, 1);
      this.isBusy = true;
      timer.callback();
    }
  }

  passAsleep(ms: number): void {
    this.trueTime += ms;
    this.#slept += ms;
  }

  startProcess(stepsToLive: number): Process {
    this.#timers = [];
    this.process = { isDead: false, stepsToLive };
    return this.process;
  }

  kill(): void {
    if (this.process.isDead) return;
    this.process.isDead = true;
    this.#timers = [];
    this.onKill();
  }

  /** One step of a process; a kill may come before it. Says whether the process lives on. */
  #step(process: Process): boolean {
    this.isBusy = true;
    if (process.isDead) return false;
    process.stepsToLive -= 1;
    if (process.stepsToLive < 0) this.kill();
    return !process.isDead;
  }

  clockOf(process: Process): Clock {
    return {
      now: () => this.wallTime,
      monotonic: () => this.#monotonic,
      zone: () => this.zone,
      isZoneKnown: () => true,
      after: (delayMs, callback) => {
        if (process.isDead) return { [Symbol.dispose]: () => undefined };
        const timer = { due: this.#monotonic + Math.max(0, delayMs), callback };
        this.#timers.push(timer);
        return {
          [Symbol.dispose]: () => {
            const index = this.#timers.indexOf(timer);
            if (index !== -1) this.#timers.splice(index, 1);
          },
        };
      },
      turn: () => {
        this.isBusy = true;
        return Promise.resolve();
      },
      pace: (_pauseMs, work) => ({ call: () => void work(), [Symbol.dispose]: () => undefined }),
    };
  }

  /** The disk as a process sees it; a kill leaves half of a line, or a line of which the process never hears. */
  filesOf(process: Process): Files {
    const never = new Promise<never>(() => undefined);
    const none = (): never => {
      throw new Error('The app has one file here');
    };
    return {
      read: () => Promise.resolve(this.disk === '' ? null : new TextEncoder().encode(this.disk)),
      within: none,
      list: none,
      remove: none,
      move: none,
      setAside: none,
      watch: none,
      watchFile: none,
      writeIf: none,
      create: none,
      sweep: none,
      stat: none,
      realPath: none,
      makeFolder: none,
      append: (_path, line) => {
        if (process.isDead) return never;
        if (!this.#step(process)) {
          // Torn somewhere, by a number that differs from time to time and is the same in each run.
          const part = line.slice(0, Math.floor(this.trueTime / 7) % line.length);
          this.disk += part;
          const whole = new Set(line.split('\n'));
          const reached = part.split('\n').filter((one) => whole.has(one));
          if (reached.length > 0) this.onLines(reached.join('\n'));
          return never;
        }
        this.disk += `${line}\n`;
        this.onLines(line);
        return this.#step(process) ? Promise.resolve() : never;
      },
      write: (_path, content) => {
        if (!this.#step(process)) return never;
        const before = new Set(this.disk.split('\n'));
        this.disk = typeof content === 'string' ? content : new TextDecoder().decode(content);
        const added = this.disk.split('\n').filter((line) => line !== '' && !before.has(line));
        if (added.length > 0) this.onLines(added.join('\n'));
        return this.#step(process) ? Promise.resolve() : never;
      },
    };
  }

  notifierOf(process: Process) {
    return {
      isSupported: () => true,
      doNotDisturb: () => Promise.resolve('off' as const),
      show: (notice: Notice): Disposable => {
        if (this.#step(process)) {
          this.onShow({ notice, trueTime: this.trueTime, wallTime: this.wallTime });
          const told = (): void => {
            if (this.#step(process)) notice.onShown();
          };
          if (this.noticeMs === 0) told();
          else this.#timers.push({ due: this.#monotonic + this.noticeMs, callback: told });
        }
        return { [Symbol.dispose]: () => undefined };
      },
    };
  }
}
