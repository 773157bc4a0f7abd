import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeOccurrences } from '#core/agenda/mergeOccurrences.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { JoinLink } from '#meeting-links';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const zoom = (meetingId: string, passcode: string | null = null): JoinLink => ({
  service: 'zoom',
  serviceName: 'Zoom',
  url: `https://zoom.us/j/${meetingId}${passcode === null ? '' : `?pwd=${passcode}`}`,
  nativeUrl: null,
  meetingId,
  passcode,
  source: 'location',
});

const inFeed = (feedId: string, wish: Parameters<typeof anOccurrence>[0] = {}): Occurrence =>
  anOccurrence({ feedId, feedName: `Feed ${feedId}`, ...wish });

test('the same UID and start in two feeds is one meeting with both as its sources', () => {
  const [merged, ...others] = mergeOccurrences([inFeed('b', { uid: 'x' }), inFeed('a', { uid: 'x' })]);
  expect(others).toEqual([]);
  expect(merged?.sources.map(({ feedName }) => feedName)).toEqual(['Feed a', 'Feed b']);
  expect(merged?.key).toBe('a|x|2026-11-20T12:00:00.000Z');
});

test('the same start and room is one meeting, also with another passcode in the address', () => {
  const merged = mergeOccurrences([
    inFeed('a', { uid: 'x', title: 'kOps', joinLinks: [zoom('123')] }),
    inFeed('b', { uid: 'y', title: 'kOps Office Hours', joinLinks: [zoom('123', 'secret')] }),
  ]);
  expect(merged).toHaveLength(1);
  expect(merged[0]?.joinLinks).toEqual([zoom('123', 'secret')]);
});

test('another start, another room, or one feed: another meeting', () => {
  const apart = (...all: Occurrence[]) => expect(mergeOccurrences(all)).toHaveLength(all.length);
  apart(inFeed('a', { uid: 'x' }), inFeed('b', { uid: 'x', start: '2026-11-20T12:00:01Z' }));
  apart(inFeed('a', { uid: 'x', joinLinks: [zoom('1')] }), inFeed('b', { uid: 'y', joinLinks: [zoom('2')] }));
  apart(
    inFeed('a', { uid: 'x', title: 'Triage', joinLinks: [zoom('1')] }),
    inFeed('a', { uid: 'y', title: 'Backlog', joinLinks: [zoom('1')] }),
  );
  apart(inFeed('a', { uid: 'x', title: 'Same' }), inFeed('b', { uid: 'y', title: 'Same' }));
  apart(
    inFeed('a', { uid: 'x', allDay: ['2026-11-20', '2026-11-21'], joinLinks: [zoom('1')] }),
    inFeed('b', { uid: 'y', allDay: ['2026-11-20', '2026-11-21'], joinLinks: [zoom('1')] }),
  );
});

test('what one feed holds under two UIDs, alike in title, time and room, is one meeting that keeps both keys', () => {
  const copy = (uid: string, wish: Parameters<typeof anOccurrence>[0] = {}) =>
    inFeed('a', { uid, title: 'Standup', joinLinks: [zoom('1')], ...wish });
  const [merged, ...others] = mergeOccurrences([copy('y'), copy('x'), copy('z')]);
  expect(others).toEqual([]);
  expect(merged?.key).toBe('a|x|2026-11-20T12:00:00.000Z');
  expect(merged?.sources.map(({ key }) => key)).toContain('a|z|2026-11-20T12:00:00.000Z');
  expect(merged?.joinLinks).toEqual([zoom('1')]);
});

test('two of one feed stay apart when they differ in room, title, length or status, or name no room', () => {
  const one = (uid: string, wish: Parameters<typeof anOccurrence>[0] = {}) =>
    inFeed('a', { uid, title: 'Interview', joinLinks: [zoom('1')], ...wish });
  const apart = (wish: Parameters<typeof anOccurrence>[0]) =>
    expect(mergeOccurrences([one('x'), one('y', wish)])).toHaveLength(2);
  apart({ title: 'Other interview' });
  apart({ status: 'cancelled' });
  apart({ joinLinks: [zoom('2')] });
  apart({ minutes: 30 });
  expect(mergeOccurrences([one('x', { joinLinks: [] }), one('y', { joinLinks: [] })])).toHaveLength(2);
});

