import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/**
 * One spec serves both runtimes: Electron's where it is installed, else (or with E2E_RUNTIME=host) packages/electron-host.
 * The override is what `electron` itself reads to find its executable.
 */
const hasElectron = existsSync(join(import.meta.dirname, 'node_modules/electron/path.txt'));
if (!hasElectron || process.env['E2E_RUNTIME'] === 'host') {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(import.meta.dirname, 'packages/electron-host/dist');
}

/** Two windows of one screen take each other's focus; without a screen each worker starts one (test/e2e/desktop.ts). */
const hasOneScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY']);

/** Through every screen; each takes minutes. */
const walks = ['**/stableWindow.spec.ts', '**/accessibility.spec.ts'];

export default defineConfig({
  // These limits only stop hanging specs. They are long, because the computer may be busy.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: hasOneScreen ? 1 : 2,
  retries: 0,
  reporter: 'list',
  projects: [
    // First, so that the second worker has something to do until they end.
    { name: 'walks', testDir: 'test/e2e', testMatch: walks },
    { name: 'app', testDir: 'test/e2e', testIgnore: walks },
    { name: 'host', testDir: 'packages/electron-host/test/e2e' },
  ],
});
