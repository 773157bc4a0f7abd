import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const tokens = readFileSync(join(root, 'src/renderer/kit/styles/tokens.css'), 'utf8');
const sheets = globSync('src/renderer/**/*.css', { cwd: root })
  .filter((path) => !path.endsWith('tokens.css'))
  .map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//gu, ''),
  }));

/** What matches in the style sheets, each with its file. */
const found = (pattern: RegExp): string[] =>
  sheets.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([match]) => `${path}: ${match}`));

test('styles use only tokens that exist, and properties that they or a component set', () => {
  const all = sheets.map(({ text }) => text).join('\n');
  const components = globSync('src/renderer/**/*.tsx', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const unknown = found(/var\(--[a-z0-9-]+/gu).filter((line) => {
    const name = line.slice(line.indexOf('--'));
    const isSet = [tokens, all].some((text) => new RegExp(`${name}:`, 'u').test(text));
    // react-aria sets the width of the control that opened a popover.
    return !isSet && !components.includes(`'${name}'`) && name !== '--trigger-width';
  });
  expect(unknown).toEqual([]);
});

test('a size of type comes from a token, with its line height', () => {
  expect(found(/font-size:[^;]+/gu)).toEqual([]);
});

test('styles name no side of the screen, so that they fit scripts of both directions', () => {
  expect(found(/(?<=[\s;{])(?:margin|padding|border|inset)?-?(?:left|right)\s*:[^;]+/gu)).toEqual([]);
});

test('weight and digits are set after the size, which resets them', () => {
  const early = sheets.flatMap(({ path, text }) =>
    [...text.matchAll(/\{[^{}]*\}/gu)]
      .map(([block]) => block)
      .filter((block) => /font-(?:weight|variant-numeric):[\s\S]*\n\s*font: var/u.test(block))
      .map((block) => `${path}: ${block}`),
  );
  expect(early).toEqual([]);
});

test('no two style sheets name their keyframes alike, because the later ones would replace the others', () => {
  const names = sheets.flatMap(({ text }) =>
    [...text.matchAll(/@keyframes ([\w-]+)/gu)].map(([, name]) => name),
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
