import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasCode } from '#core/problemCodes.ts';
import { desktopProblem } from '#core/desktop/problems.ts';
import { failure } from '#base';

const root = new URL('../../src/core/', import.meta.url);
const catalogues = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('problems.ts'),
);

test('every problem code is declared once', () => {
  const codes = catalogues.flatMap((path) =>
    [...readFileSync(new URL(path, root), 'utf8').matchAll(/^ {2}'([\w/]+)': \(/gmu)].map(([, code]) => code),
  );
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('a problem is made of its code and its values', () => {
  expect(desktopProblem('shortcut/taken', 'Ctrl+J')).toMatchObject({
    code: 'shortcut/taken',
    title: 'The keys Ctrl+J are taken',
  });
  expect(desktopProblem('app/cutOff', 'Fri, 20 Nov at 17:00', 1).detail).toContain('1 meeting began');
});

test('a problem is recognised by its code, whatever its words', () => {
  const refused = failure('disk/unsaved', '', '');
  expect(refused.ok || hasCode(refused.problem, 'disk/unsaved')).toBe(true);
  expect(hasCode(null, 'disk/unsaved')).toBe(false);
});
