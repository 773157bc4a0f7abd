import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  feedOverrideKey,
  isSameSeries,
  meetingId,
  occurrenceKey,
  originalStartOf,
  overrideKey,
  readMeetingId,
  readOccurrenceKey,
  readReminderKey,
  readSlot,
  reminderKey,
  seriesKey,
  seriesKeyOf,
  seriesOfKey,
  withUidReplaced,
} from '#core/keys.ts';

const feedId = fc.string({ minLength: 1 }).filter((text) => !text.includes('|'));
/** A UID is any text; other programs write `|`, blanks and percent signs. */
const uid = fc.string({ unit: fc.constantFrom('a', '|', '%', '7', '-', ' ', '/', '@', 'é') });
const originalStart = fc.constantFrom('2026-11-20', '2026-11-20T17:00:00.000Z');
const start = fc.integer({ min: -8.64e15, max: 8.64e15 });
const slot = fc
  .tuple(fc.constantFrom('before', 'nag', 'snooze', 'room'), fc.nat())
  .map(([what, number]) => `${what}-${number}`);

test('keys return the parts they were made of, for any feed id, UID, start and slot', () => {
  fc.assert(
    fc.property(feedId, uid, originalStart, start, slot, (feed, id, original, present, name) => {
      const series = { feedId: feed, uid: id };
      const key = occurrenceKey(feed, id, original);
      expect(readOccurrenceKey(key)).toEqual({ ...series, originalStart: original });
      expect(originalStartOf(key)).toBe(original);
      expect(isSameSeries(seriesOfKey({ key }), series)).toBe(true);
      expect(seriesKeyOf(key)).toBe(seriesKey(series));
      const meeting = meetingId(key, present);
      expect(readMeetingId(meeting)).toEqual({ occurrenceKey: key, start: present });
      const reminder = readReminderKey(reminderKey(name, meeting));
      expect(reminder).toEqual({ slot: name, meeting, occurrenceKey: key, start: present });
      const { what, number } = readSlot(reminder.slot);
      expect(`${what}-${number}`).toBe(name);
    }),
  );
});

test('keys have the form in which notes, settings and the reminder ledger store them', () => {
  const key = occurrenceKey('team', 'uid@example.org', '2026-11-20T17:00:00.000Z');
  expect(key).toBe('team|uid@example.org|2026-11-20T17:00:00.000Z');
  expect(reminderKey('before-10', meetingId(key, 1_795_194_000_000))).toBe(
    'before-10|team|uid@example.org|2026-11-20T17:00:00.000Z|1795194000000',
  );
  const subject = { key, feedId: 'team', uid: 'uid@example.org' };
  expect(overrideKey('occurrence', subject)).toBe(`occurrence|${key}`);
  expect(overrideKey('series', subject)).toBe('series|team|uid@example.org');
  expect(overrideKey('feed', subject)).toBe(feedOverrideKey('team'));
  expect(feedOverrideKey('team')).toBe('feed|team');
});

test('the start of an all-day meeting is the first instant of its date in UTC', () => {
  const meeting = meetingId(occurrenceKey('team', 'day', '2026-11-20'), '2026-11-21');
  expect(readMeetingId(meeting).start).toBe(Date.parse('2026-11-21T00:00:00Z'));
});

test.each([
  ['team|old', 'team|new'],
  ['team|old|2026-11-20', 'team|new|2026-11-20'],
  ['before-10|team|old|2026-11-20|1', 'before-10|team|new|2026-11-20|1'],
  ['occurrence|team|old|2026-11-20', 'occurrence|team|new|2026-11-20'],
  ['series|team|old', 'series|team|new'],
  ['other|old|2026-11-20', 'other|old|2026-11-20'],
  ['feed|team', 'feed|team'],
  ['team', 'team'],
])('the UID of one feed is replaced in every kind of key: %s', (key, expected) => {
  expect(withUidReplaced(key, 'team', (id) => (id === 'old' ? 'new' : id))).toBe(expected);
});