test('what one feed is sure of counts more than what another guesses or cancels', () => {
  const [merged] = mergeOccurrences([
    inFeed('a', { uid: 'x', isWeekUnknown: true, community: 'sig-release', communityName: 'SIG Release' }),
    inFeed('b', { uid: 'x' }),
    inFeed('c', { uid: 'x', status: 'cancelled' }),
  ]);
  expect(merged).toMatchObject({
    status: 'confirmed',
    isWeekUnknown: false,
    community: 'sig-release',
    doubts: [{ kind: 'cancelledElsewhere', feedName: 'Feed c' }],
  });
});

test('a meeting that all feeds cancel is cancelled', () => {
  const cancelled = (feed: string) => inFeed(feed, { uid: 'x', status: 'cancelled' });
  expect(mergeOccurrences([cancelled('a'), cancelled('b')])).toMatchObject([
    { status: 'cancelled', doubts: [] },
  ]);
});

const anyOccurrences = fc.uniqueArray(
  fc
    .record({
      feedId: fc.constantFrom('a', 'b', 'c'),
      uid: fc.constantFrom('x', 'y', 'z'),
      start: fc.constantFrom('2026-11-20T12:00:00Z', '2026-11-20T13:00:00Z'),
      originalStart: fc.constantFrom('2026-11-20T12:00:00.000Z', '2026-11-19T12:00:00.000Z'),
      room: fc.constantFrom(null, '1', '2'),
      status: fc.constantFrom('confirmed' as const, 'cancelled' as const),
    })
    .map(({ room, feedId, ...wish }) =>
      inFeed(feedId, {
        ...wish,
        title: `Meeting ${wish.uid} of ${wish.originalStart}`,
        joinLinks: room === null ? [] : [zoom(room)],
      }),
    ),
  { selector: ({ key }) => key, maxLength: 14 },
);

const byKey = (all: readonly Occurrence[]) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1));

test('every occurrence is a source of exactly one meeting, none is of another start or twice of one feed', () => {
  fc.assert(
    fc.property(anyOccurrences, (all) => {
      const merged = mergeOccurrences(all);
      expect(merged.flatMap(({ sources }) => sources.map(({ key }) => key)).toSorted()).toEqual(
        all.map(({ key }) => key).toSorted(),
      );
      for (const { key, time, sources } of merged) {
        expect(key).toBe(sources[0]?.key);
        expect(new Set(sources.map(({ feedId }) => feedId)).size).toBe(sources.length);
        for (const source of sources)
          expect(all.find((one) => one.key === source.key)?.time.start).toBe(time.start);
      }
    }),
  );
});

test('the order of the feeds changes nothing, and merging again changes nothing', () => {
  const shuffled = anyOccurrences.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      const merged = mergeOccurrences(all);
      expect(byKey(mergeOccurrences(other))).toEqual(byKey(merged));
      expect(byKey(mergeOccurrences(merged)).map(({ key }) => key)).toEqual(
        byKey(merged).map(({ key }) => key),
      );
    }),
  );
});

test('of feeds that name different rooms each room tells whose it is', () => {
  const held = (feedId: string, room: JoinLink): Occurrence =>
    anOccurrence({ feedId, feedName: feedId.toUpperCase(), uid: 'same', joinLinks: [room] });
  const [merged] = mergeOccurrences([held('a', zoom('970')), held('b', zoom('845'))]);
  expect(merged?.joinLinks.map(({ meetingId, feedNames }) => [meetingId, feedNames])).toEqual([
    ['970', ['A']],
    ['845', ['B']],
  ]);
  const [agreed] = mergeOccurrences([held('a', zoom('970')), held('b', zoom('970'))]);
  expect(agreed?.joinLinks).toEqual([zoom('970')]);
});
