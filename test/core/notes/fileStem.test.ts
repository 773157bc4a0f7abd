import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileStem } from '#core/notes/noteTemplate.ts';

test.each([
  ['notes\u202egpj.exe', 'notes gpj.exe'],
  ['a\u0000b\u001b[2Jc\u200bd', 'a b [2Jc d'],
  ['../../.bashrc', 'bashrc'],
  ['C:\\Windows\\x', 'C Windows x'],
  ['con', 'con_'],
  ['NUL.txt', 'NUL_.txt'],
  ['COM¹', 'COM¹_'],
  ['Console', 'Console'],
  ['. . .', ''],
])('a title makes a name that every system takes: %j', (title, name) => {
  expect(fileStem(title)).toBe(name);
});

const PIECES = ['a', 'é', 'con', '.', ' ', '/', '\\', ':', '\0', '\n', '\u202e', '\u200f', '\ud83d', '🧑‍💻'];
const UNSAFE = /[/\\:\p{Cc}\p{Cf}]|^[. ]|[. ]$/u;

test('no title names a folder, a hidden file, or a file that reads as another', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES)), (pieces) => {
      expect(fileStem(pieces.join(''))).not.toMatch(UNSAFE);
    }),
  );
});

test('no file is called like a device of Windows, whatever follows the name', () => {
  for (const name of ['CON', 'aux', 'COM1', 'nul.txt', 'LPT1.notes', 'prn .md', 'com²', 'CONOUT$'])
    expect(fileStem(name)).not.toMatch(/^(?:con|prn|aux|nul|com[\d²]|lpt\d|conout\$)\s*(?:\.|$)/i);
  for (const name of ['Conference', 'auxiliary', 'COM10', 'nullable.txt']) expect(fileStem(name)).toBe(name);
});
