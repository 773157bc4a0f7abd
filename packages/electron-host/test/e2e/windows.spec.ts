import { createServer } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { findWindow, type LaunchedApp, untilLoaded } from '../../../../test/e2e/launch.ts';
import { crash } from '../../../../test/e2e/crash.ts';
import { launchToy } from './toy.ts';

let launched: LaunchedApp;
let page: Page;

test.beforeAll(async () => {
  launched = await launchToy();
  await launched.window();
});
test.beforeEach(async () => {
  const before = launched.electron.windows();
  await launched.electron.evaluate(() => toyMain.beginAgain());
  // A further window of the test before may be heard of only now: it has another address.
  page = await findWindow(
    launched.electron,
    (one) => one.url().endsWith('/index.html') && !before.includes(one),
  );
  await untilLoaded(page);
});
test.afterAll(() => launched[Symbol.asyncDispose]());

const events = (): Promise<string[]> => launched.electron.evaluate(() => toyMain.events);
const navigations = (): Promise<string[]> => launched.electron.evaluate(() => toyMain.navigations);

test('the page comes from the handler, with its headers: an inline script is refused and main hears why', async () => {
  await expect(page).toHaveTitle('Toy');
  await expect(page.locator('body')).toHaveAttribute('data-started', 'yes');
  const said = await launched.electron.evaluate(() => toyMain.console);
  expect(said.join('\n')).toMatch(/^error: .*Content Security Policy/);
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
});

test('a window that begins hidden is shown when it is ready', async () => {
  await expect.poll(events).toEqual(expect.arrayContaining(['dom-ready', 'did-finish-load']));
  expect((await events()).slice(0, 2)).toEqual(['ready-to-show', 'show']);
});

test('a hidden window counts as loading until its page is there', async () => {
  const isLoading = await launched.electron.evaluate(async ({ BrowserWindow }) => {
    const hidden = new BrowserWindow({ show: false });
    void hidden.loadURL('app://bundle/index.html?hidden');
    const before = hidden.webContents.isLoadingMainFrame();
    const finished = new Promise<void>((resolve) =>
      hidden.webContents.once('did-finish-load', () => resolve()),
    );
    hidden.show();
    await finished;
    const after = hidden.webContents.isLoadingMainFrame();
    hidden.destroy();
    return [before, after];
  });
  expect(isLoading).toEqual([true, false]);
});

test('console messages and uncaught errors reach main', async () => {
  await page.evaluate(() => {
    console.warn('careful', 1);
    setTimeout(() => {
      throw new Error('uncaught in the page');
    });
  });
  await expect
    .poll(() => launched.electron.evaluate(() => toyMain.console.join('\n')))
    .toMatch(/warning: careful 1\n.*error: Uncaught Error: uncaught in the page/s);
});

test('requests with a body reach the handler; one that throws fails the request', async () => {
  const answers = await page.evaluate(async () => {
    const echo = await fetch('/echo', { method: 'POST', body: 'with a body' });
    const failed = await fetch('/fails').catch((error: Error) => error.name);
    return [await echo.text(), failed];
  });
  expect(answers).toEqual(['with a body', 'TypeError']);
});

test('leaving the page is asked of the app twice, and vetoed', async () => {
  const asked = (url: string): string[] => [`frame ${url}`, `navigate ${url}`];
  await page.click('#away');
  await expect.poll(navigations).toEqual(asked('https://example.com/away'));
  await page.click('#mail');
  await expect
    .poll(navigations)
    .toEqual([...asked('https://example.com/away'), ...asked('mailto:a@example.com')]);
  await expect(page.locator('h1')).toHaveText('Toy');
});

test('a will-frame-navigate that is prevented is the last that is heard: no will-navigate', async () => {
  await launched.electron.evaluate(() => {
    toyMain.isStrict = true;
  });
  await page.click('#away');
  await page.click('#mail');
  await expect.poll(navigations).toEqual(['frame https://example.com/away', 'frame mailto:a@example.com']);
  await expect(page.locator('h1')).toHaveText('Toy');
});

test('an inner frame and a redirect are asked of the app, and vetoed', async () => {
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/index.html?inner';
    document.body.append(frame);
  });
  await expect.poll(navigations).toEqual(['frame app://bundle/index.html?inner']);
  const loading = launched.electron.evaluate(() => toyMain.window.loadURL('app://bundle/moved'));
  await expect(loading).rejects.toThrow('ERR_ABORTED');
  expect(await navigations()).toContain('redirect https://example.com/moved');
  await expect(page.locator('h1')).toHaveText('Toy');
});

test('new windows by link, key or script are asked of the app, and denied', async () => {
  await page.click('#blank');
  await page.click('#away', { modifiers: ['Control'] });
  await page.evaluate(() => void window.open('https://example.com/script'));
  await expect
    .poll(navigations)
    .toEqual([
      'open https://example.com/blank',
      'open https://example.com/away',
      'open https://example.com/script',
    ]);
  expect(launched.electron.windows()).toHaveLength(1);
});

