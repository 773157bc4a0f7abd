/**
 * `npm test`: builds the app once, then runs every test: unit tests and flows, the time-sensitive ones again in zones
 * far apart, and the end-to-end specs in a real window. The last line is the sum over all of them.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasDisplay, startDisplay } from './system/desktop.ts';
import { ensurePrograms } from './system/programs.ts';
import { installed, root, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const reports = join(root, '.cache/reports');
/** West and far east of the date line; the zone of the machine is tried anyway. */
const otherZones = ['America/New_York', 'Pacific/Auckland'];
const timeSensitive = ['test/shared', 'test/flows', 'test/main'];

/** What the runners' reports say, of the fields that are read here. */
const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
});

/** Reads a runner's report; one that ended badly without naming a failed test counts as one. */
function countFrom(file: string, code: number, count: (report: unknown) => Count): Count {
  let counted: Count = { passed: 0, failed: 0 };
  try {
    counted = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The runner ended before it could write.
  }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function vitest(name: string, folders: readonly string[], env: NodeJS.ProcessEnv): Promise<Count> {
  const file = join(reports, `vitest-${name}.json`);
  const code = await show(
    installed('vitest'),
    ['run', ...folders, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    env,
  );
  return countFrom(file, code, (written) => {
    const report = vitestReport.parse(written);
    // A file that could not be read names no test.
    const unread = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length };
  });
}

async function playwright(env: NodeJS.ProcessEnv): Promise<Count> {
  const file = join(reports, 'playwright.json');
  const code = await show(installed('playwright'), ['test', '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return countFrom(file, code, (written) => {
    const { stats } = playwrightReport.parse(written);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
}

async function runAll(): Promise<Count> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await using desktop = new AsyncDisposableStack();
  const isHost = installedRuntime()?.kind !== 'electron';
  const missing = await ensurePrograms([
    ...(isHost ? (['browser', 'opener', 'keys'] as const) : []),
    ...(hasDisplay() ? [] : (['display'] as const)),
    'bus',
    'notifications',
    'certificates',
  ]);
  if (missing.length > 0) return { passed: 0, failed: 1 };

  const built = await show(installed('electron-vite'), ['build', '--logLevel', 'warn']);
  if (built !== 0) return { passed: 0, failed: 1 };
  const env = hasDisplay() ? process.env : { ...process.env, ...desktop.use(await startDisplay()).env };

  const counts = [await vitest('all', [], env)];
  for (const zone of otherZones) {
    console.log(`Once more with TZ=${zone}:`);
    counts.push(await vitest(zone.replace('/', '-'), timeSensitive, { ...env, TZ: zone }));
  }
  counts.push(await playwright(env));
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

const { passed, failed } = await runAll();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
