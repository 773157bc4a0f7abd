/**
 * `npm run test:faults`: removes each protection of test/faults in turn and expects its test to fail; a word after `--`
 * selects those whose description contains it. Files are changed while a test runs, and restored.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults, type Fault } from '#test/faults/protections.ts';
import { reminderFaults } from '#test/faults/reminderFaults.ts';
import { capture, installed, root, type Outcome } from './system/run.ts';

/** Specs run the built app. */
const isSpec = ({ test }: Fault): boolean => test.endsWith('.spec.ts');
const build = (): Promise<Outcome> => capture(installed('electron-vite'), ['build', '--logLevel', 'warn']);

/** True if the tests of a protection pass. */
async function passes(fault: Fault): Promise<boolean> {
  const { test } = fault;
  if (isSpec(fault) && (await build()).code !== 0)
    throw new Error('The app cannot be built with this fault: a build would detect it, but no test does');
  const { code, output } = await capture(
    installed(isSpec(fault) ? 'playwright' : 'vitest'),
    isSpec(fault) ? ['test', test] : ['run', test],
  );
  // Only a failed test counts: not a timeout, nor a runner that could not start.
  if (code !== 0 && (!/\bfailed\b/.test(output) || output.includes('timed out')))
    throw new Error(`${test} did not run to its end:\n${output.slice(-2000)}`);
  return code === 0;
}

/** Plants one fault and always removes it again. @returns true if its test failed */
async function isNoticed(fault: Fault): Promise<boolean> {
  const path = join(root, fault.file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(fault.old).length !== 2) throw new Error(`${fault.file} does not hold the text once`);
  const putBack = (): void => writeFileSync(path, whole);
  process.once('exit', putBack);
  try {
    writeFileSync(
      path,
      whole.replace(fault.old, () => fault.new),
    );
    return !(await passes(fault));
  } finally {
    putBack();
    process.off('exit', putBack);
  }
}

// An interrupted run ends with `exit`, which restores the file.
process.once('SIGINT', () => process.exit(130));

const [word = ''] = process.argv.slice(2);
let unnoticed = 0;
const tried = [...faults, ...reminderFaults].filter(({ protection }) => protection.includes(word));
for (const fault of tried) {
  let outcome: string;
  try {
    outcome = (await isNoticed(fault)) ? '✓' : '✗ not noticed:';
  } catch (error) {
    outcome = `✗ ${error instanceof Error ? error.message : String(error)}:`;
  }
  if (outcome !== '✓') unnoticed += 1;
  console.log(`${outcome} ${fault.protection} (${fault.test})`);
}
// Specs left a build that contains a fault.
if (tried.some(isSpec)) await build();
process.exitCode = unnoticed === 0 ? 0 : 1;
