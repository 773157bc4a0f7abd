import { expect, test, type Page } from '@playwright/test';
import type { LaunchedApp } from '../../../../test/e2e/launch.ts';
import { launchToy } from './toy.ts';

let launched: LaunchedApp;
let page: Page;

test.beforeAll(async () => {
  launched = await launchToy();
  page = await launched.window();
});
test.afterAll(() => launched[Symbol.asyncDispose]());

test('values cross by structured clone, there and back', async () => {
  const found = await page.evaluate(async () => {
    const loop: Record<string, unknown> = { date: new Date(5), map: new Map([[1, new Set(['a'])]]) };
    Object.assign(loop, { bytes: new Uint8Array([1, 2]), nan: Number.NaN, big: 10n, none: undefined, loop });
    const back = await window.toy.invoke('echo', loop);
    const { date, map, bytes, nan, big, loop: again } = Object(back);
    return [
      date instanceof Date,
      map instanceof Map && map.get(1) instanceof Set,
      bytes instanceof Uint8Array,
      Number.isNaN(nan),
      big === 10n,
      'none' in Object(back),
      again === back,
    ];
  });
  expect(found).toEqual([true, true, true, true, true, true, true]);
});

test('a handler that throws gives the caller its text alone', async () => {
  await expect(page.evaluate(() => window.toy.invoke('fail'))).rejects.toThrow(
    "Error invoking remote method 'fail': TypeError: no such thing",
  );
});

test('a channel without a handler rejects', async () => {
  await expect(page.evaluate(() => window.toy.invoke('nobody'))).rejects.toThrow(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
});

test('an argument and an answer that cannot be cloned reject, neither in silence', async () => {
  await expect(page.evaluate(() => window.toy.invokeWithFunction())).rejects.toThrow(
    'An object could not be cloned.',
  );
  await expect(page.evaluate(() => window.toy.invoke('uncloneable'))).rejects.toThrow(
    "Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
  );
});

test('sending what cannot be cloned is logged, and nothing arrives', async () => {
  await launched.electron.evaluate(() => toyMain.window.webContents.send('tick', () => {}));
  await expect.poll(() => launched.stderr()).toContain('Error sending from webFrameMain:');
});

test('main sends events, a listener that is taken off hears no more', async () => {
  await page.evaluate(() => {
    const off = window.toy.on('tick', (count) => {
      document.body.dataset['ticks'] = String(count);
      if (count === 2) off();
    });
  });
  await launched.electron.evaluate(() => {
    for (const count of [1, 2, 3]) toyMain.window.webContents.send('tick', count);
  });
  await expect(page.locator('body')).toHaveAttribute('data-ticks', '2');
});

test('a handler learns who asks: the top frame of our origin, in our window', async () => {
  expect(await page.evaluate(() => window.toy.invoke('sender'))).toEqual({
    url: 'app://bundle/index.html',
    origin: 'app://bundle',
    isTop: true,
    isWindow: true,
  });
});

test('an answer after a reload goes nowhere', async () => {
  await launched.electron.evaluate(({ ipcMain }) => {
    ipcMain.handle('slow', () => new Promise((resolve) => setTimeout(resolve, 300, 'late')));
  });
  await page.evaluate(() => void window.toy.invoke('slow'));
  await page.reload();
  expect(await page.evaluate(() => window.toy.invoke('echo', 'ours'))).toBe('ours');
});
