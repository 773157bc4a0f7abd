import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isDeep } from '#test/effort.ts';

/** Tests whose result could depend on the computer's zone; each also runs in all the zones below. */
const zoned = ['test/**/*.tz.test.ts', 'packages/*/test/**/*.tz.test.ts'];
/** West and far east of the date line. */
const otherZones = ['America/New_York', 'Pacific/Auckland'];
/** Tests that start processes, replace globals or share the fake of Electron: each file has its own process. */
const processes = ['packages/electron-host/test/**', 'test/packaging/**', 'test/main/adapters/**'].map(
  (folder) => `${folder}/*.test.ts`,
);

const exclude = ['test/e2e/**', 'packages/electron-host/test/e2e/**'];

/** Unit tests and flows. Browser and desktop specs live in test/e2e and run under Playwright. */
export default defineConfig({
  // The package `electron` only exports the path of a program; tests of adapters use a fake.
  resolve: { alias: { electron: join(import.meta.dirname, 'test/fakes/electron.ts') } },
  test: {
    tags: [{ name: 'deep', description: 'does more under `npm run test:deep` (test/effort.ts)' }],
    // Nothing a test prints should go by unseen; a noisy test is a broken one.
    silent: 'passed-only',
    // It imports Electron itself.
    server: { deps: { inline: ['electron-store'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
          exclude: [...exclude, ...processes],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'processes', include: processes } },
      ...otherZones.map((zone) => ({
        extends: true as const,
        test: { name: zone.replace(/^.*\//u, ''), include: zoned, isolate: false, env: { TZ: zone } },
      })),
    ],
    // It leaves one processor to itself, which has little to do.
    maxWorkers: '100%',
    setupFiles: ['test/setup.ts'],
    // The computer may be busy: this limit stops hanging tests and does not fail slow ones.
    testTimeout: isDeep ? 1_200_000 : 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
