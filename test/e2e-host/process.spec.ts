import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { launchToy } from './toy.ts';

/** Command lines of the processes that work in this folder. */
function processesIn(folder: string): string[] {
  const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(`--user-data-dir=${folder}`));
}

test('killing the app leaves no Chromium behind', async () => {
  await using launched = await launchToy();
  await launched.window();
  expect(processesIn(launched.home).length).toBeGreaterThan(0);
  const pid = await launched.electron.evaluate(() => process.pid);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => processesIn(launched.home), { timeout: 10_000 }).toEqual([]);
});

test('an app that was killed starts again at once', async () => {
  await using first = await launchToy();
  await first.window();
  process.kill(await first.electron.evaluate(() => process.pid), 'SIGKILL');
  await using second = await launchToy({ home: first.home });
  const again = await second.window();
  await expect(again.locator('h1')).toHaveText('Toy');
});

test('the app comes up in seconds', async () => {
  const begun = performance.now();
  await using launched = await launchToy();
  await launched.window();
  const tookMs = performance.now() - begun;
  test.info().annotations.push({ type: 'start', description: `${Math.round(tookMs)} ms` });
  expect(tookMs).toBeLessThan(10_000);
});
