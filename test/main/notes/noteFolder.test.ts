import * as fc from 'fast-check';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { notePath } from '#main/notes/noteFolder.ts';

const folder = '/documents/Office Hours';

test('a note in the folder or below it has a path', () => {
  expect(notePath(folder, '2026-11-24 PM Group.md')).toEqual({
    ok: true,
    value: join(folder, '2026-11-24 PM Group.md'),
  });
  expect(notePath(folder, 'sig/Release.MD')).toEqual({ ok: true, value: join(folder, 'sig', 'Release.MD') });
});

test.each([
  '../secret.md',
  'a/../../secret.md',
  '/etc/passwd.md',
  '..',
  '',
  '.md',
  '.hidden/x.md',
  'a//b.md',
  './a.md',
  'C:\\x.md',
  'C:x.md',
  'a\\..\\..\\x.md',
  'note.txt',
  'note.md/',
  'note.md\u0000.png',
  'x.md\n',
  '%2e%2e/x.txt',
])('a path that leads elsewhere is refused: %j', (path) => {
  expect(notePath(folder, path)).toMatchObject({ ok: false, problem: { code: 'notes/outside' } });
});

test('whatever the path, what comes out lies in the folder', () => {
  const part = fc.constantFrom('..', '.', 'a', '/', '//', '\\', 'C:', '.md', '%2e', '\u0000', ' ', '~');
  const course = fc.check(
    fc.property(fc.array(part), (parts) => {
      const result = notePath(folder, `${parts.join('')}.md`);
      return !result.ok || !/^(?:\.\.|[/\\]|$)/.test(relative(folder, result.value));
    }),
  );
  expect(course.counterexample).toBeNull();
});
