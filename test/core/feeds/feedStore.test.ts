import { expect, test } from 'vitest';
import { createFeedStore, type FeedStoreReply } from '#core/feeds/feedStore.ts';
import { DAY, HOUR } from '#base';
import { aCalendar } from '../../builders/aCalendar.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const window = { from: now - DAY, to: now + 35 * DAY };
const source = { kind: 'file', path: '/a' } as const;
const feed = { id: 'a', name: 'A', source, format: 'ics', followed: 'all', color: 0 } as const;

/** Consecutive meetings of ten minutes. */
function storeWith(count: number, firstStart: number) {
  const store = createFeedStore((bytes) => String(bytes.byteLength), {
    cpu: () => 0,
    working: () => undefined,
  });
  const events = Array.from({ length: count }, (_, index) => ({
    uid: `uid-${index}`,
    start: new Date(firstStart + index * 600_000).toISOString(),
    minutes: 10,
  }));
  const bytes = new TextEncoder().encode(aCalendar(events));
  const outcome = store.read({ format: 'ics', bytes, charset: null, known: [], now: 0 });
  if (outcome.kind === 'known') throw new Error('It was not read');
  return { store, bytes, digest: outcome.digest };
}

test('bytes with a known hash are not read again', () => {
  const { store, bytes, digest } = storeWith(3, now);
  const again = store.read({ format: 'ics', bytes, charset: null, known: ['other', digest.hash], now: 0 });
  expect(again).toEqual({ kind: 'known', hash: digest.hash });
});

test('an unchanged agenda is reported as the same, also for another window', () => {
  const { store, digest } = storeWith(3, now);
  const sources = [{ feed, handle: digest.handle }];
  expect(store.agenda(sources, window, 'UTC', now)).toMatchObject({ kind: 'built' });
  expect(store.agenda(sources, window, 'UTC', now)).toEqual({ kind: 'same', heavy: [] });
  const later = { from: window.from + HOUR, to: window.to + HOUR };
  expect(store.agenda(sources, later, 'UTC', now + HOUR)).toEqual({ kind: 'same', heavy: [] });
  const renamed = [{ feed: { ...feed, name: 'B' }, handle: digest.handle }];
  expect(store.agenda(renamed, later, 'UTC', now)).toMatchObject({ kind: 'built' });
  expect(store.agenda([], later, 'UTC', now)).toMatchObject({ kind: 'built', occurrences: [] });
});

const built = (answer: FeedStoreReply) => {
  if (answer.kind === 'same') throw new Error('It is new');
  return answer;
};

test('above the limit the next meetings stay, with a problem', () => {
  const { store, digest } = storeWith(3_000, now - 20 * HOUR);
  const answer = built(store.agenda([{ feed, handle: digest.handle }], window, 'UTC', now));
  expect(answer.occurrences).toHaveLength(2_000);
  expect(answer.occurrences[0]?.time.start).toBe(now - 20 * HOUR + 120 * 600_000);
  expect(answer.problems).toMatchObject([
    {
      code: 'agenda/tooMany',
      title: expect.stringContaining('“A”'),
      detail: expect.stringContaining('4 December 2026'),
    },
  ]);
});

test('above the limit the oldest past meetings are dropped first', () => {
  const { store, digest } = storeWith(2_050, now - 20 * HOUR);
  const answer = built(store.agenda([{ feed, handle: digest.handle }], window, 'UTC', now));
  expect(answer.occurrences).toHaveLength(2_000);
  expect(answer.occurrences[0]?.time.start).toBe(now - 70 * 600_000);
  expect(answer.problems).toEqual([]);
});
