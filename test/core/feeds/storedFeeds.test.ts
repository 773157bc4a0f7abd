import { expect, test } from 'vitest';
import type { Feed } from '#core/feeds/feed.ts';
import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import { migrateFeed, migrateFeedSection, readStoredFeeds } from '#core/feeds/storedFeeds.ts';

const rest = { id: 'a', name: 'A', followed: 'all', color: 0 } as const;
const former = (kind: string, address: string) => ({ ...rest, kind, address });
const feed = (format: Feed['format'], source: SourceAddress): Feed => ({ ...rest, format, source });
const kubernetes: Feed = { ...feed('catalogue', { kind: 'builtIn', id: 'kubernetes' }), id: 'kubernetes' };
const cncf: Feed = { ...feed('catalogue', { kind: 'builtIn', id: 'cncf' }), id: 'cncf' };

test.each<[string, string, SourceAddress]>([
  ['ics', 'https://example.org/a.ics?token=x', { kind: 'web', url: 'https://example.org/a.ics?token=x' }],
  ['ics', 'HTTP://example.org/a.ics', { kind: 'web', url: 'HTTP://example.org/a.ics' }],
  ['catalogue', 'kubernetes', { kind: 'builtIn', id: 'kubernetes' }],
  ['catalogue', 'https://example.org/sigs.json', { kind: 'web', url: 'https://example.org/sigs.json' }],
  ['catalogue', '/home/ada/groups.json', { kind: 'file', path: '/home/ada/groups.json' }],
  ['ics', String.raw`C:\Users\ada\a.ics`, { kind: 'file', path: String.raw`C:\Users\ada\a.ics` }],
  ['markdown', '/user/pasted/0123456789abcdef.txt', { kind: 'pasted', id: '0123456789abcdef' }],
  ['markdown', String.raw`C:\Data\pasted\0123456789abcdef.txt`, { kind: 'pasted', id: '0123456789abcdef' }],
  ['markdown', '/home/ada/pasted/notes.txt', { kind: 'file', path: '/home/ada/pasted/notes.txt' }],
  ['ics', 'sealed:djEwYWJj', { kind: 'locked', encrypted: 'djEwYWJj' }],
])('a %s feed of version 1 with the address %s gets a typed source', (format, address, source) => {
  expect(migrateFeed(former(format, address))).toEqual({ ...rest, format, source });
});

test('a section in the present form, or in none, is not changed', () => {
  const present = { version: 2, feeds: [feed('ics', { kind: 'web', url: 'https://example.org/' })] };
  for (const stored of [present, [], 'nothing', { version: 3, feeds: [] }])
    expect(migrateFeedSection(stored)).toEqual(stored);
});

test('every feed of version 1 is read, and the section is then to be stored in the present form', () => {
  const section = {
    version: 1,
    catalogue: 2,
    feeds: [former('ics', 'https://example.org/a.ics'), former('catalogue', 'kubernetes')],
  };
  const read = readStoredFeeds(section, []);
  expect(read).toMatchObject({ isDamaged: false, isCurrent: false });
  expect(read.feeds.map(({ source }) => source.kind)).toEqual(['builtIn', 'web']);
  expect(readStoredFeeds({ version: 2, feeds: read.feeds }, [])).toEqual({ ...read, isCurrent: true });
});

test('a feed that cannot be read costs only itself', () => {
  const section = { version: 1, catalogue: 2, feeds: [7, former('ics', '/a.ics'), former('new', '/b')] };
  const read = readStoredFeeds(section, []);
  expect(read.isDamaged).toBe(true);
  expect(read.feeds).toEqual([feed('ics', { kind: 'file', path: '/a.ics' })]);
});

test('a built-in feed that is new brings no meetings, but those of the first start are followed', () => {
  const builtIn = [kubernetes, cncf];
  expect(readStoredFeeds(undefined, builtIn).feeds).toEqual(builtIn);
  expect(readStoredFeeds({ version: 2, feeds: [kubernetes] }, builtIn).feeds).toEqual([
    kubernetes,
    { ...cncf, followed: [] },
  ]);
});
