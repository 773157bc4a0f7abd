import { app, BrowserWindow, dialog } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reloadCrashedPages } from '#main/adapters/electron/crashedPages.ts';

const page = 'app://bundle/index.html';
const log: string[] = [];
let now: number;
let isQuitting: boolean;

beforeEach(() => {
  [now, isQuitting, log.length] = [0, false, 0];
  reloadCrashedPages({
    page,
    isQuitting: () => isQuitting,
    monotonic: () => now,
    log: (line) => log.push(line),
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  app.removeAllListeners();
});

/** Contents that show an address and count how often they were loaded again. */
function contentsAt(url: string) {
  const { webContents } = new BrowserWindow();
  const contents = Object.assign(webContents, {
    getURL: () => url,
    isDestroyed: () => false,
    reload: vi.fn<() => void>(),
  });
  const crash = (reason = 'crashed'): void =>
    void app.emit('render-process-gone', {}, contents, { reason, exitCode: 5 });
  return { contents, crash };
}

test.each([page, 'app://bundle/alert/index.html', 'app://bundle/panel/index.html'])(
  'a page whose process ended is loaded again: %s',
  (url) => {
    const { contents, crash } = contentsAt(url);
    crash();
    expect(contents.reload).toHaveBeenCalledOnce();
    expect(log).toEqual(['page: its process ended (crashed, 5)']);
  },
);

test('one that ended in good order, is only printed, or goes with the app is not', () => {
  const ours = contentsAt(page);
  ours.crash('clean-exit');
  const printed = contentsAt('app://print/1');
  printed.crash();
  isQuitting = true;
  ours.crash();
  expect(ours.contents.reload).not.toHaveBeenCalled();
  expect(printed.contents.reload).not.toHaveBeenCalled();
});

test('after three attempts within a minute the user is asked; a minute later the count restarts', async () => {
  const ask = vi.spyOn(dialog, 'showMessageBox');
  ask.mockResolvedValue({ response: 1, checkboxChecked: false });
  const { contents, crash } = contentsAt(page);
  for (let times = 0; times < 5; times++) crash();
  expect(contents.reload).toHaveBeenCalledTimes(3);
  expect(ask).toHaveBeenCalledTimes(1);

  await Promise.resolve();
  ask.mockResolvedValue({ response: 0, checkboxChecked: false });
  crash();
  await vi.waitFor(() => expect(contents.reload).toHaveBeenCalledTimes(4), { timeout: 60_000 });

  now = 60_001;
  crash();
  expect(contents.reload).toHaveBeenCalledTimes(5);
});

test('a page that does not respond or load is in the log', () => {
  const { webContents } = new BrowserWindow();
  webContents.emit('unresponsive');
  webContents.emit('responsive');
  webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', page, true);
  expect(log).toEqual([
    'page: it does not respond',
    'page: it responds again',
    'page: not loaded (ERR_FILE_NOT_FOUND, -6)',
  ]);
});
