import { expect, test } from 'vitest';
import { detachString } from '../detachString.ts';
import { errorText } from '../errorText.ts';
import { lowerBound } from '../lowerBound.ts';
import { memoize } from '../memoize.ts';

test('lowerBound gives the first index for which the condition is true, or the length', () => {
  const list = [1, 3, 3, 5];
  expect([0, 3, 4, 6].map((limit) => lowerBound(list, (one) => one >= limit))).toEqual([0, 1, 3, 4]);
});

test('memoize calls the function once for a text, and every time for a very long one', () => {
  const read: string[] = [];
  const lengthOf = memoize((text) => {
    read.push(text.slice(0, 3));
    return text.length;
  });
  const long = 'x'.repeat(10_001);
  expect(['abc', 'abc', long, long].map(lengthOf)).toEqual([3, 3, 10_001, 10_001]);
  expect(read).toEqual(['abc', 'xxx', 'xxx']);
});

test('detachString gives an equal text', () => {
  expect(['', 'a', 'Ünï 🧑‍💻'].map(detachString)).toEqual(['', 'a', 'Ünï 🧑‍💻']);
});

test('errorText of an error begins with its name and message; other values are converted', () => {
  expect(errorText(new TypeError('broken'))).toMatch(/^TypeError: broken/);
  expect(errorText('broken')).toBe('broken');
});
