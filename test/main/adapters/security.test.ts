import { beforeAll, beforeEach, expect, test } from 'vitest';
import { guardPages } from '#main/adapters/electron/security.ts';
import { BrowserWindow, session, type FakeContents } from '../../fakes/electron.ts';
import { readyHost } from '../../../packages/electron-host/test/support/readyHost.ts';

const page = 'app://bundle/index.html';
const sentOut: string[] = [];

beforeAll(() => {
  readyHost();
  guardPages(page, (url) => sentOut.push(url));
});
beforeEach(() => void sentOut.splice(0));

const contents = (): FakeContents => new BrowserWindow().webContents;

test('a page may navigate to its own files only; an external link goes to externalLinks, once', () => {
  const ours = contents();
  expect(ours.navigate('will-frame-navigate', page)).toBe(true);
  expect(ours.navigate('will-frame-navigate', 'app://bundle/alert/index.html')).toBe(true);
  expect(sentOut).toEqual([]);
  const elsewhere = ['https://example.org/', 'app://print/1', 'app://bundle.evil.org/', 'file:///etc/passwd'];
  for (const url of elsewhere) expect(ours.navigate('will-frame-navigate', url)).toBe(false);
  expect(sentOut).toEqual(elsewhere);
});

test('nothing loads in an inner frame, and no frame sends its address to the browser', () => {
  const ours = contents();
  for (const url of [page, 'https://example.org/', 'about:srcdoc', 'data:text/html,x'])
    expect(ours.navigate('will-frame-navigate', url, false)).toBe(false);
  expect(sentOut).toEqual([]);
});

test('no answer of a server leads a page elsewhere', () => {
  const ours = contents();
  expect(ours.navigate('will-redirect', 'https://example.org/')).toBe(false);
  expect(ours.navigate('will-redirect', 'https://example.org/', false)).toBe(false);
  expect(ours.navigate('will-redirect', page)).toBe(true);
  expect(sentOut).toEqual([]);
});

test('no page opens a window; its address goes to externalLinks', () => {
  const ours = contents();
  expect(ours.askForWindow('https://example.org/')).toBe('deny');
  expect(ours.askForWindow(page)).toBe('deny');
  expect(sentOut).toEqual(['https://example.org/', page]);
});

test('no page gets a webview', () => {
  expect(contents().attachWebview()).toBe(false);
});

test.each(['notifications', 'media', 'geolocation', 'openExternal', 'fullscreen', 'clipboard-read', 'hid'])(
  'the permission “%s” is refused, asked for or looked up',
  async (permission) => {
    expect(await session.defaultSession.ask(permission)).toBe(false);
    expect(session.defaultSession.check(permission)).toBe(false);
  },
);

test('no download begins', () => {
  expect(session.defaultSession.download()).toBe(false);
});
