import { expect, test } from 'vitest';
import { makeApp, runApp } from './support/runApp.ts';

const say = (name: string): string => `app.on('${name}', () => console.log('${name}'));`;
const lifecycle = ['before-quit', 'will-quit', 'quit', 'window-all-closed'].map(say).join('\n');

test('ready waits for the top-level awaits of the main module', async () => {
  const { lines, code } = await runApp(`
    import { app } from 'electron';
    app.on('ready', () => console.log('ready', app.isReady()));
    void app.whenReady().then(() => app.quit());
    await new Promise((resolve) => setTimeout(resolve, 150));
    console.log('loaded', app.isReady());
  `);
  expect(lines).toEqual(['loaded false', 'ready true']);
  expect(code).toBe(0);
});

test('top-level await of whenReady hangs, as in Electron: no ready', async () => {
  using app = makeApp(`
    import { app } from 'electron';
    app.on('ready', () => console.log('ready'));
    setTimeout(() => console.log('waited'), 300);
    await app.whenReady();
  `);
  const started = app.start();
  await started.printed('waited');
  started.process.kill('SIGKILL');
  expect((await started.ended).lines).toEqual(['waited']);
});

test('what needs a ready app throws before, with the words of Electron', async () => {
  const { lines } = await runApp(`
    import * as electron from 'electron';
    const { app, BrowserWindow, Tray, Notification, session, protocol, screen, globalShortcut, dialog, net, safeStorage } = electron;
    const attempt = async (act) => {
      try {
        await act();
        console.log('nothing');
      } catch (error) {
        console.log(error.message);
      }
    };
    await attempt(() => new BrowserWindow());
    await attempt(() => new Tray('icon.png'));
    await attempt(() => new Notification());
    await attempt(() => session.defaultSession);
    await attempt(() => protocol.handle('app', () => {}));
    await attempt(() => screen.getAllDisplays());
    await attempt(() => globalShortcut.register('F1', () => {}));
    await attempt(() => dialog.showOpenDialog({}));
    await attempt(() => net.fetch('https://example.com/'));
    await attempt(() => safeStorage.encryptStringAsync('x'));
    await attempt(async () => { throw new Error(await safeStorage.isAsyncEncryptionAvailable()); });
    dialog.showErrorBox('title', 'content');
    app.quit();
  `);
  expect(lines).toEqual([
    'Cannot create BrowserWindow before app is ready',
    'Cannot create Tray before app is ready',
    'Cannot create Notification before app is ready',
    'Session can only be received when app is ready',
    'protocol.handle can only be used after app is ready',
    "The 'screen' module can't be used before the app 'ready' event",
    'globalShortcut cannot be used before the app is ready',
    'dialog module can only be used after app is ready',
    'net module can only be used after app is ready',
    'safeStorage cannot be used before app is ready',
    'false',
  ]);
});

test('what belongs before ready throws after', async () => {
  const { lines } = await runApp(`
    import { app, protocol } from 'electron';
    app.enableSandbox();
    protocol.registerSchemesAsPrivileged([]);
    const attempt = (act) => {
      try {
        act();
      } catch (error) {
        console.log(error.message);
      }
    };
    attempt(() => protocol.registerSchemesAsPrivileged([]));
    app.on('ready', () => {
      attempt(() => protocol.registerSchemesAsPrivileged([]));
      attempt(() => app.enableSandbox());
      app.quit();
    });
  `);
  expect(lines).toEqual([
    'protocol.registerSchemesAsPrivileged can only be called once',
    'protocol.registerSchemesAsPrivileged should be called before app is ready',
    'app.enableSandbox() can only be called before app is ready',
  ]);
});

test('quit: before-quit, close of each window, will-quit, quit', async () => {
  const { lines, code } = await runApp(`
    import { app, BrowserWindow } from 'electron';
    ${lifecycle}
    app.on('ready', () => {
      for (const name of ['first', 'second']) {
        const window = new BrowserWindow({ show: false });
        window.on('close', () => console.log('close', name));
        window.on('closed', () => console.log('closed', name));
      }
      app.quit();
    });
  `);
  expect(lines).toEqual([
    'before-quit',
    'close first',
    'closed first',
    'close second',
    'closed second',
    'will-quit',
    'quit',
  ]);
  expect(code).toBe(0);
});

