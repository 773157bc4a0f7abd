import { expect, test } from 'vitest';
import { clockMeeting, type ClockWishes } from '#core/floatingClock/clockMeeting.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const first = anOccurrence({ title: 'First', start: '2026-11-20T12:00:00Z' });
const second = anOccurrence({ title: 'Second', start: '2026-11-20T12:30:00Z' });
const third = anOccurrence({ title: 'Third', start: '2026-11-20T15:00:00Z' });
const cancelled = anOccurrence({ title: 'Off', start: '2026-11-20T12:40:00Z', status: 'cancelled' });

const shownAt = (time: string, wishes: Partial<ClockWishes>): string | null =>
  clockMeeting([first, second, cancelled, third], at(`2026-11-20T${time}Z`), {
    chosen: [],
    dismissed: new Set(),
    isAutomatic: () => false,
    ...wishes,
  })?.title ?? null;

test('without a wish there is no clock', () => {
  expect(shownAt('12:10:00', {})).toBeNull();
});

test('the meeting that was asked for last goes first, until ten minutes after its end', () => {
  const chosen = [third.key, first.key];
  expect(shownAt('12:10:00', { chosen })).toBe('Third');
  expect(shownAt('16:09:59', { chosen })).toBe('Third');
  expect(shownAt('16:10:00', { chosen })).toBeNull();
  expect(shownAt('12:10:00', { chosen: [first.key] })).toBe('First');
  expect(shownAt('12:45:00', { chosen: [cancelled.key] })).toBeNull();
});

test('of the joined meetings the one counts that is on and started last', () => {
  const joined: Partial<ClockWishes> = { isAutomatic: ({ title }) => title !== 'Third' };
  expect(shownAt('12:10:00', joined)).toBe('First');
  expect(shownAt('12:45:00', joined)).toBe('Second');
  expect(shownAt('12:45:00', { ...joined, dismissed: new Set([second.key]) })).toBe('First');
  expect(shownAt('13:35:00', joined)).toBe('Second');
  expect(shownAt('13:40:00', joined)).toBeNull();
});
