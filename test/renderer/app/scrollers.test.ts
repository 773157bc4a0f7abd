import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/renderer');
const styles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);

/** The rules of a style sheet: selectors and declarations. */
const rulesOf = (text: string): { readonly selector: string; readonly body: string }[] =>
  [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    body,
  }));

test('every scrolling element is positioned, so that it contains absolute children', () => {
  const scrollers = styles.flatMap((name) =>
    rulesOf(readFileSync(join(folder, name), 'utf8')).filter(({ body }) =>
      /overflow(?:-[xy])?: (?:auto|scroll)/u.test(body),
    ),
  );
  expect(scrollers.length).toBeGreaterThan(10);
  expect(scrollers.filter(({ body }) => !/position: /u.test(body)).map(({ selector }) => selector)).toEqual(
    [],
  );
});
