import { meetingIdOf, readMeetingId, reminderKey } from '#core/keys.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { roomHash } from '#core/reminders/reminder.ts';
import { indexHistory, meetingsOf, plansOfFormerKeys } from '#core/reminders/duplicateMeetings.ts';
import { historyOf } from '#core/reminders/reminderHistory.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';

const roomAt = (number: number) =>
  ({
    service: 'zoom',
    serviceName: 'Zoom',
    url: `https://zoom.us/j/${number}`,
    nativeUrl: null,
    meetingId: `${number}`,
    passcode: null,
    source: 'url',
  }) as const;

/** One of several feeds, all of one start; room 0 is none. */
const anyOccurrence = fc
  .record({
    feedId: fc.constantFrom('a', 'b', 'c'),
    uid: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
    title: fc.constantFrom('Noon', ' noon', 'Planning', 'Planning ', 'Retro'),
    room: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ room, ...rest }) => anOccurrence({ ...rest, joinLinks: room === 0 ? [] : [roomAt(room)] }));

/** The rule itself: the same UID, the same room, or the same title and no other room. */
function areSame(one: Occurrence, other: Occurrence): boolean {
  const [mine, theirs] = [roomHash(one), roomHash(other)];
  if (one.uid === other.uid || (mine !== 0 && mine === theirs)) return true;
  const isTitleSame = one.title.trim().toLowerCase() === other.title.trim().toLowerCase();
  return isTitleSame && (mine === 0 || theirs === 0);
}

/** All that are the same as one, or as one of those, and so on. */
function everyTwin(one: Occurrence, all: readonly Occurrence[]): Set<Occurrence> {
  const found = new Set([one]);
  for (const member of found) for (const other of all) if (areSame(member, other)) found.add(other);
  return found;
}

const keys = (occurrences: Iterable<Occurrence>): string[] =>
  [...new Set([...occurrences].map(({ key }) => key))].sort();

test('of one start, those are one meeting that are the same as each other, also through a third', () => {
  const occurrences = fc.uniqueArray(anyOccurrence, { selector: ({ key }) => key, maxLength: 20 });
  fc.assert(
    fc.property(occurrences, (all) => {
      const meetings = meetingsOf(all);
      for (const { occurrence, id, ids } of meetings) {
        const twins = everyTwin(occurrence, all);
        expect(ids.map((one) => readMeetingId(one).occurrenceKey).sort()).toEqual(keys(twins));
        expect(ids[0]).toBe(id);
        expect([...twins].some((one) => one.joinLinks.length > occurrence.joinLinks.length)).toBe(false);
      }
      expect(meetings.flatMap(({ ids }) => ids)).toHaveLength(all.length);
    }),
  );
});

test('another start is another meeting', () => {
  const [noon, later] = [anOccurrence(), anOccurrence({ start: '2026-11-20T13:00:00Z', uid: 'later' })];
  expect(meetingsOf([noon, later]).map(({ occurrence }) => occurrence)).toEqual([noon, later]);
});

/** The plans that end when a meeting that was planned under another UID has these reminders under its present one. */
function endedPlans(present: readonly string[], former: readonly string[], isUnread = false): string[] {
  const [before, now] = [anOccurrence({ uid: 'before' }), anOccurrence({ uid: 'now' })];
  const planned = (one: Occurrence, slots: readonly string[]) =>
    slots.map((slot) => {
      const key = reminderKey(slot, meetingIdOf(one));
      return { at: 0, kind: 'planned', key, title: one.title } as const;
    });
  const history = historyOf([...planned(before, former), ...planned(now, present)]);
  const ended = plansOfFormerKeys(indexHistory(history, meetingsOf([now])), history, () => isUnread);
  expect(ended.every((key) => key.endsWith(meetingIdOf(before)))).toBe(true);
  return ended.map((key) => key.slice(0, key.indexOf('|')));
}

test('a plan under a former UID ends once the meeting has the same one under its present UID', () => {
  expect(endedPlans(['before-10'], ['before-10', 'before-1'])).toEqual(['before-10']);
  expect(endedPlans([], ['before-10'])).toEqual([]);
});

test('a plan of a calendar that is not read yet stays: the meeting will have that UID again', () => {
  expect(endedPlans(['before-10'], ['before-10'], true)).toEqual([]);
});
