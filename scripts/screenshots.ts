/**
 * `npm run screenshots`: every screen, question and dialog of the built app in light, dark and forced colours, wide,
 * narrow and magnified, as PNG files below test-results/screenshots. The pictures are for people to look at:
 * index.html shows them side by side, tokens.html the tokens and the controls. Words after `--` choose scenes
 * (`npm run screenshots -- notes`); with `--readme` the one of the agenda becomes the README's.
 */
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { galleryPage, tokensPage } from './pictures/gallery.ts';
import { inEachForm, type Take } from './pictures/scene.ts';
import { scenes } from './pictures/scenes.ts';
import { installed, root, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';

const folder = join(root, 'test-results/screenshots');

const take: Take = (page, name) =>
  inEachForm(page, async ({ theme, size }) => {
    const file = `${theme}/${name}${size === 'wide' ? '' : `-${size}`}.png`;
    await page.screenshot({ path: join(folder, file) });
    console.log(file);
  });

/** All pictures of the folder, also of earlier runs, so that a run of one scene keeps the others. */
function writePages(): void {
  const pictures = globSync('*/*.png', { cwd: folder })
    .toSorted()
    .map((file) => {
      const [, theme = '', name = '', size = 'wide'] =
        /^(\w+)[/\\](.*?)(?:-(narrow|zoomed))?\.png$/u.exec(file) ?? [];
      return { name, form: `${theme}, ${size}`, file: file.replaceAll('\\', '/') };
    });
  writeFileSync(join(folder, 'index.html'), galleryPage(pictures));
  const styles = (name: string): string => readFileSync(join(root, 'src/renderer', name), 'utf8');
  const kit = ['tokens', 'base', 'buttons', 'fields', 'overlays', 'blocks', 'contrast'].map((name) =>
    styles(`kit/styles/${name}.css`),
  );
  writeFileSync(
    join(folder, 'tokens.html'),
    tokensPage(styles('kit/styles/tokens.css'), [...kit, styles('app/frame.css')].join('\n')),
  );
}

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
writePages();
if (process.argv.includes('--readme')) {
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  copyFileSync(join(folder, 'light/details.png'), join(root, 'docs/images/agenda.png'));
}
