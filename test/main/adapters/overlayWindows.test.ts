import { app } from 'electron';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createAlertWindow } from '#main/adapters/windows/alertWindow.ts';
import { createCaptureGuard } from '#main/adapters/windows/captureGuard.ts';
import { createPanelWindow } from '#main/adapters/windows/panelWindow.ts';
import { BrowserWindow } from '../../fakes/electron.ts';
import { readyHost } from '../../../packages/electron-host/test/support/readyHost.ts';

beforeAll(() => void readyHost());
beforeEach(() => {
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
});

const [page, preload, icon] = ['app://bundle/index.html', '/app/preload.cjs', '/app/icon.png'];
const panelOn = (platform: string) =>
  createPanelWindow({ page, preload, platform, capture: createCaptureGuard() });
const theWindow = (): BrowserWindow => BrowserWindow.getAllWindows()[0]!;

test.each([
  ['darwin', 'panel'],
  ['linux', undefined],
  ['win32', undefined],
])('on %s the large reminder is a window of type %s', (platform, type) => {
  createAlertWindow({ page, preload, icon, platform }).show({ onAllDisplays: false, isProtected: true });
  expect(theWindow().options.type).toBe(type);
  expect(theWindow().calls).toContainEqual(['setAlwaysOnTop', true, 'screen-saver']);
});

test.each([
  ['darwin', 'panel'],
  ['linux', 'toolbar'],
  ['win32', undefined],
])('on %s the panel at the tray is a window of type %s, and in no taskbar', (platform, type) => {
  panelOn(platform).toggle(null);
  expect(theWindow().options).toMatchObject({ skipTaskbar: true });
  expect(theWindow().options.type).toBe(type);
});

test('the panel closes when another window of the app gets the focus, even if the panel never had it', () => {
  const panel = panelOn('linux');
  panel.toggle(null);
  theWindow().emit('ready-to-show');
  expect(panel.isOpen()).toBe(true);
  app.emit('browser-window-focus', {}, theWindow());
  expect(panel.isOpen()).toBe(true);
  app.emit('browser-window-focus', {}, new BrowserWindow());
  expect(panel.isOpen()).toBe(false);
});
