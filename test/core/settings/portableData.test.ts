import { expect, test } from 'vitest';
import type { Feed } from '#core/feeds/feed.ts';
import { mergeData, portableOf, readPortable, type OwnData } from '#core/settings/portableData.ts';
import { defaultSettings } from '#core/settings/settings.ts';

const aFeed = (wish: Partial<Feed>): Feed => ({
  id: 'a',
  name: 'A',
  source: { kind: 'web', url: 'https://example.org/a.ics' },
  format: 'ics',
  followed: 'all',
  color: 0,
  ...wish,
});
const own = (wish: Partial<OwnData> = {}): OwnData => ({
  settings: defaultSettings,
  feeds: [],
  facts: {},
  events: [],
  ...wish,
});
const moved = (from: OwnData, to: OwnData) =>
  mergeData(
    to,
    portableOf(from, () => false, {}, 5),
  );

test('what was written is read again, and nothing else', () => {
  const portable = portableOf(own({ feeds: [aFeed({})] }), () => false, {}, 5);
  expect(readPortable(JSON.stringify(portable))).toEqual(portable);
  expect(readPortable(JSON.stringify({ ...portable, version: 3 }))).toBeNull();
  expect(readPortable('{')).toBeNull();
});

test('an export of version 1, with one address string a feed, is read', () => {
  const rest = { followed: 'all', color: 0 };
  const feeds = [
    { id: 'a', kind: 'ics', name: 'A', address: 'https://example.org/a.ics', ...rest },
    { id: 'p', kind: 'markdown', name: 'P', address: '/pasted/0123456789abcdef.txt', ...rest },
  ];
  const present = portableOf(own(), () => false, { p: 'We meet on Mondays.' }, 5);
  const portable = readPortable(JSON.stringify({ ...present, version: 1, feeds }));
  if (portable === null) throw new Error('It was not read');
  const { data, texts } = mergeData(own(), portable);
  expect(data.feeds.map(({ source }) => source)).toEqual([
    { kind: 'web', url: 'https://example.org/a.ics' },
    { kind: 'pasted', id: '0123456789abcdef' },
  ]);
  expect(texts).toEqual([{ id: '0123456789abcdef', text: 'We meet on Mondays.' }]);
});

test('a feed that both have keeps its address here, and what either followed is followed', () => {
  const { data, summary } = moved(
    own({
      feeds: [
        aFeed({ source: { kind: 'web', url: 'https://elsewhere.example/a.ics' }, followed: ['x', 'y'] }),
      ],
    }),
    own({ feeds: [aFeed({ followed: ['w', 'x'] })] }),
  );
  expect(data.feeds).toEqual([aFeed({ followed: ['w', 'x', 'y'] })]);
  expect(summary).toMatchObject({ newFeeds: [], knownFeeds: ['A'] });
});

test('a file of the other computer is only named, and an import that names one is not followed', () => {
  const local = aFeed({ id: 'l', name: 'Local', source: { kind: 'file', path: '/home/ada/local.ics' } });
  expect(portableOf(own({ feeds: [local] }), () => false, {}, 5)).toMatchObject({
    feeds: [],
    addAgain: ['Local'],
  });
  const portable = portableOf(own(), () => false, {}, 5);
  expect(mergeData(own(), { ...portable, feeds: [local] }).data.feeds).toEqual([]);
});

test('of each series the side that answered last counts, with all of its answers', () => {
  const week = (uid: string, date: string, at: number) => ({ feedId: 'f', uid, date, source: 'you', at });
  const { data, summary } = moved(
    own({ facts: { weeks: [week('older', '2026-11-03', 1), week('newer', '2026-11-10', 9)] } }),
    own({ facts: { weeks: [week('older', '2026-11-24', 5), week('newer', '2026-11-17', 5)] } }),
  );
  expect(data.facts).toEqual({ weeks: [week('older', '2026-11-24', 5), week('newer', '2026-11-10', 9)] });
  expect(summary.answers).toBe(1);
});

test('two sources are one question, whichever of them is believed', () => {
  const [a, b] = [
    { feedId: 'a', uid: '1' },
    { feedId: 'b', uid: '1' },
  ];
  const { data } = moved(
    own({ facts: { sources: [{ use: b, over: a, at: 9 }] } }),
    own({ facts: { sources: [{ use: a, over: b, at: 5 }] } }),
  );
  expect(data.facts).toEqual({ sources: [{ use: b, over: a, at: 9 }] });
});

test('what was announced on either is known, each once, in order', () => {
  const shown = (at: number) => ({ at, kind: 'shown' as const, key: 'before-10|a|5' });
  const { data, summary } = moved(
    own({ events: [shown(1), shown(3)] }),
    own({ events: [shown(2), shown(3)] }),
  );
  expect(data.events.map(({ at }) => at)).toEqual([1, 2, 3]);
  expect(summary.events).toBe(1);
});

test('settings come along, but not the folders of the other computer', () => {
  const theirs = { ...defaultSettings, theme: 'dark' as const, notesFolder: '/home/ada/notes' };
  const { data, summary } = moved(own({ settings: theirs }), own());
  expect(data.settings).toMatchObject({ theme: 'dark', notesFolder: null });
  expect(summary.settings).toEqual(['theme']);
});
