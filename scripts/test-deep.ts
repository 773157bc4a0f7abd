/** `npm run test:deep`: the tests that are tagged so, with far more cases, kills and simulated years than `npm test` tries. */
import { report, vitest } from './system/testRunners.ts';

report([
  await vitest('deep', ['--tagsFilter=deep', '--project=parts', '--project=processes'], {
    ...process.env,
    OFFICE_HOURS_DEEP: '1',
  }),
]);
