/**
 * `npm run screenshots`: every screen, question and dialog of the built app in light and dark, wide and narrow, as PNG
 * files below test-results/screenshots. The pictures are for people to look at. Words after `--` choose scenes
 * (`npm run screenshots -- notes`); with `--readme` the one of the agenda becomes the README's.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isSmallWindow, narrow, settle, wide, type Take, type Theme } from './pictures/scene.ts';
import { scenes } from './pictures/scenes.ts';
import { installed, root, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';

const folder = join(root, 'test-results/screenshots');

/** Takes a picture as the window is, and one of a main window as narrow as a phone. */
const takeIn =
  (theme: Theme): Take =>
  async (page, name) => {
    const path = (of: string): string => join(folder, theme, `${of}.png`);
    await settle(page);
    await page.screenshot({ path: path(name) });
    console.log(`${theme}/${name}.png`);
    if (isSmallWindow(page)) return;
    const before = page.viewportSize() ?? wide;
    await page.setViewportSize(narrow);
    await settle(page);
    await page.screenshot({ path: path(`${name}-narrow`) });
    await page.setViewportSize(before);
  };

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (installedRuntime()?.kind !== 'electron')
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(root, 'src/host/dist');
if ((await show(installed('electron-vite'), ['build', '--logLevel', 'warn'])) !== 0) process.exit(1);
for (const theme of ['light', 'dark'] as const) {
  mkdirSync(join(folder, theme), { recursive: true });
  for (const [name, scene] of Object.entries(scenes))
    if (words.length === 0 || words.includes(name))
      try {
        await scene(theme, takeIn(theme));
      } catch (error) {
        // The other scenes are still worth a look.
        console.error(`${theme}: the scene “${name}” stopped.`, error);
        process.exitCode = 1;
      }
}
if (process.argv.includes('--readme')) {
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  copyFileSync(join(folder, 'light/details.png'), join(root, 'docs/images/agenda.png'));
}
