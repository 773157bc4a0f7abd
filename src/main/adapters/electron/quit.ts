import { app, powerMonitor, type Event } from 'electron';

/** A part that does not end by then must not keep the computer from shutting down: logind waits 5 s. */
const longestEndMs = 4500;

/** Whether the app is about to end: then closing a window closes it instead of hiding it. */
export function quitState(): { readonly isQuitting: () => boolean } {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  // Linux and macOS. Unless the event, which the types leave out, is prevented, the computer does not wait until
  // everything is written.
  powerMonitor.on('shutdown', (event?: Event) => {
    event?.preventDefault();
    app.quit();
  });
  // Windows tells its windows instead, and sends no event of quitting; `power.ts` hears the question before.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => app.quit());
  });
  return { isQuitting: () => isQuitting };
}

/** Holds the quit once until everything is written and ended, then lets it go on. */
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
      log(
        `quit: a part failed to end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
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
