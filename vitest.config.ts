import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Unit tests and flows. Browser and desktop specs live in test/e2e and run under Playwright. */
export default defineConfig({
  // The package of that name is only the path of a program; adapters are tested on a stand-in.
  resolve: { alias: { electron: join(import.meta.dirname, 'test/fakes/electron.ts') } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    setupFiles: ['test/setup.ts'],
    // Nothing a test prints should go by unseen; a noisy test is a broken one.
    silent: 'passed-only',
    // It imports Electron itself.
    server: { deps: { inline: ['electron-store'] } },
  },
});
