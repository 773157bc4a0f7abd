import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/**
 * One spec serves both runtimes: Electron's where it is installed, else (or with E2E_RUNTIME=host) src/host.
 * The override is what `electron` itself reads to find its executable.
 */
const hasElectron = existsSync(join(import.meta.dirname, 'node_modules/electron/path.txt'));
if (!hasElectron || process.env['E2E_RUNTIME'] === 'host') {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= join(import.meta.dirname, 'src/host/dist');
}

/** Two windows of one screen take each other's focus; without a screen each worker starts one (test/e2e/desktop.ts). */
const hasOneScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY']);

export default defineConfig({
  // Limits end what hangs. A machine may be busy, so no spec comes near them.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: hasOneScreen ? 1 : 2,
  retries: 0,
  reporter: 'list',
  projects: [
    { name: 'app', testDir: 'test/e2e' },
    { name: 'host', testDir: 'test/e2e-host' },
  ],
});
