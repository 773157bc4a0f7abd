import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkify } from '#renderer/agenda/linkify.ts';
import { withoutActiveParts } from '#renderer/agenda/withoutActiveParts.ts';

const links = (text: string): string[] =>
  linkify(text).flatMap((part) => (part.kind === 'link' ? [part.url] : []));

test.each([
  ['See https://example.org/a.', ['https://example.org/a']],
  ['(notes: https://example.org/a?b=c&d)', ['https://example.org/a?b=c&d']],
  ['https://example.org/wiki/Rule_(law), then', ['https://example.org/wiki/Rule_(law)']],
  ['<https://a.example/> and http://b.example/x', ['https://a.example/', 'http://b.example/x']],
  ['javascript:alert(1) ftp://example.org', []],
])('in “%s” the links are %j', (text, found) => {
  expect(links(text)).toEqual(found);
});

test('no character is lost, whatever the text', () => {
  const pieces = fc.constantFrom(
    'https://a.example/x',
    '(',
    ')',
    '.',
    ' ',
    '\n',
    'http://',
    'word',
    '<',
    '"',
  );
  fc.assert(
    fc.property(fc.array(pieces), (list) => {
      const text = list.join('');
      const parts = linkify(text);
      expect(parts.map((part) => (part.kind === 'text' ? part.text : part.url)).join('')).toBe(text);
    }),
  );
});

test('styles and handlers are cut in their usual spellings; text that only looks like them stays', () => {
  expect(withoutActiveParts('<p style="color:red" onclick=\'x()\' title="a">on="1" style=x</p>')).toBe(
    '<p title="a">on="1" style=x</p>',
  );
  expect(withoutActiveParts('a<STYLE>p{}</STYLE>b<script src=x></script>c')).toBe('abc');
});
