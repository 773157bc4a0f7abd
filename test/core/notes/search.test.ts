import { expect, test } from 'vitest';
import { nearWords, snippetOf, wordsOf } from '#core/notes/search.ts';

test('words are parted and folded as the index does it', () => {
  expect(wordsOf('Über kOps-1.36: *naïve* 日本')).toEqual(['uber', 'kops', '1', '36', 'naive', '日本']);
  expect(wordsOf('Straße, Søren, हिन्दी')).toEqual(['strasse', 'soren', 'हनद']);
});

test('a mistyped word is near to what was meant: wrong, missing, extra and swapped letters', () => {
  const known = ['release', 'relax', 'network', 'etcd', 'kubernetes'];
  expect(nearWords('relase', known)).toEqual(['release']);
  expect(nearWords('netwrok', known)).toEqual(['network']);
  expect(nearWords('kuberntse', known)).toEqual(['kubernetes']);
  expect(nearWords('etc', known)).toEqual([]);
});

test('a snippet shows the words where they first stand, marked, with what is around', () => {
  const text = `${'before '.repeat(20)}the Release was\n\ndecided. ${'after '.repeat(60)}`;
  const snippet = snippetOf(text, ['releas', 'decided']);
  expect(snippet.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual(['Release', 'decided']);
  expect(snippet.map((part) => part.text).join('')).toMatch(
    /^…before .*the Release was decided\. after .*…$/u,
  );
  expect(snippetOf('Nothing here', ['absent'])).toEqual([{ at: 0, text: 'Nothing here', isHit: false }]);
  expect(snippetOf('', ['x'])).toEqual([]);
});
