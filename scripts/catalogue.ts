/**
 * Writes assets/catalogue/kubernetes.json: `npm run catalogue -- FILE [--date YYYY-MM-DD] [--source URL]`.
 * FILE is a sigs.yaml of kubernetes/community; what it lacks is kept by hand in scripts/catalogue/kubernetes.json.
 * The date comes from the file name if it contains one. The same input yields the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { keptFile } from '#core/catalogue/catalogueFile.ts';
import { readCatalogue } from '#core/catalogue/readCatalogue.ts';
import { writeCatalogue } from '#core/catalogue/writeCatalogue.ts';

const USE = 'npm run catalogue -- FILE [--date YYYY-MM-DD] [--source URL]';

function stop(why: string): never {
  console.error(`catalogue: ${why}`);
  process.exit(1);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' }, source: { type: 'string' } },
});
const [file, ...others] = positionals;
if (file === undefined || others.length > 0) stop(USE);
const date = values.date ?? /\d{4}-\d{2}-\d{2}/.exec(basename(file))?.[0];
if (date === undefined) stop(`of which day is ${basename(file)}? Say so with --date YYYY-MM-DD.`);

const root = join(import.meta.dirname, '..');
const kept = keptFile.parse(
  JSON.parse(readFileSync(join(root, 'scripts/catalogue/kubernetes.json'), 'utf8')),
);
const source = { ...kept.source, ...(values.source === undefined ? {} : { url: values.source }), date };
const written = writeCatalogue(kept, readFileSync(file), source);
if (!written.ok) stop(`${written.problem.title}. ${written.problem.detail}`);

// What the app cannot read must not get into it.
const bytes = new TextEncoder().encode(written.value);
const { series, communities, problems } = readCatalogue(bytes);
const [problem] = problems;
if (problem !== undefined) stop(`${problem.title}. ${problem.detail}`);
const target = join(root, 'assets/catalogue/kubernetes.json');
writeFileSync(target, bytes);
console.log(`${target}: ${communities.length} communities, ${series.length} dated meetings, of ${date}`);
