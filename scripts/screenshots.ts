/**
 * `npm run screenshots`: every screen, question and dialog of the built app in light and dark, wide and narrow, as PNG
 * files below test-results/screenshots. The pictures are for people to look at. Words after `--` choose scenes
 * (`npm run screenshots -- notes`); with `--readme` the one of the agenda becomes the README's.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inEachForm, type Take } from './pictures/scene.ts';
import { scenes } from './pictures/scenes.ts';
import { installed, root, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';

const folder = join(root, 'test-results/screenshots');

const take: Take = (page, name) =>
  inEachForm(page, async ({ theme, isNarrow }) => {
    const file = `${theme}/${name}${isNarrow ? '-narrow' : ''}.png`;
    await page.screenshot({ path: join(folder, file) });
    console.log(file);
  });

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (installedRuntime()?.kind !== 'electron')
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(root, 'packages/electron-host/dist');
if ((await show(installed('electron-vite'), ['build', '--logLevel', 'warn'])) !== 0) process.exit(1);
for (const [name, scene] of Object.entries(scenes))
  if (words.length === 0 || words.includes(name))
    try {
      await scene(take);
    } catch (error) {
      // Continue with the other scenes.
      console.error(`The scene “${name}” stopped.`, error);
      process.exitCode = 1;
    }
if (process.argv.includes('--readme')) {
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  copyFileSync(join(folder, 'light/details.png'), join(root, 'docs/images/agenda.png'));
}
