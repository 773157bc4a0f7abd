import { expect, test } from 'vitest';
import { findSeriesChanges } from '#core/feeds/findSeriesChanges.ts';
import { findJoinLinks } from '#meeting-links';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const now = at('2026-11-20T09:00:00Z');
const until = at('2026-12-20T09:00:00Z');
const room = (id: string) => findJoinLinks([{ source: 'url', text: `https://zoom.us/j/${id}` }]);
const usualRoom = room('91111111111');

/** A date of a weekly series. */
const weekly = (day: string, { hour = '15', uid = 's', title = 'Weekly', joinLinks = usualRoom } = {}) => {
  const start = `${day}T${hour}:00:00.000Z`;
  return anOccurrence({ feedId: 'f', uid, title, start, isRecurring: true, joinLinks });
};
const series = (wish = {}) => ['2026-11-24', '2026-12-01', '2026-12-08'].map((day) => weekly(day, wish));
const found = (before: ReturnType<typeof series>, after: ReturnType<typeof series>) =>
  findSeriesChanges(before, after, now, until).map((one) => [one.what, one.start, one.before, one.after]);

test('a series that moves as a whole is one change, at its first date', () => {
  expect(found(series(), series({ hour: '16' }))).toEqual([
    ['moved', '2026-11-24T16:00:00.000Z', '2026-11-24T15:00:00.000Z', '2026-11-24T16:00:00.000Z'],
  ]);
});

test('a missing date is cancelled, and its neighbours are not mistaken for it', () => {
  expect(found(series(), [weekly('2026-11-24'), weekly('2026-12-08')])).toEqual([
    ['cancelled', '2026-12-01T15:00:00.000Z', '2026-12-01T15:00:00.000Z', null],
  ]);
});

test('a new room and a new title have the old and the new value', () => {
  expect(found(series(), series({ joinLinks: room('92222222222'), title: 'Sync' }))).toEqual([
    ['renamed', '2026-11-24T15:00:00.000Z', 'Weekly', 'Sync'],
    ['room', '2026-11-24T15:00:00.000Z', 'Zoom 91111111111', 'Zoom 92222222222'],
  ]);
});

test('a new passcode is a change that does not say it, beside the link or in it; a missing one is new, too', () => {
  const withCode = (text: string) => findJoinLinks([{ source: 'description', text }]);
  const [old, next, inLink, otherInLink] = [
    'https://zoom.us/j/91111111111 Passcode: 123456',
    'https://zoom.us/j/91111111111 Passcode: 654321',
    'https://zoom.us/j/91111111111?pwd=aaaa',
    'https://zoom.us/j/91111111111?pwd=bbbb',
  ].map(withCode);
  const changed = [['passcode', '2026-11-24T15:00:00.000Z', null, null]];
  expect(found(series({ joinLinks: old }), series({ joinLinks: next }))).toEqual(changed);
  expect(found(series({ joinLinks: usualRoom }), series({ joinLinks: next }))).toEqual(changed);
  expect(found(series({ joinLinks: inLink }), series({ joinLinks: otherInLink }))).toEqual(changed);
  expect(found(series({ joinLinks: old }), series({ joinLinks: old }))).toEqual([]);
});

test('new UIDs, past dates and dates beyond the window are not changes', () => {
  expect(found(series(), series({ uid: 'other' }))).toEqual([]);
  expect(found([weekly('2026-11-17')], [])).toEqual([]);
  expect(found([weekly('2026-12-29')], [])).toEqual([]);
});
