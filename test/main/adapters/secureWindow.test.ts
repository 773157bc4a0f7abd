import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createAlertWindow } from '#main/adapters/windows/alertWindow.ts';
import { createCaptureGuard } from '#main/adapters/windows/captureGuard.ts';
import { createClockWindow } from '#main/adapters/windows/clockWindow.ts';
import { createPanelWindow } from '#main/adapters/windows/panelWindow.ts';
import { printedPage, printToPdf } from '#main/adapters/electron/printer.ts';
import { createPageWindow } from '#main/adapters/windows/secureWindow.ts';
import { createMainWindow } from '#main/adapters/windows/window.ts';
import { BrowserWindow } from '../../fakes/electron.ts';
import { readyHost } from '../../../packages/electron-host/test/support/readyHost.ts';

beforeAll(() => void readyHost());
beforeEach(() => {
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
});

const [page, preload, icon] = ['app://bundle/index.html', '/app/preload.cjs', '/app/icon.png'];
const capture = createCaptureGuard();

function openMain(): void {
  createMainWindow({
    page,
    preload,
    icon,
    capture,
    memory: { read: () => ({ width: 900, height: 600, isMaximized: false }), write: () => undefined },
    isQuitting: () => false,
    hasTray: () => Promise.resolve(true),
  }).show(null);
}

const openers: Readonly<Record<string, () => void>> = {
  'the main window': openMain,
  'the large reminder': () =>
    createAlertWindow({ page, preload, icon, platform: 'linux' }).show({
      onAllDisplays: false,
      isProtected: true,
    }),
  'the floating clock': () =>
    createClockWindow({
      page,
      preload,
      platform: 'linux',
      memory: { read: () => null, write: () => undefined },
    }).show(true),
  'the panel at the tray': () =>
    createPanelWindow({ page, preload, capture, platform: 'linux' }).toggle(null),
};

/** Every option that Electron's security checklist names; what is not here is as Electron has it. */
const secure = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
};

test.each(Object.entries(openers))('%s is sandboxed and isolated, without Node', (_name, open) => {
  open();
  const [opened, ...others] = BrowserWindow.getAllWindows();
  expect(others).toEqual([]);
  // Nothing but these: an option that is not known here would have to be judged first.
  expect(opened?.options.webPreferences).toEqual({ ...secure, preload });
  expect(opened?.calls.filter(([method]) => method === 'loadURL')).toEqual([['loadURL', page]]);
});

test('no caller can loosen the protections of its window', () => {
  const loosened = {
    title: 'x',
    webPreferences: { sandbox: false, nodeIntegration: true, webSecurity: false },
  };
  createPageWindow(loosened, preload);
  expect(BrowserWindow.getAllWindows()[0]?.options).toEqual({
    title: 'x',
    webPreferences: { ...secure, preload },
  });
});

test('a page is printed without scripts and preload, from a host that may not ask main, under its own policy', async () => {
  const printing = printToPdf('<p>Notes</p>', 'de-DE');
  const [window] = BrowserWindow.getAllWindows();
  expect(window?.options.webPreferences).toEqual({ ...secure, javascript: false });
  expect(window?.options.show).toBe(false);
  const address = String(window?.calls.find(([method]) => method === 'loadURL')?.[1]);
  expect(address).toMatch(/^app:\/\/print\/[\w-]{36}$/);
  const response = printedPage(address);
  expect(await response?.text()).toBe('<p>Notes</p>');
  expect(response?.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'",
  );
  await printing;
  expect(printedPage(address)).toBeNull();
  expect(BrowserWindow.getAllWindows()).toEqual([]);
});
