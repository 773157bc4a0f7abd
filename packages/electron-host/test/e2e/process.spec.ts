import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { launchToy } from './toy.ts';

/** Command lines of the processes that work in this folder. */
function processesIn(folder: string): string[] {
  const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(`--user-data-dir=${folder}`));
}

test('the app comes up with little of the processor’s time, and killing it leaves no Chromium behind', async () => {
  await using launched = await launchToy();
  await launched.window();
  // A second of it on a slow computer; how long that takes depends on what else runs.
  const { user, system } = await launched.electron.evaluate(() => process.cpuUsage());
  expect((user + system) / 1e6).toBeLessThan(5);
  expect(processesIn(launched.home).length).toBeGreaterThan(0);
  const pid = await launched.electron.evaluate(() => process.pid);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => processesIn(launched.home)).toEqual([]);
});

test('an app that was killed starts again at once', async () => {
  await using first = await launchToy();
  await first.window();
  process.kill(await first.electron.evaluate(() => process.pid), 'SIGKILL');
  await using second = await launchToy({ home: first.home });
  const again = await second.window();
  await expect(again.locator('h1')).toHaveText('Toy');
});
