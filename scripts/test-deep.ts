/**
 * `npm run test:deep`: the tests that are tagged so, with far more cases, kills and simulated years than `npm test` tries,
 * and what the page keeps of many screens and refreshes.
 */
import { installed, show } from './system/run.ts';
import { playwright, report, vitest } from './system/testRunners.ts';

const env = { ...process.env, OFFICE_HOURS_DEEP: '1' };
const isBuilt = (await show(installed('electron-vite'), ['build', '--logLevel', 'warn'])) === 0;

report([
  await vitest('deep', ['--tagsFilter=deep', '--project=parts', '--project=processes'], env),
  isBuilt ? await playwright(env, ['test/e2e/pageGrowth.spec.ts']) : { passed: 0, failed: 1 },
]);
