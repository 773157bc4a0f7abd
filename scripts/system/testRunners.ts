/** Runs the test runners with their output shown, and counts by their reports. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { capture, installed, root, show } from './run.ts';

/** How many tests passed and failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const reports = join(root, '.cache/reports');

/** What the runners' reports say, of the fields that are read here. */
const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
});

/** The path of a new report; an earlier one of that name is removed. */
function newReport(name: string): string {
  const file = join(reports, name);
  mkdirSync(reports, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** Reads a runner's report; a run that failed without naming a failed test counts as one. */
function countFrom(file: string, code: number, count: (report: unknown) => Count): Count {
  let counted: Count = { passed: 0, failed: 0 };
  try {
    counted = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The runner ended before it could write.
  }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

const vitestArgs = (args: readonly string[], file: string): string[] => [
  'run',
  ...args,
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${file}`,
];

/** Runs vitest. @param name of the report */
export async function vitest(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Count> {
  const file = newReport(`${name}.json`);
  return countVitest(file, await show(installed('vitest'), vitestArgs(args, file), env));
}

/** Runs vitest beside other programs: its output is shown once it has ended. @param name of the report */
export async function vitestInSilence(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Count> {
  const file = newReport(`${name}.json`);
  const { code, output } = await capture(installed('vitest'), vitestArgs(args, file), env);
  console.log(output);
  return countVitest(file, code);
}

function countVitest(file: string, code: number): Count {
  return countFrom(file, code, (written) => {
    const report = vitestReport.parse(written);
    // A file that could not be read names no test.
    const unread = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length };
  });
}

/** Runs Playwright's specs. @param specs paths; none for all */
export async function playwright(env: NodeJS.ProcessEnv, specs: readonly string[] = []): Promise<Count> {
  const file = newReport('playwright.json');
  const code = await show(installed('playwright'), ['test', ...specs, '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return countFrom(file, code, (written) => {
    const { stats } = playwrightReport.parse(written);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
}

/** Prints the sum as the last line, which the gate reads, and sets the exit code. */
export function report(counts: readonly Count[]): void {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
