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

export default defineConfig({
  timeout: 30_000,
  workers: 1,
  retries: 0,
  reporter: 'list',
  projects: [
    { name: 'app', testDir: 'test/e2e' },
    { name: 'host', testDir: 'test/e2e-host' },
  ],
});
