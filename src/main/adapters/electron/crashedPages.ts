import { app, dialog, type MessageBoxOptions, type WebContents } from 'electron';
import { isOwnPage } from './pageAddress.ts';

/** A page that crashes more often within a minute would keep crashing. */
const MOST_RELOADS = 3;
const PERIOD_MS = 60_000;

const TRY_AGAIN = 0;
const question: MessageBoxOptions = {
  type: 'error',
  title: 'Office Hours',
  message: 'A window of Office Hours keeps crashing',
  detail: 'Your notes are saved and reminders continue. Try again, or restart Office Hours.',
  buttons: ['Try again', 'Close'],
  defaultId: TRY_AGAIN,
  cancelId: 1,
};

export interface CrashedPagesOptions {
  /** Address of the main window's page. */
  readonly page: string;
  readonly isQuitting: () => boolean;
  /** ms; never jumps. */
  readonly monotonic: () => number;
  readonly log: (line: string) => void;
}

/**
 * Reloads a page after its process crashed, because its window would stay blank. After three attempts within a minute
 * it asks the user. Reminders continue, since they run in the main process.
 */
export function reloadCrashedPages({ page, isQuitting, monotonic, log }: CrashedPagesOptions): void {
  const reloads = new WeakMap<WebContents, number[]>();
  let isAsking = false;

  const reload = (contents: WebContents): void => {
    if (!contents.isDestroyed()) contents.reload();
  };
  const ask = async (contents: WebContents): Promise<void> => {
    isAsking = true;
    const { response } = await dialog.showMessageBox(question);
    isAsking = false;
    if (response === TRY_AGAIN) reload(contents);
  };

  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    log(`page: its process ended (${reason}, ${exitCode})`);
    // A page that is only printed needs no reload.
    if (reason === 'clean-exit' || isQuitting() || !isOwnPage(contents.getURL(), page)) return;
    const now = monotonic();
    const recent = (reloads.get(contents) ?? []).filter((at) => now - at < PERIOD_MS);
    if (recent.length < MOST_RELOADS) {
      reloads.set(contents, [...recent, now]);
      reload(contents);
    } else if (!isAsking) void ask(contents);
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('unresponsive', () => log('page: it does not respond'));
    // Callers of `loadURL` do not await it, so its failures are logged here.
    contents.on('did-fail-load', (_failed, code, reason) => log(`page: not loaded (${reason}, ${code})`));
    contents.on('responsive', () => log('page: it responds again'));
  });
}
