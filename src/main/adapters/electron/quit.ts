import { errorText } from '#base';
import { app, powerMonitor, type Event } from 'electron';

/** A part that takes longer must not delay the shutdown of the computer: logind waits 5 s. */
const longestEndMs = 4500;

/** What may hold up a quit. */
export interface QuitGuard {
  /** Whether `mayQuit` has something to do. */
  mustAsk(): boolean;
  /** Whether the app may quit; asks the user if it has to. */
  mayQuit(): Promise<boolean>;
}

export interface QuitState {
  readonly isQuitting: () => boolean;
  /** Asks this guard first. The end of the computer's session is not held up. */
  readonly guard: (guard: QuitGuard) => void;
}

/** Whether the app is quitting: closing a window then closes it instead of hiding it. */
export function quitState(): QuitState {
  let isQuitting = false;
  let guard: QuitGuard | null = null;
  let isAsking = false;
  /** The user has agreed, or the computer shuts down. */
  let isCertain = false;

  async function ask(asked: QuitGuard): Promise<void> {
    isAsking = true;
    isCertain = await asked.mayQuit().catch(() => true);
    isAsking = false;
    if (isCertain) app.quit();
  }

  const quitForCertain = (): void => {
    isCertain = true;
    app.quit();
  };

  app.on('before-quit', (event?: Event) => {
    if (isCertain || guard?.mustAsk() !== true) {
      isQuitting = true;
      return;
    }
    event?.preventDefault();
    if (!isAsking) void ask(guard);
  });
  // Linux and macOS. Unless the event, which the types omit, is prevented, the computer does not wait for our writes.
  powerMonitor.on('shutdown', (event?: Event) => {
    event?.preventDefault();
    quitForCertain();
  });
  // Windows notifies the windows instead, without `before-quit`; `power.ts` listens to the query that precedes it.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', quitForCertain);
  });
  return {
    isQuitting: () => isQuitting,
    guard: (next) => {
      guard = next;
    },
  };
}

/** Defers the quit once, until all parts have written and ended, then quits. */
export function endBeforeQuit(parts: AsyncDisposable, log: (line: string) => void): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  const end = async (): Promise<void> => {
    const late = setTimeout(() => {
      log('quit: a part did not end in time');
      app.exit(1);
    }, longestEndMs);
    try {
      await parts[Symbol.asyncDispose]();
    } catch (error) {
      log(`quit: a part failed to end: ${errorText(error)}`);
    }
    clearTimeout(late);
    state = 'ended';
    app.quit();
  };
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    void end();
  });
}
