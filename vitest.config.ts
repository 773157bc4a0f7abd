import { defineConfig } from 'vitest/config';

/** Unit tests and flows. Browser and desktop specs live in test/e2e and run under Playwright. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    setupFiles: ['test/setup.ts'],
    // Nothing a test prints should go by unseen; a noisy test is a broken one.
    silent: 'passed-only',
  },
});
