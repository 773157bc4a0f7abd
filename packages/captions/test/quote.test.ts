import { expect, test } from 'vitest';
import { quoteMarkdown } from '../quote.ts';

const paragraph = {
  start: 754_900,
  end: 760_000,
  speaker: 'Ada',
  text: 'We ship *it* <b>now</b>.',
  parts: [],
};

test('a quote has its speaker and its time in the recording, and no markup', () => {
  expect(quoteMarkdown(paragraph, 'https://www.youtube.com/watch?v=abcdefghijk')).toBe(
    String.raw`> **Ada:** We ship \*it\* \<b\>now\</b\>. ([12:34](https://www.youtube.com/watch?v=abcdefghijk&t=754s))` +
      '\n',
  );
  expect(quoteMarkdown({ ...paragraph, speaker: null, text: 'Yes.' }, null)).toBe('> Yes. (12:34)\n');
});
