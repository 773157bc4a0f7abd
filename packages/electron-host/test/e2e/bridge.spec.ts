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

test('a sandboxed preload may require electron, events, timers and url, and nothing else', async () => {
  expect(await page.evaluate(() => window.toy.required)).toEqual({
    'electron/renderer': 'object',
    'node:events': 'function',
    timers: 'object',
    url: 'object',
    fs: 'module not found: fs',
    './other.cjs': 'module not found: ./other.cjs',
  });
});

test('the preload runs in a world of its own, and leaves nothing of the host to the page', async () => {
  const found = await page.evaluate(() => [
    window.onlyInPreload,
    Object.keys(window).filter((key) => /electron|host/i.test(key)),
  ]);
  expect(found).toEqual([undefined, []]);
});

test('process.versions.electron is 45.4.1 in the preload', async () => {
  expect(await page.evaluate(() => window.toy.versions['electron'])).toBe('45.4.1');
});

test('what is exposed is a deep-frozen copy under a name that cannot be changed', async () => {
  const found = await page.evaluate(() => {
    const before = window.toy;
    try {
      Object.assign(window, { toy: 1 });
    } catch {
      // a strict page is told
    }
    return [before === window.toy, Object.isFrozen(window.toy), Object.isFrozen(window.toy.list[1])];
  });
  expect(found).toEqual([true, true, true]);
});

test('prototypes and symbols stay behind', async () => {
  const found = await page.evaluate(() => [
    window.toy.shape,
    'inherited' in window.toy.shape,
    Object.getOwnPropertySymbols(window.toy).length,
  ]);
  expect(found).toEqual([{ own: 1 }, false, 0]);
});

test('functions are called across, errors keep class and text but no fields, promises settle', async () => {
  const found = await page.evaluate(async () => {
    try {
      window.toy.throws();
      return undefined;
    } catch (error) {
      return [
        window.toy.add(2, 3),
        error instanceof TypeError && error.message,
        Object.keys(Object(error)),
        await window.toy.later([1]),
      ];
    }
  });
  expect(found).toEqual([5, 'from the preload', [], { value: [1] }]);
});

test('exposing an existing name throws', async () => {
  await expect(page.evaluate(() => window.toy.exposeAgain())).rejects.toThrow(
    'Cannot bind an API on top of an existing property on the window object: toy',
  );
});

test('exposing what cannot be cloned throws', async () => {
  await expect(page.evaluate(() => window.toy.exposeSymbol())).rejects.toThrow(
    'An object could not be cloned.',
  );
});

test('a file that the user chose has its path, one made by a script has none', async () => {
  await page.setInputFiles('#file', '/etc/hostname');
  const paths = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#file');
    return [
      window.toy.pathOf(input!.files![0]!),
      window.toy.pathOf(new File(['x'], 'made.txt')),
      window.toy.pathOf(new Blob(['x'])),
    ];
  });
  expect(paths).toEqual(['/etc/hostname', '', '']);
  await expect(page.evaluate(() => window.toy.pathOf(JSON.parse('"/etc/hostname"')))).rejects.toThrow(
    'getPathForFile expected to receive a File object but one was not provided',
  );
});
