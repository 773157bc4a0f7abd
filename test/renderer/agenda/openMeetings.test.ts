import { expect, test } from 'vitest';
import { askedMeetings } from '#renderer/agenda/openMeetings.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

/** A date of a meeting every other Tuesday, with an unknown week until it is settled. */
const aTuesday = (title: string, start: string, isSettled = false): Occurrence =>
  anOccurrence({
    title,
    start,
    isWeekUnknown: !isSettled,
    week: {
      feedId: 'feed',
      uid: title,
      readings: [],
      left: [],
      saidAt: null,
      settled: isSettled ? { date: '2026-12-01', feedName: null, turnTitle: null, at: 0 } : null,
    },
  });

test('an answer that moves the next date by a week keeps the meeting’s place in the list', () => {
  const [today, nextWeek] = ['2026-11-24', '2026-12-01'];
  const titles = (all: readonly Occurrence[]): string[] =>
    askedMeetings(all, at(`${today}T10:00:00Z`), 'Europe/Berlin').map(({ occurrence }) => occurrence.title);
  const late = ['Middle', 'Last'].map((title, hour) => aTuesday(title, `${today}T1${6 + hour}:00:00Z`));
  expect(titles([aTuesday('First', `${today}T15:00:00Z`), ...late])).toEqual(['First', 'Middle', 'Last']);
  expect(titles([...late, aTuesday('First', `${nextWeek}T15:00:00Z`, true)])).toEqual([
    'First',
    'Middle',
    'Last',
  ]);
});