test('without a window open handler a window opens, and one that throws or answers nonsense denies', async () => {
  const count = (): Promise<number> =>
    launched.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  for (const kind of ['throws', 'nonsense']) {
    await launched.electron.evaluate((_electron, how) => {
      process.once('uncaughtException', ({ message }) => toyMain.events.push(message));
      toyMain.window.webContents.setWindowOpenHandler(() => {
        if (how === 'throws') throw new Error('on purpose');
        return JSON.parse('{}');
      });
    }, kind);
    await page.evaluate(() => void window.open('/index.html?denied'));
    if (kind === 'throws') await expect.poll(events).toContain('on purpose');
    else await expect.poll(() => launched.stderr()).toContain("'action'");
    expect(await count()).toBe(1);
  }
  await launched.electron.evaluate(({ BrowserWindow }) => {
    const second = new BrowserWindow({ width: 300, height: 200 });
    void second.loadURL('app://bundle/index.html?second');
  });
  await expect.poll(() => launched.electron.windows().length).toBe(2);
  const second = launched.electron.windows().find((one) => one.url().includes('second'))!;
  await untilLoaded(second);
  await second.evaluate(() => void window.open('/index.html?third'));
  await expect.poll(count).toBe(3);
  const third = (): boolean => launched.electron.windows().some((one) => one.url().endsWith('?third'));
  await expect.poll(third).toBe(true);
});

test('a hidden window has no page; showing it loads the page again', async () => {
  await launched.electron.evaluate(() => toyMain.window.hide());
  await expect.poll(() => launched.electron.windows().length).toBe(0);
  expect(await launched.electron.evaluate(() => toyMain.window.isVisible())).toBe(false);
  const [again] = await Promise.all([
    launched.electron.waitForEvent('window'),
    launched.electron.evaluate(() => toyMain.window.show()),
  ]);
  await expect(again.locator('h1')).toHaveText('Toy');
  expect(await again.evaluate(() => window.toy.invoke('echo', 1))).toBe(1);
});

test('closing the page by hand asks close; prevented, the window is hidden', async () => {
  await launched.electron.evaluate(() => {
    toyMain.window.once('close', (event) => event.preventDefault());
  });
  await page.close();
  await expect.poll(events).toContain('hide');
  expect(await launched.electron.evaluate(() => toyMain.window.isDestroyed())).toBe(false);
});

test('bounds, minimize and restore are told', async () => {
  const found = await launched.electron.evaluate(async () => {
    const { window } = toyMain;
    const heard: string[] = [];
    window.on('resize', () => heard.push('resize'));
    window.on('move', () => heard.push('move'));
    window.on('minimize', () => heard.push('minimize'));
    window.on('restore', () => heard.push('restore'));
    window.setBounds({ x: 20.4, y: 29.6, width: 600.2, height: 500 });
    window.minimize();
    const wasMinimized = window.isMinimized();
    window.restore();
    return [heard, wasMinimized, window.isMinimized(), window.getBounds()];
  });
  expect(found).toEqual([
    ['move', 'resize', 'minimize', 'restore'],
    true,
    false,
    { x: 20, y: 30, width: 600, height: 500 },
  ]);
});

test('themeSource drives prefers-color-scheme', async () => {
  await launched.electron.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
});

test('a picture, a PDF and a script of the page', async () => {
  const found = await launched.electron.evaluate(async () => {
    const { webContents } = toyMain.window;
    const image = await webContents.capturePage();
    const pdf = await webContents.printToPDF({ pageSize: 'A4' });
    const title: unknown = await webContents.executeJavaScript('document.title');
    return [image.getSize().width > 300, pdf.subarray(0, 5).toString(), title];
  });
  expect(found).toEqual([true, '%PDF-', 'Toy']);
  const thrown = launched.electron.evaluate(() => toyMain.window.webContents.executeJavaScript('nowhere()'));
  await expect(thrown).rejects.toThrow('nowhere is not defined');
});

test('a destroyed window throws, but for id and isDestroyed', async () => {
  const found = await launched.electron.evaluate(({ app }) => {
    app.removeAllListeners('window-all-closed');
    app.on('window-all-closed', () => {});
    const { window } = toyMain;
    const { webContents } = window;
    window.destroy();
    const messageOf = (act: () => unknown): string => {
      try {
        act();
        return 'nothing';
      } catch (error) {
        return String(error);
      }
    };
    return [
      window.isDestroyed(),
      typeof window.id,
      messageOf(() => window.show()),
      messageOf(() => webContents.send('x')),
      webContents.isDestroyed(),
    ];
  });
  const refused = 'TypeError: Object has been destroyed';
  expect(found).toEqual([true, 'number', refused, refused, true]);
});

