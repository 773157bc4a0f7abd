import { app } from 'electron';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createAlertWindow } from '#main/adapters/windows/alertWindow.ts';
import { createCaptureGuard } from '#main/adapters/windows/captureGuard.ts';
import { createClockWindow } from '#main/adapters/windows/clockWindow.ts';
import type { ClockCorner } from '#main/adapters/windows/clockMemory.ts';
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

/** The clock, and what it remembers of its place. The screen is 1280 × 900. */
function clockOn(platform: string, last: ClockCorner | null = null) {
  const remembered: ClockCorner[] = [];
  const memory = { read: () => last, write: (corner: ClockCorner) => void remembered.push(corner) };
  return { clock: createClockWindow({ page, preload, platform, memory }), remembered };
}

test.each([
  ['darwin', 'panel'],
  ['linux', 'toolbar'],
  ['win32', undefined],
])(
  'on %s the clock is a window of type %s, in front, in no taskbar, and comes up without the focus',
  (platform, type) => {
    clockOn(platform).clock.show(true);
    theWindow().emit('ready-to-show');
    expect(theWindow().options).toMatchObject({ skipTaskbar: true, frame: false, show: false, height: 44 });
    expect(theWindow().options.type).toBe(type);
    expect(theWindow().calls).toContainEqual(['setAlwaysOnTop', true, 'screen-saver']);
    expect(theWindow().calls).toContainEqual(['setContentProtection', true]);
    expect(theWindow().calls.filter(([name]) => name.startsWith('show'))).toEqual([['showInactive']]);
  },
);

test('the clock grows away from the edge of the screen, and comes up where it was', () => {
  const { clock, remembered } = clockOn('linux', { x: 1100, y: 300 });
  clock.show(false);
  const small = theWindow().getBounds();
  expect(small).toMatchObject({ x: 1100, y: 300 });
  expect(clock.widen(true, 1)).toBe('right');
  const wide = theWindow().getBounds();
  expect(wide.width).toBeGreaterThan(small.width);
  expect(wide.x + wide.width).toBe(small.x + small.width);
  clock.close();
  expect(remembered).toEqual([{ x: 1100, y: 300 }]);
});

test('with the zoom of the windows the clock has room for its larger page', () => {
  const { clock } = clockOn('linux', { x: 1000, y: 300 });
  clock.show(false);
  clock.widen(false, 2);
  expect(theWindow().getBounds()).toMatchObject({ width: 264, height: 88 });
  clock.widen(true, 2);
  expect(theWindow().getBounds()).toMatchObject({ width: 760, height: 88 });
});

test('only the user who closes the clock is told of', () => {
  const { clock } = clockOn('linux');
  let closings = 0;
  clock.onClosed(() => (closings += 1));
  clock.show(false);
  clock.close();
  expect(closings).toBe(0);
  clock.show(false);
  theWindow().destroy();
  expect(closings).toBe(1);
});
