/** `npm run bench`: every bench, one after the other, each in a process of its own. Names as arguments choose some. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, show } from './system/run.ts';

const wanted = process.argv.slice(2);
const benches = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort();

for (const bench of benches) {
  console.log(`\n${bench.replace('.bench.ts', '')}`);
  const code = await show(process.execPath, ['--expose-gc', join('bench', bench)]);
  if (code !== 0) process.exitCode = code;
}
