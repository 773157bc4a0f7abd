import { expect, test } from 'vitest';
import { copiesAmong, isConflictName } from '#core/notes/conflictCopy.ts';

const note = (path: string, occurrenceKey: string | null = null) => ({ path, occurrenceKey });
const KEY = 'feed|uid|2026-11-20T17:00:00.000Z';
const ORIGINAL = 'SIG/2026-11-20 Office hours.md';

test.each([
  'SIG/2026-11-20 Office hours (conflict 2).md',
  'SIG/2026-11-20 Office hours.sync-conflict-20261130-101530-ABCDEFG.md',
  "SIG/2026-11-20 Office hours (Anna's conflicted copy 2026-11-30).md",
  'SIG/2026-11-20 Office hours (conflicted copy 2026-11-30 101530).md',
  'SIG/2026-11-20 Office hours (In Konflikt stehende Kopie von Anna 2026-11-30).md',
  'SIG/2026-11-20 Office hours_conflict-20261130-101530.md',
  'SIG/2026-11-20 Office hours (SFConflict anna@example.org 2026-11-30-10-15-30).md',
  'SIG/2026-11-20 Office hours (Conflict).md',
  'SIG/2026-11-20 Office hours [conflicted].md',
  'SIG/2026-11-20 Office hours.Conflict.md',
  'SIG/2026-11-20 OFFICE HOURS (conflict 3).MD',
])('%s is a second version', (path) => {
  expect(isConflictName(path)).toBe(true);
  expect(copiesAmong([note(path), note(ORIGINAL)])).toEqual(new Map([[path, ORIGINAL]]));
});

test.each([
  'SIG/2026-11-20 Office hours (1).md',
  'SIG/2026-11-20 Office hours 2.md',
  'SIG/2026-11-20 Office hours-LAPTOP-7.md',
])('%s is a second version only of a note of its meeting', (path) => {
  expect(copiesAmong([note(path, KEY), note(ORIGINAL, KEY)])).toEqual(new Map([[path, ORIGINAL]]));
  expect(copiesAmong([note(path, KEY), note(ORIGINAL, 'another')]).size).toBe(0);
  expect(copiesAmong([note(path), note(ORIGINAL)]).size).toBe(0);
});

test('a copy without its note is a note of its own, and so is one in another folder', () => {
  expect(copiesAmong([note('A (conflict 2).md')]).size).toBe(0);
  expect(copiesAmong([note('one/A (conflict 2).md'), note('two/A.md')]).size).toBe(0);
});

test('a name of ordinary words is no copy', () => {
  for (const path of ['Conflict.md', 'How to solve a conflict.md', 'Conflicts (2026).md'])
    expect(isConflictName(path)).toBe(false);
});

test('the forms of a letter in Unicode do not matter', () => {
  const copy = 'Cafe\u0301 (conflict 2).md';
  expect(copiesAmong([note(copy), note('Caf\u00e9.md')])).toEqual(new Map([[copy, 'Caf\u00e9.md']]));
});
