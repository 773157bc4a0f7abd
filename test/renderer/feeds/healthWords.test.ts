import { expect, test } from 'vitest';
import { ageWords, failingCount, freshness, syncState, troubleWords } from '#renderer/feeds/healthWords.ts';
import type { FeedHealth, FeedStatus } from '#core/feeds/feed.ts';
import { DAY, HOUR, MINUTE } from '#base';

const now = Date.parse('2026-11-20T12:00:00Z');

const health = (wish: Partial<FeedHealth>): FeedHealth => ({
  state: 'fresh',
  lastSuccess: now - 2 * MINUTE,
  nextTry: now + 28 * MINUTE,
  failure: null,
  problems: [],
  seriesCount: 3,
  asOf: null,
  doubt: null,
  ...wish,
});

const aFeed = (wish: Partial<FeedHealth> = {}, address = 'https://example.org/a.ics'): FeedStatus => ({
  feed: {
    id: address,
    name: 'A feed',
    source: address.startsWith('/') ? { kind: 'file', path: address } : { kind: 'web', url: address },
    format: 'ics',
    followed: 'all',
    color: 0,
  },
  maskedAddress: address,
  health: health(wish),
});

const failing = (code: string, lastSuccess: number | null = now - 3 * HOUR): Partial<FeedHealth> => ({
  state: 'failing',
  lastSuccess,
  failure: { code, title: 'No', detail: '' },
});

const builtIn = (wish: Partial<FeedHealth>): FeedStatus => ({
  ...aFeed(wish),
  feed: { ...aFeed().feed, format: 'catalogue', source: { kind: 'builtIn', id: 'kubernetes' } },
});

const threeYearsOld: Partial<FeedHealth> = { lastSuccess: null, asOf: '2023-09-29' };

test.each([
  [aFeed(), '2 min ago', 'good'],
  [aFeed({ lastSuccess: now - 5 * DAY }), '5 days ago', 'old'],
  [aFeed({ state: 'syncing' }), 'Updating…', 'busy'],
  [aFeed({ state: 'never', lastSuccess: null }), 'Not read yet', 'old'],
  [aFeed(failing('feed/refused')), 'Cannot be updated', 'bad'],
  [aFeed({ ...failing('feed/refused', null), seriesCount: null }), 'Cannot be read', 'bad'],
  [aFeed({ state: 'stale', lastSuccess: now - 3 * HOUR }), 'Offline, copy of 3 h ago', 'old'],
  [aFeed({}, '/home/ada/a.ics'), 'when it changes', 'good'],
  [builtIn(threeYearsOld), 'Built in, of 29 Sept 2023', 'old'],
  [builtIn({ lastSuccess: null, asOf: '2026-11-01' }), 'Built in, of 1 Nov 2026', 'good'],
  [builtIn({ lastSuccess: now - 2 * HOUR }), 'From the network 2 h ago', 'good'],
  [builtIn({ ...threeYearsOld, ...failing('feed/serverTrouble', null) }), 'Built in, of 29 Sept 2023', 'old'],
])('the age of %o reads “%s”, and is %s', (status, words, tone) => {
  expect(ageWords(status, now, 'en-GB')).toBe(words);
  expect(freshness(status, now)).toBe(tone);
});

test('a failing calendar says what of it is shown, and when it is tried again', () => {
  expect(troubleWords(health(failing('feed/refused')), now)).toBe(
    'Its meetings are shown as they were 3 h ago. Next try in 28 min.',
  );
  expect(troubleWords(health({ ...failing('feed/refused', null), nextTry: null }), now)).toBe(
    'None of its meetings are known.',
  );
  expect(troubleWords(health({ ...failing('feed/refused'), seriesCount: null }), now)).toContain('None of');
});

test('without network feeds the state is local', () => {
  expect(syncState([aFeed({}, '/home/ada/a.ics')], now).kind).toBe('local');
});

test('the corner shows the latest success, and marks failing feeds', () => {
  const feeds = [aFeed(), aFeed(failing('feed/refused'), 'https://example.org/b.ics')];
  expect(syncState(feeds, now)).toEqual({ kind: 'partly', words: 'Updated 2 min ago' });
  expect(failingCount(feeds)).toBe(1);
});

test('when no server is reachable, the corner says offline and the age of the copy', () => {
  const feeds = [aFeed(failing('feed/unreachable')), aFeed({}, '/home/ada/a.ics')];
  expect(syncState(feeds, now)).toEqual({ kind: 'offline', words: 'Offline · copy from 3 h ago' });
  expect(syncState([aFeed(failing('feed/unreachable', null))], now).words).toBe('Offline');
});

test('a refused feed does not count as offline', () => {
  expect(syncState([aFeed(failing('feed/refused'))], now).words).toBe('Cannot update · copy from 3 h ago');
});
