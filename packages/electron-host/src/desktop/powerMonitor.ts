import { EventEmitter, makeEvent } from '../emitter.ts';
import { hasSessionBus, sessionBus, systemBus } from './dbus.ts';

type Subscribe<A> = { $subscribe: (signal: string, listener: (arg: A) => void) => Promise<void> };

/**
 * Linux: `suspend`, `resume` and `shutdown` from logind. `lock-screen` and `unlock-screen` are for macOS and Windows;
 * here a lock shows in `getSystemIdleState()` alone.
 */
class PowerMonitor extends EventEmitter {
  #isListening = false;
  #isLocked = false;

  constructor() {
    super();
    // like Electron, the native source starts at the first listener
    this.on('newListener', () => {
      if (this.#isListening) return;
      this.#isListening = true;
      this.#listen().catch(() => {}); // without logind, sleep cannot be detected
    });
  }

  async #listen(): Promise<void> {
    const logind = await systemBus().getInterface<Subscribe<boolean>>(
      'org.freedesktop.login1',
      '/org/freedesktop/login1',
      'org.freedesktop.login1.Manager',
    );
    await logind.$subscribe('PrepareForSleep', (begins) => this.emit(begins ? 'suspend' : 'resume'));
    await logind.$subscribe('PrepareForShutdown', (begins) => {
      if (begins) this.#shutDown();
    });
    if (!hasSessionBus()) return;
    const saver = await sessionBus().getInterface<Subscribe<boolean>>(
      'org.freedesktop.ScreenSaver',
      '/org/freedesktop/ScreenSaver',
      'org.freedesktop.ScreenSaver',
    );
    await saver.$subscribe('ActiveChanged', (isActive) => {
      this.#isLocked = isActive;
    });
  }

  /** Unless a listener prevents it, logind does not wait: data that is not saved when the listeners return is lost. */
  #shutDown(): void {
    const event = makeEvent();
    this.emit('shutdown', event);
    if (!event.defaultPrevented) process.kill(process.pid, 'SIGKILL');
  }

  /** `idleThreshold` is in seconds. The host cannot measure idleness; it only knows whether the screen is locked. */
  getSystemIdleState(idleThreshold: number): 'active' | 'locked' {
    if (!(idleThreshold > 0)) throw new TypeError('Invalid idle threshold, must be greater than 0');
    return this.#isLocked ? 'locked' : 'active';
  }

  /** Seconds. */
  getSystemIdleTime(): number {
    return 0;
  }
}

export const powerMonitor = new PowerMonitor();
