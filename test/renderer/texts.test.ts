import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor, type ESTree } from 'vite';
import { expect, test } from 'vitest';

/** Visible text comes from the texts.ts of its feature: a second language is a second set of these modules. */

const renderer = join(import.meta.dirname, '../../src/renderer');

/** Attributes that are shown or read aloud. */
const SPOKEN = new Set(['aria-label', 'alt', 'hint', 'label', 'note', 'placeholder', 'textValue', 'title']);

/** The same in every language. */
const UNIVERSAL = new Set(['https://…']);

const hasWords = (text: string): boolean => /\p{L}/u.test(text) && !UNIVERSAL.has(text);

type Value = ESTree.JSXElement['children'][number] | ESTree.JSXAttributeValue | null;

/** The words in the JSX of a source text, except the names of keys. */
function wordsIn(path: string, source: string): string[] {
  const found: string[] = [];
  let keys = 0;
  const isKey = ({ name }: { readonly name: { readonly type: string; readonly name?: unknown } }): boolean =>
    name.type === 'JSXIdentifier' && name.name === 'kbd';
  const add = (text: string): void => {
    if (keys === 0 && hasWords(text)) found.push(`${path}: ${text.trim()}`);
  };
  const addTemplate = (value: Value): void => {
    if (value?.type !== 'JSXExpressionContainer' || value.expression.type !== 'TemplateLiteral') return;
    const { start, end, quasis } = value.expression;
    if (quasis.some((part) => /\s\p{L}|\p{L}\s/u.test(part.value.raw))) add(source.slice(start, end));
  };
  new Visitor({
    JSXElement: ({ openingElement, children }) => {
      if (isKey(openingElement)) keys += 1;
      for (const child of children) addTemplate(child);
    },
    'JSXElement:exit': ({ openingElement }) => {
      if (isKey(openingElement)) keys -= 1;
    },
    JSXText: ({ value }) => add(value),
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier' || !SPOKEN.has(name.name)) return;
      if (value?.type === 'Literal' && typeof value.value === 'string') add(value.value);
      addTemplate(value);
    },
  }).visit(parseSync(path, source).program);
  return found;
}

test('words in JSX are found', () => {
  const source = '<p title="Two words" className="quiet">One <kbd>Enter</kbd>{`${count} items`}</p>;';
  expect(wordsIn('Sample.tsx', source)).toEqual([
    'Sample.tsx: `${count} items`',
    'Sample.tsx: Two words',
    'Sample.tsx: One',
  ]);
});

test('every component takes its words from texts.ts', () => {
  const paths = globSync('**/*.tsx', { cwd: renderer });
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.flatMap((path) => wordsIn(path, readFileSync(join(renderer, path), 'utf8')))).toEqual([]);
});
