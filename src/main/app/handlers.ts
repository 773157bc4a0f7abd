import type { Shared } from './composeShared.ts';

/** A window that fails repeatedly must not fill the disk with its reports. */
const MOST_REPORTS = 20;

/** Handles requests about this run of the app, and sends its problems and clock changes. @param notesFolder absolute path */
export function registerAppHandlers(
  { ports, owned, handle, problems, clockWatch }: Shared,
  notesFolder: () => string,
): void {
  const { clock, environment, notifier, desktop, ipc, log } = ports;
  handle('app:info', () => ({
    version: environment.version,
    platform: environment.platform,
    locale: environment.locale,
    now: clock.now(),
    notesFolder: notesFolder(),
    hasNotifications: notifier.isSupported(),
  }));
  owned.use(clockWatch.changed.on(() => ipc.send('app:clock', clock.now())));
  handle('app:problems', () => [...problems.all()]);
  owned.use(problems.changed.on((all) => ipc.send('app:problems', [...all])));
  let reports = 0;
  handle('window:failed', (report) => {
    reports += 1;
    if (reports <= MOST_REPORTS) log(`the window failed: ${report}`);
    return null;
  });
  handle('clipboard:write', async (text) => {
    await desktop.copy(text);
    return null;
  });
  handle('clipboard:writeRich', async (text, html) => {
    await desktop.copy(text, html);
    return null;
  });
}
