import { expect, test } from 'vitest';
import { joinNext } from '#core/join/joinNext.ts';
import { anOccurrence, at, type OccurrenceWish } from '../../builders/anOccurrence.ts';

const room = {
  service: 'zoom',
  serviceName: 'Zoom',
  url: 'https://zoom.us/j/1',
  nativeUrl: null,
  meetingId: '1',
  passcode: null,
  source: 'url',
} as const;
const withRoom = (title: string, time: string, wish: OccurrenceWish = {}) =>
  anOccurrence({ title, uid: title, start: `2026-11-20T${time}:00Z`, joinLinks: [room], ...wish });
const picked = (time: string, out: readonly string[], ...occurrences: ReturnType<typeof withRoom>[]) =>
  joinNext(occurrences, at(`2026-11-20T${time}:00Z`), ({ title }) => out.includes(title)).map(
    ({ title }) => title,
  );

test('of what runs, the meeting that began last', () => {
  const all = [withRoom('First', '12:00'), withRoom('Second', '12:30'), withRoom('Third', '12:50')];
  expect(picked('12:45', [], ...all)).toEqual(['Second']);
});

test('what was joined or skipped already is not meant', () => {
  const all = [withRoom('First', '12:00'), withRoom('Second', '12:30')];
  expect(picked('12:45', ['Second'], ...all)).toEqual(['First']);
});

test('while nothing runs, the next within a quarter of an hour', () => {
  const next = withRoom('Next', '12:00');
  expect(picked('11:45', [], next, withRoom('Later', '12:05'))).toEqual(['Next']);
  expect(picked('11:44', [], next)).toEqual([]);
});

test('two that begin at once are both offered', () => {
  expect(picked('12:05', [], withRoom('A', '12:00'), withRoom('B', '12:00'))).toEqual(['A', 'B']);
});

test('lunch has no room, and what is cancelled or uncertain never wins', () => {
  const lunch = withRoom('Lunch', '12:20', { joinLinks: [] });
  const cancelled = withRoom('Cancelled', '12:20', { status: 'cancelled' });
  const perhaps = withRoom('Perhaps', '12:20', { isWeekUnknown: true });
  expect(picked('12:30', [], withRoom('Real', '12:00'), lunch, cancelled, perhaps)).toEqual(['Real']);
  // Where nothing else is near, it is the one that is meant.
  expect(picked('12:30', [], lunch, cancelled, perhaps)).toEqual(['Perhaps']);
});

test('whoever comes late to a long meeting is offered it, not the short ones that were over before', () => {
  const all = [
    withRoom('Long', '10:00', { minutes: 240 }),
    withRoom('Short', '11:00', { minutes: 30 }),
    withRoom('No length', '12:00', { minutes: 0 }),
    withRoom('Tomorrow', '23:00'),
  ];
  expect(picked('12:00', [], ...all)).toEqual(['Long']);
  expect(picked('12:00', ['Long'], ...all)).toEqual([]);
});
