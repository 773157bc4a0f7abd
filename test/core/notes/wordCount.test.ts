import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, recountWords } from '#core/notes/wordCount.ts';

test('words are those of a reader: numbers count, marks do not', () => {
  expect(countWords('# Don’t *ship* v1.2\n\n- [ ] 3 items').count).toBe(5);
  expect(countWords('').count).toBe(0);
});

test('counting again after a change gives what counting all gives', () => {
  const text = string({ unit: constantFrom('a', 'b', ' ', '\n', '’', '-', 'é', '😀'), maxLength: 40 });
  assert(
    property(text, text, text, text, (start, old, next, end) => {
      const before = countWords(start + old + end);
      expect(recountWords(before, start + next + end)).toEqual(countWords(start + next + end));
    }),
  );
});
