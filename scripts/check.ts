/** `npm run check`: everything that can be known without running the app. Says one line for each check that holds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture, installed, root } from './system/run.ts';

interface Check {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

const libraries = ['base', 'calendar', 'captions', 'community-pages', 'meeting-links', 'electron-host'];
const environments = [
  ...libraries.flatMap((name) => [`packages/${name}`, `packages/${name}/test`]),
  ...['core', 'main', 'preload', 'renderer', 'cli'].map((name) => `src/${name}`),
];
/** The benches are checked where their libraries are installed: `npm ci --prefix bench`. */
const benches = existsSync(join(root, 'bench/node_modules')) ? ['bench'] : [];

const checks: readonly Check[] = [
  { name: 'format', program: installed('oxfmt'), args: ['--check'] },
  { name: 'lint', program: installed('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  ...['.', ...environments, 'test', ...benches].map((project) => ({
    name: `types of ${project === '.' ? 'scripts and configuration' : project}`,
    program: installed('tsc'),
    args: ['-p', project],
  })),
  { name: 'the host against Electron', program: process.execPath, args: ['scripts/check-surface.ts'] },
  { name: 'no dead code', program: installed('knip'), args: [] },
];

let failures = 0;
for (const { name, program, args } of checks) {
  const { code, output } = await capture(program, args);
  if (code === 0) {
    console.log(`✓ ${name}`);
  } else {
    failures += 1;
    console.error(`✗ ${name}\n${output.trimEnd()}`);
  }
}
process.exitCode = failures === 0 ? 0 : 1;