test.for([
  ['before-quit', ['before-quit', 'still here']],
  ['close', ['before-quit', 'close', 'still here']],
  ['will-quit', ['before-quit', 'close', 'will-quit', 'still here']],
] as const)('a prevented %s cancels the quit', async ([prevented, heard]) => {
  const { lines } = await runApp(`
    import { app, BrowserWindow } from 'electron';
    ${lifecycle}
    app.on('ready', () => {
      const window = new BrowserWindow({ show: false });
      window.on('close', () => console.log('close'));
      const one = '${prevented}' === 'close' ? window : app;
      one.once('${prevented}', (event) => event.preventDefault());
      app.quit();
      setTimeout(() => { console.log('still here'); app.exit(0); }, 50);
    });
  `);
  expect(lines).toEqual([...heard, 'quit']);
});

test('exit skips close, before-quit and will-quit, and gives its code', async () => {
  const { lines, code } = await runApp(`
    import { app, BrowserWindow } from 'electron';
    ${lifecycle}
    app.on('ready', () => {
      new BrowserWindow({ show: false }).on('close', () => console.log('close'));
      app.exit(7);
    });
  `);
  expect(lines).toEqual(['quit']);
  expect(code).toBe(7);
});

test('without a listener of window-all-closed the app quits; with one it stays', async () => {
  const closing = `
    import { app, BrowserWindow } from 'electron';
    app.on('ready', () => {
      new BrowserWindow({ show: false }).close();
      setTimeout(() => { console.log('stays'); app.exit(0); }, 100);
    });
  `;
  expect((await runApp(closing)).lines).toEqual([]);
  expect((await runApp(`${closing}${say('window-all-closed')}`)).lines).toEqual([
    'window-all-closed',
    'stays',
  ]);
});

test('a termination signal quits in order', async () => {
  using app = makeApp(`
    import { app } from 'electron';
    ${lifecycle}
    app.on('ready', () => console.log('ready'));
  `);
  const started = app.start();
  await started.printed('ready');
  started.process.kill('SIGTERM');
  expect((await started.ended).lines).toEqual(['ready', 'before-quit', 'will-quit', 'quit']);
});

test('an unhandled rejection only warns', async () => {
  const { lines, code, stderr } = await runApp(`
    import { app } from 'electron';
    app.on('ready', () => {
      void Promise.reject(new Error('nobody looks'));
      setTimeout(() => { console.log('still here'); app.exit(0); }, 50);
    });
  `);
  expect(lines).toEqual(['still here']);
  expect(code).toBe(0);
  expect(stderr).toContain('nobody looks');
});

test('the process looks like the main process of Electron', async () => {
  using app = makeApp(
    `
    import electron, { app } from 'electron';
    import { createRequire } from 'node:module';
    const required = createRequire(import.meta.url)('electron');
    console.log(process.versions.electron, process.type, electron.app === app, required.app === app);
    console.log(app.getName(), app.getVersion(), app.isPackaged, process.env.CHROME_DESKTOP);
    console.log(process.argv[0] === process.execPath, process.argv.slice(2).join(' '));
    console.log(app.getPath('userData') === process.env.XDG_CONFIG_HOME + '/Toy');
    app.quit();
  `,
    { productName: 'Toy', version: '1.2.3', desktopName: 'org.example.Toy.desktop' },
  );
  const { lines } = await app.start({ args: ['--hidden', 'x'] }).ended;
  expect(lines).toEqual([
    '45.4.1 browser true true',
    'Toy 1.2.3 false org.example.Toy.desktop',
    'true --hidden x',
    'true',
  ]);
});

test('a Node that is too old is refused in one plain line', async () => {
  using app = makeApp('');
  const old = `${app.folder}/node`;
  const { writeFileSync } = await import('node:fs');
  writeFileSync(old, '#!/bin/sh\necho v20.19.2\n', { mode: 0o755 });
  const { code, stderr } = await app.start({ env: { ELECTRON_HOST_NODE: old } }).ended;
  expect(code).toBe(1);
  expect(stderr).toBe(
    `electron host: Node 24 or newer is needed, but ${old} says: v20.19.2 (set ELECTRON_HOST_NODE)\n`,
  );
});

test('relaunch starts the app again when it has ended', async () => {
  using app = makeApp(`
    import { app } from 'electron';
    import { writeFileSync } from 'node:fs';
    import { join } from 'node:path';
    if (process.argv.includes('--again')) {
      writeFileSync(join(app.getAppPath(), 'again'), '');
      app.exit(0);
    } else {
      app.relaunch({ args: [app.getAppPath(), '--again'] });
      app.on('ready', () => app.quit());
    }
  `);
  await app.start().ended;
  const { existsSync } = await import('node:fs');
  await expect.poll(() => existsSync(`${app.folder}/again`)).toBe(true);
});
