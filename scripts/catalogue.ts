/**
 * Writes assets/catalogue.
 *
 * `npm run catalogue` writes assets/catalogue/directory from the communities in scripts/catalogue, one file each.
 *
 * `npm run catalogue -- FILE [--date YYYY-MM-DD] [--source URL]` also writes assets/catalogue/kubernetes.json. FILE is a
 * sigs.yaml of kubernetes/community; what it lacks is kept by hand in scripts/catalogue/kubernetes.json. The date comes
 * from the file name if it contains one.
 *
 * The same input yields the same bytes.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { catalogueFile, keptFile } from '#core/catalogue/catalogueFile.ts';
import { readCatalogue } from '#core/catalogue/readCatalogue.ts';
import { writeCatalogue } from '#core/catalogue/writeCatalogue.ts';
import { directoryEntry, type DirectoryEntry } from '#core/directory/directoryEntry.ts';
import { entryText, indexText } from '#core/directory/writeDirectory.ts';

const USE = 'npm run catalogue [-- FILE [--date YYYY-MM-DD] [--source URL]]';
const KUBERNETES = 'kubernetes.json';

const root = join(import.meta.dirname, '..');
const written = join(root, 'scripts/catalogue');
const assets = join(root, 'assets/catalogue');

function stop(why: string): never {
  console.error(`catalogue: ${why}`);
  process.exit(1);
}

function entryOf(file: string): DirectoryEntry {
  const read = directoryEntry.safeParse(JSON.parse(readFileSync(join(written, file), 'utf8')));
  if (!read.success) stop(`${file}: ${z.prettifyError(read.error)}`);
  if (`${read.data.id}.json` !== file) stop(`${file}: its id is ${read.data.id}`);
  return read.data;
}

function writeDirectory(): void {
  const folder = join(assets, 'directory');
  const entries = readdirSync(written)
    .filter((file) => file.endsWith('.json') && file !== KUBERNETES)
    .map(entryOf);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const entry of entries) writeFileSync(join(folder, `${entry.id}.json`), entryText(entry));
  writeFileSync(join(folder, 'index.json'), indexText(entries));
  console.log(`${folder}: ${entries.length} communities`);
}

/** For editors, which then complete and check a community file as it is written. */
function writeSchema(): void {
  const schema = z.toJSONSchema(catalogueFile, { io: 'input', unrepresentable: 'any', reused: 'ref' });
  writeFileSync(join(assets, 'community.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
}

function writeKubernetes(file: string, date: string, url: string | undefined): void {
  const kept = keptFile.parse(JSON.parse(readFileSync(join(written, KUBERNETES), 'utf8')));
  const source = { ...kept.source, ...(url === undefined ? {} : { url }), date };
  const catalogue = writeCatalogue(kept, readFileSync(file), source);
  if (!catalogue.ok) stop(`${catalogue.problem.title}. ${catalogue.problem.detail}`);
  // What the app cannot read must not get into it.
  const bytes = new TextEncoder().encode(catalogue.value);
  const { series, communities, problems } = readCatalogue(bytes);
  const [problem] = problems;
  if (problem !== undefined) stop(`${problem.title}. ${problem.detail}`);
  const target = join(assets, KUBERNETES);
  writeFileSync(target, bytes);
  console.log(`${target}: ${communities.length} communities, ${series.length} dated meetings, of ${date}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' }, source: { type: 'string' } },
});
const [file, ...others] = positionals;
if (others.length > 0) stop(USE);
writeDirectory();
writeSchema();
if (file !== undefined) {
  const date = values.date ?? /\d{4}-\d{2}-\d{2}/.exec(basename(file))?.[0];
  if (date === undefined) stop(`of which day is ${basename(file)}? Say so with --date YYYY-MM-DD.`);
  writeKubernetes(file, date, values.source);
}
