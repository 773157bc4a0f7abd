import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

/**
 * Checks docs/develop/recipes.md. A step begins with the file that it changes. Its other names in code style are files
 * as well, commands, or words that one of its files contains.
 */

const root = join(import.meta.dirname, '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const page = textOf('docs/develop/recipes.md');
const scripts = Object.keys(packageJson.scripts);

interface Step {
  readonly recipe: string;
  readonly text: string;
  readonly names: readonly string[];
}

const steps: readonly Step[] = page
  .split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const [recipe = '', ...lines] = section.split('\n');
    return lines
      .filter((line) => /^\d+\. /.test(line))
      .map((text) => ({
        recipe,
        text,
        names: [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
      }));
  });

const isPath = (name: string): boolean => name.includes('/') && !name.includes(' ');

/** A file, or all files of a folder. */
const contentsOf = (path: string): string => {
  if (!existsSync(join(root, path))) return '';
  if (statSync(join(root, path)).isFile()) return textOf(path);
  return globSync('**/*.{ts,tsx}', { cwd: join(root, path) })
    .map((file) => textOf(join(path, file)))
    .join('\n');
};

const isThere = (name: string, contents: string): boolean => {
  if (isPath(name)) return existsSync(join(root, name));
  if (name.startsWith('node ')) return existsSync(join(root, name.slice(5)));
  const script = /^npm run ([\w:-]+)/.exec(name)?.[1];
  return script === undefined ? contents.includes(name) : scripts.includes(script);
};

test('each recipe has steps', () => {
  expect(new Set(steps.map(({ recipe }) => recipe)).size).toBeGreaterThanOrEqual(8);
});

test.each(steps)('$recipe: $text', ({ names }) => {
  const files = names.filter(isPath);
  const contents = files.map(contentsOf).join('\n');
  expect(files.length).toBeGreaterThan(0);
  expect(names.filter((name) => !isThere(name, contents))).toEqual([]);
});
