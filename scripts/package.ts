/**
 * `npm run package`: builds the app and the packages of this system. Arguments go to electron-builder
 * (`npm run package -- --linux deb --arm64`). Nothing is published.
 */
import { builderOptions, withoutEmpty } from './packaging/builderOptions.ts';
import { installed, show } from './system/run.ts';

const built = await show(installed('electron-vite'), ['build', '--logLevel', 'warn']);
process.exitCode =
  built ||
  (await show(
    installed('electron-builder'),
    ['--publish', 'never', ...builderOptions(process.platform, process.env), ...process.argv.slice(2)],
    withoutEmpty(process.env),
  ));
