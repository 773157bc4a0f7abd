import { expect, test } from 'vitest';
import { runApp } from './support/runApp.ts';

test('under Wayland showInactive does nothing and the cursor is nowhere', async () => {
  const { lines } = await runApp(
    `
    import { app, BrowserWindow, screen } from 'electron';
    app.on('ready', () => {
      const window = new BrowserWindow({ show: false });
      window.showInactive();
      window.setAlwaysOnTop(true);
      console.log(window.isVisible(), JSON.stringify(screen.getCursorScreenPoint()));
      app.exit(0);
    });
  `,
    { ELECTRON_HOST_PROFILE: 'wayland' },
  );
  expect(lines).toEqual(['false {"x":0,"y":0}']);
});

test('BrowserWindow cannot be subclassed, and a hidden window is ready to show once it has an address', async () => {
  const { lines } = await runApp(`
    import { app, BrowserWindow } from 'electron';
    app.on('web-contents-created', (_event, contents) => console.log('contents', contents.id));
    app.on('browser-window-created', (_event, window) => console.log('window', window.id));
    app.on('ready', async () => {
      class Better extends BrowserWindow {}
      try {
        new Better();
      } catch (error) {
        console.log(error.message);
      }
      const window = new BrowserWindow({ show: false, title: 'Toy', width: 300, minWidth: 400 });
      window.on('ready-to-show', () => console.log('ready-to-show'));
      await window.loadURL('https://example.com/');
      await new Promise(setImmediate);
      console.log(window.isVisible(), window.getTitle(), window.getBounds().width);
      console.log(BrowserWindow.fromId(window.id) === window, BrowserWindow.fromWebContents(window.webContents) === window);
      app.exit(0);
    });
  `);
  expect(lines).toEqual([
    'BrowserWindow is built in and cannot be subclassed',
    'contents 1',
    'window 1',
    'ready-to-show',
    'false Toy 400',
    'true true',
  ]);
});
