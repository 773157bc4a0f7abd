import { expect, test } from 'vitest';
import { readFeed } from '#core/feeds/readFeed.ts';
import { cpuTimeOf } from '../../cpuTime.ts';

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
  ['full stops behind an address', `www.a${times('.', 60_000)}x`],
  ['thousands of lines without a blank one', times('word\n', 60_000)],
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

/** In letters; each once cost the square of its length: three seconds and more for half as much. */
const LENGTH = 120_000;
/** Of the processor, in ms; a preview has five seconds. */
const LIMIT_MS = 5_000;

const sigs = (url: string) =>
  `sigs:\n- name: A\n  dir: a\n  meetings:\n  - description: Regular\n    day: Tuesday\n    time: "17:00"\n    tz: UTC\n    frequency: weekly\n    url: "${url}"\n`;
const lead = (words: string) => `# Team\n\n## Chairs\n\n- Ann Anchor ${words}\n`;
const html = (body: string) => `<!doctype html><html><body>${body}</body></html>`;

test.each([
  ['a lead with an endless name', 'markdown', lead('a'.repeat(LENGTH))],
  ['a lead with brackets that never close', 'markdown', lead('('.repeat(LENGTH))],
  ['a lead with half of an address', 'markdown', lead(`a@${times('a-', LENGTH)}`)],
  ['a heading of colons', 'markdown', `## ${':'.repeat(LENGTH)}x\n`],
  ['a heading of days', 'markdown', `## ${times('mon ', LENGTH)}\n`],
  ['blank lines', 'markdown', `# Team\n${'\n'.repeat(LENGTH)}x`],
  ['an address that a line break ends', 'markdown', `# Team\n\n](http://x${'\n'.repeat(LENGTH)}y`],
  ['a paragraph of addresses', 'markdown', `# Team\n\n${times('www.a ', LENGTH)}`],
  ['a wide table', 'markdown', html(`<table><tr>${times('<td>word</td>', 2 * LENGTH)}</tr></table>`)],
  ['a link in a sigs.yaml that never begins', 'sigs', sigs(times('](', LENGTH))],
  ['an address in a sigs.yaml with much space', 'sigs', sigs(`a${' '.repeat(LENGTH)}x`)],
  [
    'ordinary links and lists',
    'markdown',
    `# Team\n\n${times('## Notes\n\n- [agenda](https://docs.google.com/document/d/a) and [recording](https://youtu.be/a)\n- **Chair**: Ann (@ann)\n\n', LENGTH)}${meeting}\n`,
  ],
] as const)('%s: 120 KB are read within the time of a preview', (_, kind, text) => {
  const bytes = new TextEncoder().encode(text);
  expect(cpuTimeOf(() => readFeed(kind, bytes, { now: 0 }))).toBeLessThan(LIMIT_MS);
});
