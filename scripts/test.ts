/**
 * `npm test`: builds the app once, then runs every test: unit tests and flows, in several zones where a zone could
 * matter, and the end-to-end specs in a real window. The last line is the sum over all of them.
 */
import { existsSync } from 'node:fs';
import { startDisplay } from './system/desktop.ts';
import { ensurePrograms, hasProgram, testsWithout } from './system/programs.ts';
import { installed, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';
import { playwright, report, vitestInSilence, type Count } from './system/testRunners.ts';

const failed: Count = { passed: 0, failed: 1 };

/** The screen of the user is left alone: the tests have displays of their own, Playwright one per worker. */
async function runAll(): Promise<readonly Count[]> {
  const isHost = installedRuntime()?.kind !== 'electron';
  const isLinux = process.platform === 'linux';
  const missing = await ensurePrograms([
    ...(isHost ? (['browser', 'opener', 'keys'] as const) : []),
    'display',
    'bus',
    'notifications',
    'certificates',
    'desktopEntries',
    'metainfo',
  ]);
  if (missing.length > 0) return [failed];
  // Where systemd runs, the package of Cyrus would start a mail server: whoever wants its tests installs it.
  const mayInstallServers = !existsSync('/run/systemd/system');
  await ensurePrograms(
    ['age', 'radicale', 'xandikos', ...(mayInstallServers ? (['cyrus'] as const) : [])],
    testsWithout,
  );
  if (!mayInstallServers && !hasProgram('cyrus')) console.log(testsWithout(['cyrus']));
  if ((await show(installed('electron-vite'), ['build', '--logLevel', 'warn'])) !== 0) return [failed];

  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  await using display = isLinux ? await startDisplay() : null;
  // Side by side: a spec often waits for a window, and leaves the processors to the others meanwhile.
  return Promise.all([vitestInSilence('vitest', [], { ...env, ...display?.env }), playwright(env)]);
}

report(await runAll());
