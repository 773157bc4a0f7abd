import { array, assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, withText } from '#core/notes/noteBlocks.ts';
import { cpuTimeOf } from '../../cpuTime.ts';

const sourcesOf = (text: string): string[] => blocksOf(text).blocks.map(({ source }) => source);

test('paragraphs, headings and items are blocks, with the blank lines after them', () => {
  expect(sourcesOf('# Head\n\none\ntwo\n\n- a\n  more\n- b\n\n\n1. c\n\nend\n')).toEqual([
    '# Head\n',
    'one\ntwo\n',
    '- a\n  more',
    '- b\n\n',
    '1. c\n',
    'end\n',
  ]);
  expect(sourcesOf('words\n## Head\nmore')).toEqual(['words', '## Head', 'more']);
  expect(sourcesOf('')).toEqual(['']);
});

test('code, comments and what is indented below an item stay together', () => {
  expect(sourcesOf('```\na\n\n# b\n```\n\nc')).toEqual(['```\na\n\n# b\n```\n', 'c']);
  expect(sourcesOf('<!-- a\n\nb -->\n\nc')).toEqual(['<!-- a\n\nb -->\n', 'c']);
  expect(sourcesOf('- a\n\n  b\n\n  - c\n- d')).toEqual(['- a\n\n  b\n\n  - c', '- d']);
  expect(sourcesOf('- ```\n  x\n\n  y\n  ```\n- d')).toEqual(['- ```\n  x\n\n  y\n  ```', '- d']);
});

test('a change makes the blocks that the new text has, and keeps the others', () => {
  const line = constantFrom(
    '',
    '',
    '- a',
    '  b',
    '# c',
    'words',
    '```',
    '1. d',
    '> e',
    '<!-- f',
    '-->',
    '[x]: https://a.example',
  );
  assert(
    property(
      array(line, { maxLength: 14 }),
      nat(14),
      nat(4),
      array(line, { maxLength: 4 }),
      (lines, at, gone, added) => {
        const before = blocksOf(lines.join('\n'));
        const text = lines.toSpliced(at, gone, ...added).join('\n');
        const after = withText(before, text);
        expect(after).toEqual(blocksOf(text));
        expect(after.blocks.map(({ source }) => source).join('\n')).toBe(text);
      },
    ),
    { numRuns: 2_000 },
  );
  const before = blocksOf('# a\n\nb\n\nc\n\nd');
  const after = withText(before, '# a\n\nb\n\ncx\n\nd');
  expect(after.blocks.map((block, index) => block === before.blocks[index])).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

test('what is out of proportion is plain', () => {
  const isPlain = (text: string): boolean => blocksOf(text).blocks.some((block) => block.isPlain);
  expect(isPlain('a'.repeat(20_000))).toBe(true);
  expect(isPlain('- '.repeat(100))).toBe(true);
  expect(isPlain('[]('.repeat(200))).toBe(true);
  expect(isPlain(`\`\`\`\n${'code\n'.repeat(20_000)}\`\`\``)).toBe(true);
  expect(isPlain('- [ ] words '.repeat(20))).toBe(false);
  expect(blocksOf('words\n'.repeat(1_000)).blocks.length).toBeGreaterThan(3);
});

test('a key in a megabyte costs little', () => {
  const text = '- [ ] one item of a long list with some words\n'.repeat(22_000);
  let blocks = blocksOf(text);
  const ms = cpuTimeOf(() => {
    for (let key = 0; key < 10; key += 1)
      blocks = withText(blocks, `${blocks.text.slice(0, 500_000)}x${blocks.text.slice(500_000)}`);
  });
  expect(ms / 10).toBeLessThan(60);
});
