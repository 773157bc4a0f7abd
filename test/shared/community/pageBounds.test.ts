import { expect, test } from 'vitest';
import { readFeed } from '../../../src/shared/calendar/readFeed.ts';

const meeting = 'We meet every Tuesday at 17:00 UTC on https://zoom.us/j/97512345678.';
const page = (text: string) =>
  readFeed('markdown', new TextEncoder().encode(`# Team\n\n${text}\n\n${meeting}\n`), { now: 0 });

/** So many characters of a piece that repeats. */
const times = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

test.each([
  ['lists in lists', times('- ', 60_000)],
  ['quotes in quotes', times('>', 60_000)],
  ['numbered lists in lists', times('1. ', 60_000)],
  [
    'lists that are indented further and further',
    Array.from({ length: 200 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
  ],
  ['emphasis that is never closed', times('*a_ ', 60_000)],
  ['strong words that are never closed', times('**a', 80_000)],
  ['links that never begin', times('](', 60_000)],
  ['links over many lines that never begin', times('](http://x\n', 60_000)],
  ['comments that are never closed', times('<!--', 60_000)],
  ['instructions that are never closed', times('<?', 60_000)],
  ['a table of thousands of columns', `|${times('a|', 80_000)}\n|${times('-|', 80_000)}`],
])('a page made of %s is not read', (_, text) => {
  expect(page(text)).toMatchObject({ series: [], problems: [{ code: 'community/notMarkdown' }] });
});

test.each([
  ['nests lists as people do', '- a\n  - b\n    - c\n      - d'],
  ['holds a long list of links', times('- [agenda](https://example.org/a) *soon*\n', 6_000)],
  ['holds a long table', `|a|b|\n|-|-|\n${times('|[x](https://example.org)|**y**|\n', 6_000)}`],
])('a page that %s is read', (_, text) => {
  expect(page(text).series).toHaveLength(1);
});
