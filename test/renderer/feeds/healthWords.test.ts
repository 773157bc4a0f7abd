import { expect, test } from 'vitest';
import { catalogueWords, failingCount, healthWords, syncState } from '#renderer/feeds/healthWords.ts';
import type { FeedHealth, FeedStatus } from '#core/feeds/feed.ts';
import { HOUR, MINUTE } from '#base';

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

test.each([
  [{}, 'Up to date · updated 2 min ago · next update in 28 min'],
  [{ state: 'syncing' }, 'Updating now…'],
  [{ state: 'never', lastSuccess: null, nextTry: now }, 'Not read yet · next try soon'],
  [
    { state: 'failing', lastSuccess: now - 3 * HOUR },
    'Cannot be updated, shown as it was 3 h ago · next try in 28 min',
  ],
  [{ state: 'failing', lastSuccess: null, nextTry: null }, 'Cannot be updated'],
  [{ state: 'failing', lastSuccess: null, nextTry: null, seriesCount: null }, 'Cannot be read'],
] satisfies [Partial<FeedHealth>, string][])('the health %j reads “%s”', (wish, words) => {
  expect(healthWords(health(wish), now)).toBe(words);
});

test.each([
  [{ lastSuccess: null, asOf: '2023-09-29' }, 'Built in, of <2023-09-29>'],
  [{ lastSuccess: now - 2 * HOUR }, 'From the network 2 h ago'],
  [
    { lastSuccess: null, asOf: '2023-09-29', failure: { code: 'feed/unreachable', title: '', detail: '' } },
    'Built in, of <2023-09-29> · no newer copy could be fetched · next try in 28 min',
  ],
] satisfies [Partial<FeedHealth>, string][])('a catalogue with the health %j reads “%s”', (wish, words) => {
  expect(catalogueWords(health(wish), now, (date) => `<${date}>`)).toBe(words);
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
