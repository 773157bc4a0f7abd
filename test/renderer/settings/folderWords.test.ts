import { expect, test } from 'vitest';
import { copyWords, leftWords } from '#renderer/settings/folderWords.ts';

test('after a change of the folder, the text says where the previous notes are', () => {
  const move = { folder: '/new', before: '/old', canCopy: true };
  expect(leftWords({ ...move, left: 0 })).toBe('Notes are kept in this folder from now on.');
  expect(leftWords({ ...move, left: 12 })).toContain('The 12 notes of the previous folder stay in /old.');
});

test('the text about a copy lists what was not copied, shortened', () => {
  expect(copyWords({ copied: 1, same: 0, notCopied: [] })).toBe('1 file was copied.');
  const notCopied = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md'];
  expect(copyWords({ copied: 3, same: 2, notCopied })).toBe(
    '3 files were copied. 2 were there already. Nothing is overwritten, so these were not copied: a.md, b.md, c.md, d.md, e.md and 1 more.',
  );
});
