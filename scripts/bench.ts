/**
 * `npm run bench`: every bench, one after the other, each in a process of its own. Names as arguments choose some.
 * What they compare us with is no dependency of the project: bench/package.json has its own lockfile.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, show } from './system/run.ts';

const wanted = process.argv.slice(2);
const benches = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort();

if (!existsSync(join(root, 'bench/node_modules'))) {
  console.error('The libraries to compare with are not installed: npm ci --prefix bench');
  process.exit(1);
}
for (const bench of benches) {
  console.log(`\n${bench.replace('.bench.ts', '')}`);
  const code = await show(process.execPath, ['--expose-gc', join('bench', bench)]);
  if (code !== 0) process.exitCode = code;
}