test('an address of a custom scheme without a host is refused, and did-fail-load tells', async () => {
  const loading = launched.electron.evaluate(() => toyMain.window.loadURL('app:///index.html'));
  await expect(loading).rejects.toThrow("ERR_INVALID_URL (-300) loading 'app:///index.html'");
  expect(await events()).toContain('failed -300 ERR_INVALID_URL app:///index.html');
});

test('a load that fails rejects and tells why, the first of a window and a later one', async () => {
  const closed = createServer();
  const address = await new Promise<string>((resolve) => {
    closed.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${Object(closed.address()).port}/`));
  });
  await new Promise((resolve) => closed.close(resolve)); // nobody listens there now
  const heard = await launched.electron.evaluate(async ({ BrowserWindow }, nothing) => {
    const window = new BrowserWindow();
    const told: string[] = [];
    window.webContents.on('did-fail-load', (_event, code, text) => told.push(`${code} ${text}`));
    const outcome = (): Promise<string> =>
      window.loadURL(nothing).then(String, (error: Error) => error.message);
    const outcomes = [await outcome(), await outcome()];
    window.destroy();
    return { outcomes, told };
  }, address);
  const refused = `ERR_CONNECTION_REFUSED (-102) loading '${address}'`;
  expect(heard).toEqual({
    outcomes: [refused, refused],
    told: ['-102 ERR_CONNECTION_REFUSED', '-102 ERR_CONNECTION_REFUSED'],
  });
});

test('the last address asked for is loaded, also while the window opens', async () => {
  const delays = [0, 20, 150];
  const found = await launched.electron.evaluate(({ BrowserWindow }, waits) => {
    const loadTwice = async (delay: number): Promise<unknown[]> => {
      const window = new BrowserWindow({ width: 300, height: 200 });
      const first = window.loadURL(`app://bundle/index.html?first=${delay}`).then(
        () => 'loaded',
        (error: Error) => error.message.slice(0, 11),
      );
      await new Promise((resolve) => setTimeout(resolve, delay));
      await window.loadURL(`app://bundle/index.html?last=${delay}`);
      const { webContents } = window;
      // The first one had come before, or was given up.
      const isSettled = ['loaded', 'ERR_ABORTED'].includes(await first);
      const outcome = [webContents.getURL(), webContents.isLoadingMainFrame(), isSettled];
      window.destroy();
      return outcome;
    };
    return Promise.all(waits.map(loadTwice));
  }, delays);
  expect(found).toEqual(delays.map((delay) => [`app://bundle/index.html?last=${delay}`, false, true]));
});

test('a script for a page that is on its way waits for it', async () => {
  const title = await launched.electron.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow();
    void window.loadURL('app://bundle/index.html');
    const read = await window.webContents.executeJavaScript('document.title');
    window.destroy();
    return read;
  });
  expect(title).toBe('Toy');
});

test('a page whose process ended is told of, and comes back when it is loaded again', async () => {
  await crash(page);
  await expect.poll(events).toContain('gone crashed');
  await launched.electron.evaluate(async () => {
    const loaded = new Promise<void>((resolve) =>
      toyMain.window.webContents.once('did-finish-load', () => resolve()),
    );
    toyMain.window.webContents.reload();
    await loaded;
  });
  const title = await launched.electron.evaluate(() =>
    toyMain.window.webContents.executeJavaScript('document.title + typeof toy.invoke'),
  );
  expect(title).toBe('Toyfunction');
});

test('permissions are granted without handlers, and denied where a handler says so', async () => {
  const stateOf = (name: PermissionName): Promise<string> =>
    page.evaluate(async (which) => (await navigator.permissions.query({ name: which })).state, name);
  expect(await stateOf('geolocation')).toBe('granted');
  await launched.electron.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
      decide(permission === 'notifications');
    });
  });
  const [again] = await Promise.all([
    launched.electron.waitForEvent('window'),
    launched.electron.evaluate(() => {
      toyMain.window.hide();
      setTimeout(() => toyMain.window.show(), 200);
    }),
  ]);
  page = again;
  await untilLoaded(page);
  expect([await stateOf('geolocation'), await stateOf('notifications')]).toEqual(['denied', 'granted']);
});

// It comes last.
test('closing the last window ends the app, in the order of Electron', async () => {
  const ended = new Promise((resolve) => launched.electron.process().once('exit', resolve));
  await launched.electron.evaluate(({ app }) => {
    app.once('quit', () => console.error(`order: ${toyMain.events.slice(-6).join(' ')}`));
  });
  await page.close();
  expect(await ended).toBe(0);
  expect(launched.stderr()).toContain('order: close closed window-all-closed before-quit will-quit quit');
});
