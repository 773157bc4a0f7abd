import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ integrity: z.string(), resolved: z.string(), link: z.boolean() }).partial(),
  ),
});
const entriesOf = (path: string) => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, path), 'utf8')));
  // The checkout itself and its workspaces, which link to a folder, come from no registry.
  return Object.entries(packages).filter(
    ([folder, { link }]) => folder.includes('node_modules/') && link !== true,
  );
};

// npm drops them for the packages of other systems when it rewrites a lockfile beside an installed node_modules.
test.each(['package-lock.json', 'bench/package-lock.json'])(
  'every package in %s has an integrity',
  (path) => {
    const entries = entriesOf(path);
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  },
);

// Each machine asks its own registry: .npmrc says omit-lockfile-registry-resolved.
test.each(['package-lock.json', 'bench/package-lock.json'])('%s names no registry', (path) => {
  expect(entriesOf(path).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
