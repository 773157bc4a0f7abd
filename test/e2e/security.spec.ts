import { createServer } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from './launch.ts';
import { calendarText, follow, goTo, rowsOf, serveCalendar } from './person.ts';
import { shareApp } from './sharedApp.ts';

const NOW = '--now=2026-11-20T08:00:00Z';

/** A web server that records its requests. */
interface Witness extends AsyncDisposable {
  readonly origin: string;
  readonly asked: readonly string[];
}

/** Answers every address; `/away` redirects to the address after `?`. */
async function startWitness(): Promise<Witness> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const [path, target = ''] = url.split('?');
    if (path === '/away') response.writeHead(302, { location: target }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${bound.port}`,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

test.describe('foreign code in the page', () => {
  let app: LaunchedApp;
  let page: Page;
  let witness: Witness;

  test.beforeAll(async () => {
    witness = await startWitness();
    app = await launchApp({ args: [NOW] });
    page = await app.window();
  });
  test.afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await witness[Symbol.asyncDispose]();
  });
  test.afterEach(async () => {
    // Our page is still the only one, and it has sent nothing to the web.
    expect(page.url()).toMatch(/\/index\.html$/);
    expect(await page.title()).toMatch(/Office Hours$/);
    expect(app.electron.windows()).toHaveLength(1);
    expect(witness.asked).toEqual([]);
  });

  test('has no Node, no other scripts, and only the two functions of the bridge', async () => {
    const seen = await page.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      api: Object.keys(window.api).toSorted(),
    }));
    expect(seen).toEqual({ require: 'undefined', process: 'undefined', api: ['invoke', 'on'] });
    const policy = await page.evaluate(async () =>
      (await fetch('./index.html')).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('cannot invoke names outside the contract, or pass malformed arguments', async () => {
    const ask = (name: string, args: readonly unknown[]): Promise<string> =>
      page.evaluate(
        ([name, args]) =>
          window.api.invoke(name, args).then(
            (value) => JSON.stringify(value),
            (error: unknown) => String(error),
          ),
        [name, args] as const,
      );
    expect(await ask('electron:exec', [])).toContain('The window may not ask for electron:exec');
    expect(await ask('link:open', [{ href: 'https://example.org/' }])).toContain('malformed arguments');
    expect(await ask('link:open', [])).toContain('malformed arguments');
    expect(await ask('settings:change', [{ notesFolder: '/etc' }])).toContain('malformed arguments');
    expect(await ask('notes:read', ['../../../etc/passwd.md'])).toContain('notes/outside');
    expect(await ask('link:open', ['file:///etc/passwd'])).toContain('join/refusedLink');
    expect(app.opened()).toEqual([]);
  });

  test('cannot navigate: web links open once in the browser, other addresses nowhere', async () => {
    await page.evaluate(() => {
      location.href = 'https://example.org/scripted';
    });
    await expect.poll(() => app.opened()).toEqual(['https://example.org/scripted']);
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.org/clicked' });
      document.body.append(link);
      link.click();
      link.remove();
    });
    await expect.poll(() => app.opened().length).toBe(2);
    for (const address of ['file:///etc/passwd', 'ms-msdt:/id', 'app://print/1', 'data:text/html,x'])
      await page.evaluate((to) => {
        location.href = to;
      }, address);
    // Clicks are handled in order: once this one has arrived, none before it is pending.
    await page.evaluate(() => window.api.invoke('link:open', ['https://example.org/last']));
    await expect.poll(() => app.opened()).toContain('https://example.org/last');
    expect(app.opened().toSorted()).toEqual([
      'https://example.org/clicked',
      'https://example.org/last',
      'https://example.org/scripted',
    ]);
  });

  test('cannot open a window; the address opens in the browser', async () => {
    const before = app.opened().length;
    const opened = await page.evaluate(() =>
      ['https://example.org/window', 'app://bundle/index.html', 'about:blank'].map((url) => window.open(url)),
    );
    expect(opened).toEqual([null, null, null]);
    await expect.poll(() => app.opened().slice(before)).toEqual(['https://example.org/window']);
  });

  test('cannot use a frame, which loads nothing and has no bridge', async () => {
    for (const source of ['./index.html', 'https://example.org/frame', witness.origin, 'data:text/html,x']) {
      const inside = await page.evaluate(async (src) => {
        const frame = document.createElement('iframe');
        const settled = new Promise((resolve) => {
          frame.addEventListener('load', resolve);
          // A vetoed navigation may fire no event.
          setTimeout(resolve, 1000);
        });
        frame.src = src;
        document.body.append(frame);
        await settled;
        // Null if the frame shows Chromium's error page instead.
        const seen = frame.contentDocument?.body.innerHTML ?? '';
        const bridge = frame.contentDocument === null ? 'undefined' : typeof frame.contentWindow?.api;
        frame.remove();
        return { seen, bridge };
      }, source);
      expect([source, inside]).toEqual([source, { seen: '', bridge: 'undefined' }]);
    }
  });

  test('cannot create a webview', async () => {
    const made = await page.evaluate((src) => {
      const view = document.createElement('webview');
      view.setAttribute('src', src);
      document.body.append(view);
      const methods = ['loadURL', 'executeJavaScript'].filter((name) => name in view);
      view.remove();
      return methods;
    }, witness.origin);
    expect(made).toEqual([]);
  });

  test('gets no permission, requested or queried', async () => {
    const got = await page.evaluate(async () => {
      const outcomeOf = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'granted',
          () => 'refused',
        );
      const place = new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, reject),
      );
      const state = await navigator.permissions.query({ name: 'geolocation' });
      return {
        notification: await Notification.requestPermission(),
        geolocation: [await outcomeOf(place), state.state],
        media: await outcomeOf(navigator.mediaDevices.getUserMedia({ audio: true })),
        clipboard: await outcomeOf(navigator.clipboard.readText()),
      };
    });
    expect(got).toEqual({
      notification: 'denied',
      geolocation: ['refused', 'denied'],
      media: 'refused',
      clipboard: 'refused',
    });
  });

  test('fetches nothing from the web, and runs only the app’s own files', async () => {
    const got = await page.evaluate(async (origin) => {
      const fetched = await fetch(`${origin}/fetch`).then(
        () => 'fetched',
        (error: Error) => error.name,
      );
      const picture = new Image();
      const loaded = new Promise((resolve) => {
        picture.addEventListener('load', () => resolve('loaded'));
        picture.addEventListener('error', () => resolve('refused'));
      });
      picture.src = `${origin}/picture.png`;
      for (const script of [{ textContent: 'window.ran = 1' }, { src: `${origin}/script.js` }])
        document.head.append(Object.assign(document.createElement('script'), script));
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.ran = 2');
      button.click();
      return { fetched, picture: await loaded, ran: Reflect.get(window, 'ran') ?? null };
    }, witness.origin);
    expect(got).toEqual({ fetched: 'TypeError', picture: 'refused', ran: null });
  });
});

test.describe('untrusted content from the network', () => {
  const open = shareApp({ args: [NOW], settings: { isWelcomeDone: true } });

  test('no reply of a server navigates a window', async () => {
    await using witness = await startWitness();
    const { app } = await open();
    const isPrevented = await app.electron.evaluate(async ({ BrowserWindow }, origin) => {
      const window = new BrowserWindow();
      // Runs after our own handler, which was added first.
      const redirect = new Promise<boolean>((resolve) => {
        window.webContents.once('will-redirect', (event) => resolve(event.defaultPrevented));
      });
      window.loadURL(`${origin}/away?${origin}/elsewhere`).catch(() => undefined);
      const outcome = await redirect;
      window.destroy();
      return outcome;
    }, witness.origin);
    expect(isPrevented).toBe(true);
    expect(witness.asked).toEqual([`/away?${witness.origin}/elsewhere`]);
  });

  test('no screen logs an error or violates the Content-Security-Policy', async () => {
    const { page } = await open();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    for (const screen of ['Notes', 'Communities', 'Calendars', 'Settings', 'Agenda'] as const) {
      await goTo(page, screen);
      await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible();
    }
    expect(complaints).toEqual([]);
  });

  test('HTML of a feed cannot run, load or navigate', async () => {
    const hostile =
      '<b>Bold</b><img src=x onerror="document.title=1"><script>document.title=2</script>' +
      '<a href="javascript:document.title=3">link</a><iframe src="https://example.com"></iframe>';
    await using server = await serveCalendar(
      calendarText({
        name: 'Hostile',
        meetings: [
          {
            uid: 'hostile',
            title: 'Hostile meeting',
            zone: 'Europe/Berlin',
            start: '20261120T100000',
            end: '20261120T110000',
            description: hostile.replaceAll(/([,;\\])/gu, '\\$1'),
          },
        ],
      }),
    );
    const { app, page } = await open();
    await follow(page, server.address);
    await goTo(page, 'Agenda');
    await rowsOf(page, 'Hostile meeting').click();
    const details = page.getByRole('complementary');
    await expect(details.getByText('Bold')).toBeVisible();
    await expect(details.locator('img, script, iframe')).toHaveCount(0);
    expect(await page.title()).toMatch(/Office Hours$/);
    expect(app.electron.windows()).toHaveLength(1);
  });
});
