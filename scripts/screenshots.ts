/**
 * `npm run screenshots`: every screen, question and dialog of the built app in light and dark, wide and narrow, as PNG
 * files below test-results/screenshots. The pictures are for people to look at. Words after `--` choose scenes
 * (`npm run screenshots -- notes`); with `--readme` the one of the agenda becomes the README's.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { joining, joinsByItself, missed, questions } from './pictures/meetings.ts';
import { imported, notes, privateNotes } from './pictures/notes.ts';
import type { Scene, Take, Theme } from './pictures/scene.ts';
import { fresh, screens, settings } from './pictures/screens.ts';
import { installed, root, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';

const folder = join(root, 'test-results/screenshots');
const wide = { width: 1100, height: 760 };
const narrow = { width: 480, height: 760 };

const scenes: Readonly<Record<string, Scene>> = {
  screens,
  settings,
  fresh,
  questions,
  joining,
  joinsByItself,
  missed,
  notes,
  imported,
  privateNotes,
};

// A countdown is an animation too; only what moves in place is waited for.
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(`Promise.allSettled(
    document.getAnimations()
      .filter(({ effect }) => effect.getComputedTiming().endTime <= 1000)
      .map(({ finished }) => finished),
  ).then(() => null)`);

/** Takes a picture as the window is, and one of a main window as narrow as a phone. */
const takeIn =
  (theme: Theme): Take =>
  async (page, name) => {
    const path = (of: string): string => join(folder, theme, `${of}.png`);
    await settle(page);
    await page.screenshot({ path: path(name) });
    console.log(`${theme}/${name}.png`);
    if (/\/(?:alert|panel)\//.test(page.url())) return;
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
