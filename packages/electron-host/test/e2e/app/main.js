/** An app of a few lines for the specs of packages/electron-host: one window from app://, and what happened, in `globalThis.toyMain`. */
import { app, BrowserWindow, ipcMain, nativeTheme, net, protocol, session } from 'electron';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const toy = { events: [], window: undefined, console: [], navigations: [], isStrict: false };
globalThis.toyMain = toy;
const note = (name) => () => toy.events.push(name);
/** Of a window that another one replaced nothing counts any more. */
const noteOf = (window, name) => () => window === toy.window && toy.events.push(name);

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

function openWindow() {
  const window = new BrowserWindow({
    width: 640,
    height: 520,
    show: false,
    webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  for (const name of ['ready-to-show', 'show', 'hide', 'close', 'closed'])
    window.on(name, noteOf(window, name));
  window.once('ready-to-show', () => window.show());
  window.webContents.on('console-message', ({ level, message }) => toy.console.push(`${level}: ${message}`));
  window.webContents.on('dom-ready', noteOf(window, 'dom-ready'));
  window.webContents.on('did-finish-load', noteOf(window, 'did-finish-load'));
  window.webContents.setWindowOpenHandler(({ url }) => {
    toy.navigations.push(`open ${url}`);
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event) => {
    toy.navigations.push(`navigate ${event.url}`);
    event.preventDefault();
  });
  window.webContents.on('will-redirect', (event) => {
    toy.navigations.push(`redirect ${event.url}`);
    event.preventDefault();
  });
  window.webContents.on('will-frame-navigate', (event) => {
    toy.navigations.push(`frame ${event.url}`);
    if (!event.isMainFrame || toy.isStrict) event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => toy.events.push(`gone ${reason}`));
  window.webContents.on('did-fail-load', (_event, code, text, url) =>
    toy.events.push(`failed ${code} ${text} ${url}`),
  );
  void window.loadURL('app://bundle/index.html');
  toy.window = window;
}

function quitWithLastWindow() {
  app.removeAllListeners('window-all-closed');
  app.on('window-all-closed', note('window-all-closed'));
  app.on('window-all-closed', () => app.quit());
}

/** As after a start: one window, and nothing that a spec changed. */
toy.beginAgain = () => {
  const before = BrowserWindow.getAllWindows();
  openWindow();
  for (const window of before) window.destroy();
  Object.assign(toy, { events: [], console: [], navigations: [], isStrict: false });
  nativeTheme.themeSource = 'system';
  session.defaultSession.setPermissionRequestHandler(null);
  quitWithLastWindow();
};

for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, note(name));
quitWithLastWindow();

app.once('ready', () => {
  protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/echo') return new Response(await request.text());
    if (pathname === '/moved') return Response.redirect('https://example.com/moved', 302);
    if (pathname === '/fails') throw new Error('the handler failed on purpose');
    const file = await net.fetch(pathToFileURL(join(here, pathname)).href).catch(() => undefined);
    const headers = new Headers(file?.headers);
    headers.set('content-security-policy', "default-src 'self'");
    return new Response(file?.body ?? 'not found', { status: file ? 200 : 404, headers });
  });
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('fail', () => {
    throw new TypeError('no such thing');
  });
  ipcMain.handle('uncloneable', () => () => {});
  ipcMain.handle('sender', (event) => ({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    isTop: event.senderFrame.parent === null,
    isWindow: BrowserWindow.fromWebContents(event.sender) === toy.window,
  }));
  openWindow();
});
