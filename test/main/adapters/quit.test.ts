import { app, BrowserWindow, powerMonitor } from 'electron';
import { afterEach, expect, test, vi } from 'vitest';
import { createPower } from '#main/adapters/electron/power.ts';
import { quitState } from '#main/adapters/electron/quit.ts';

afterEach(() => {
  vi.restoreAllMocks();
  for (const emitter of [app, powerMonitor]) emitter.removeAllListeners();
});

/** The app's own quit would end the test. */
const quits = () => vi.spyOn(app, 'quit').mockImplementation(() => void app.emit('before-quit'));

/** Windows tells each window. */
const windowIsMade = (): BrowserWindow => {
  const window = new BrowserWindow();
  app.emit('browser-window-created', {}, window);
  return window;
};

test('the shutdown of the computer waits until the app has ended', () => {
  const quit = quits();
  const { isQuitting } = quitState();
  const event = { preventDefault: vi.fn<() => void>() };
  powerMonitor.emit('shutdown', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(quit).toHaveBeenCalledOnce();
  expect(isQuitting()).toBe(true);
});

test('on Windows the end of the session quits the app', () => {
  const quit = quits();
  const { isQuitting } = quitState();
  const window = windowIsMade();
  expect(isQuitting()).toBe(false);
  window.emit('session-end', { reasons: ['logoff'] });
  expect(quit).toHaveBeenCalledOnce();
  expect(isQuitting()).toBe(true);
});

test('unsaved text is written before the computer sleeps, and on Windows’ session-end query', () => {
  const written = vi.fn<() => void>();
  const listening = createPower().onSuspend(written);
  const window = windowIsMade();
  powerMonitor.emit('suspend');
  window.emit('query-session-end', { preventDefault: () => undefined, reasons: ['shutdown'] });
  expect(written).toHaveBeenCalledTimes(2);
  listening[Symbol.dispose]();
  powerMonitor.emit('suspend');
  expect(written).toHaveBeenCalledTimes(2);
});

/** A quit by the user; Electron's event can be prevented. */
function askToQuit(): boolean {
  let isPrevented = false;
  app.emit('before-quit', { preventDefault: () => (isPrevented = true) });
  return !isPrevented;
}

test('a quit waits for the answer of its guard, and asks once', async () => {
  const quit = quits();
  const { isQuitting, guard } = quitState();
  const answer = Promise.withResolvers<boolean>();
  let questions = 0;
  guard({
    mustAsk: () => true,
    mayQuit: () => {
      questions += 1;
      return answer.promise;
    },
  });
  expect(askToQuit()).toBe(false);
  expect(askToQuit()).toBe(false);
  expect(isQuitting()).toBe(false);
  expect(questions).toBe(1);
  answer.resolve(true);
  await vi.waitFor(() => expect(quit).toHaveBeenCalledOnce());
  expect(isQuitting()).toBe(true);
});

test('an app that is kept open asks again at the next quit', async () => {
  quits();
  const { isQuitting, guard } = quitState();
  const mayQuit = vi.fn<() => Promise<boolean>>().mockResolvedValue(false);
  guard({ mustAsk: () => true, mayQuit });
  askToQuit();
  await vi.waitFor(() => expect(mayQuit).toHaveBeenCalledOnce());
  await Promise.resolve();
  askToQuit();
  expect(mayQuit).toHaveBeenCalledTimes(2);
  expect(isQuitting()).toBe(false);
});

test('nothing to ask, or the end of the session, quits at once', () => {
  quits();
  const first = quitState();
  first.guard({ mustAsk: () => false, mayQuit: () => Promise.reject(new Error('not asked')) });
  expect(askToQuit()).toBe(true);
  app.removeAllListeners();
  const second = quitState();
  second.guard({ mustAsk: () => true, mayQuit: () => Promise.reject(new Error('not asked')) });
  powerMonitor.emit('shutdown', { preventDefault: () => undefined });
  expect(second.isQuitting()).toBe(true);
});
