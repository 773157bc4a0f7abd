import { errorText } from '#base';
import { app, powerMonitor, type Event } from 'electron';

/** A part that takes longer must not delay the shutdown of the computer: logind waits 5 s. */
const longestEndMs = 4500;

/** Whether the app is quitting: closing a window then closes it instead of hiding it. */
export function quitState(): { readonly isQuitting: () => boolean } {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  // Linux and macOS. Unless the event, which the types omit, is prevented, the computer does not wait for our writes.
  powerMonitor.on('shutdown', (event?: Event) => {
    event?.preventDefault();
    app.quit();
  });
  // Windows notifies the windows instead, without `before-quit`; `power.ts` listens to the query that precedes it.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => app.quit());
  });
  return { isQuitting: () => isQuitting };
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
