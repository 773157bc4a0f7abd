import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noticeKey, planReminders } from '../../../src/shared/reminders/planReminders.ts';
import { historyOf, type ReminderEvent } from '../../../src/shared/reminders/reminderHistory.ts';
import { MINUTE } from '../../../src/shared/time.ts';
import type { Occurrence } from '../../../src/shared/calendar/occurrence.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const rules = { leadMinutes: 10 };
const noon = anOccurrence({ title: 'Noon', start: '2026-11-20T12:00:00Z', minutes: 60 });
const keyOf = (occurrence: Occurrence): string =>
  noticeKey(occurrence.key, occurrence.time.kind === 'timed' ? occurrence.time.start : Number.NaN);
const history = (...events: [ReminderEvent['kind'], Occurrence][]) =>
  historyOf(events.map(([kind, occurrence]) => ({ at: 0, kind, key: keyOf(occurrence) })));
const nothing = history();

test('a reminder waits until its lead time before the start', () => {
  const plan = planReminders([noon], rules, nothing, at('2026-11-20T11:49:59.999Z'));
  expect(plan.due).toEqual([]);
  expect(plan.upcoming).toEqual([
    {
      key: keyOf(noon),
      occurrenceKey: noon.key,
      title: 'Noon',
      at: at('2026-11-20T11:50:00Z'),
      kind: 'notice',
    },
  ]);
});

test('it is due on the very millisecond', () => {
  const plan = planReminders([noon], rules, nothing, at('2026-11-20T11:50:00Z'));
  expect(plan.due.map((one) => one.title)).toEqual(['Noon']);
  expect(plan.upcoming).toEqual([]);
});

test('a reminder whose time was slept through is due as long as the meeting runs', () => {
  expect(planReminders([noon], rules, nothing, at('2026-11-20T12:59:59Z')).due).toHaveLength(1);
});

test('a meeting that is over is missed, once, and only if its reminder was planned', () => {
  const over = at('2026-11-20T13:00:00Z');
  expect(planReminders([noon], rules, nothing, over)).toEqual({
    due: [],
    upcoming: [],
    missed: [],
    withdrawn: [],
  });
  const planned = planReminders([noon], rules, history(['planned', noon]), over);
  expect(planned.missed.map((one) => one.title)).toEqual(['Noon']);
  expect(planReminders([noon], rules, history(['planned', noon], ['missed', noon]), over).missed).toEqual([]);
});

test('cancelled, all-day and week-unknown meetings are not reminded', () => {
  const occurrences = [
    anOccurrence({ title: 'Cancelled', status: 'cancelled' }),
    anOccurrence({ title: 'All day', allDay: ['2026-11-20', '2026-11-21'] }),
    anOccurrence({ title: 'Perhaps', isWeekUnknown: true }),
  ];
  const plan = planReminders(occurrences, rules, nothing, at('2026-11-20T12:00:00Z'));
  expect(plan).toEqual({ due: [], upcoming: [], missed: [], withdrawn: [] });
});

test('a tentative meeting is reminded', () => {
  const tentative = anOccurrence({ status: 'tentative' });
  expect(planReminders([tentative], rules, nothing, at('2026-11-20T12:00:00Z')).due).toHaveLength(1);
});

test('a meeting without length is reminded although it is over at its start', () => {
  const moment = anOccurrence({ minutes: 0 });
  expect(planReminders([moment], { leadMinutes: 0 }, nothing, at('2026-11-20T12:00:00Z')).due).toHaveLength(
    1,
  );
});

test('what was raised, shown, joined, acknowledged or failed is not raised again', () => {
  for (const kind of ['raised', 'shown', 'joined', 'acknowledged', 'failed', 'missed'] as const)
    expect(planReminders([noon], rules, history([kind, noon]), at('2026-11-20T12:00:00Z')).due).toEqual([]);
});

test('another lead time does not raise again what was raised', () => {
  const plan = planReminders(
    [noon],
    { leadMinutes: 5 },
    history(['raised', noon]),
    at('2026-11-20T11:56:00Z'),
  );
  expect([...plan.due, ...plan.upcoming]).toEqual([]);
});

test('a meeting that is moved after its reminder gets a new one and loses the old', () => {
  const moved = {
    ...noon,
    time: { kind: 'timed' as const, start: at('2026-11-20T13:00:00Z'), end: at('2026-11-20T14:00:00Z') },
  };
  const plan = planReminders([moved], rules, history(['shown', noon]), at('2026-11-20T11:55:00Z'));
  expect(plan.withdrawn).toEqual([keyOf(noon)]);
  expect(plan.upcoming.map((one) => one.at)).toEqual([at('2026-11-20T12:50:00Z')]);
});

test('a cancelled meeting is withdrawn once; a meeting that began and left the list is not', () => {
  const cancelled = { ...noon, status: 'cancelled' as const };
  const before = at('2026-11-20T11:55:00Z');
  expect(planReminders([cancelled], rules, history(['raised', noon]), before).withdrawn).toEqual([
    keyOf(noon),
  ]);
  expect(planReminders([], rules, history(['raised', noon], ['withdrawn', noon]), before).withdrawn).toEqual(
    [],
  );
  expect(planReminders([], rules, history(['raised', noon]), at('2026-11-20T12:00:00Z')).withdrawn).toEqual(
    [],
  );
});

test('a meeting that comes back before its reminder was raised is reminded', () => {
  const known = history(['planned', noon], ['withdrawn', noon]);
  expect(planReminders([noon], rules, known, at('2026-11-20T11:50:00Z')).due).toHaveLength(1);
});

test('the earliest comes first', () => {
  const later = anOccurrence({ title: 'Later', start: '2026-11-20T15:00:00Z' });
  const plan = planReminders([later, noon], rules, nothing, at('2026-11-20T09:00:00Z'));
  expect(plan.upcoming.map((one) => one.title)).toEqual(['Noon', 'Later']);
});

/** What may happen between two looks at the plan. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 90 }) }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('refresh' as const) }),
  fc.record({ kind: fc.constant('lead' as const), minutes: fc.integer({ min: 0, max: 120 }) }),
  // Back as well: somebody sets the clock.
  fc.record({ kind: fc.constant('jump' as const), minutes: fc.integer({ min: -600, max: 600 }) }),
);

test('over any course of restarts, refreshes, changed rules and jumps nothing is raised twice, and nothing useful is left out', () => {
  const start = at('2026-11-20T08:00:00Z');
  const meetings = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 900 }), minutes: fc.integer({ min: 0, max: 120 }) }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(meetings, fc.array(step, { maxLength: 40 }), (wishes, steps) => {
      const occurrences = wishes.map(({ after, minutes }, index) =>
        anOccurrence({ uid: `m${index}`, start: new Date(start + after * MINUTE).toISOString(), minutes }),
      );
      const ledger: ReminderEvent[] = [];
      const raised: string[] = [];
      let now = start;
      let leadMinutes = 10;
      const look = (): void => {
        // Each look starts from what is on disk: a restart may be anywhere.
        const plan = planReminders(occurrences, { leadMinutes }, historyOf(ledger), now);
        for (const { key } of plan.due) {
          ledger.push({ at: now, kind: 'raised', key });
          raised.push(key);
        }
        for (const { key } of plan.upcoming) ledger.push({ at: now, kind: 'planned', key });
        for (const { key } of plan.missed) ledger.push({ at: now, kind: 'missed', key });
        expect(plan.withdrawn).toEqual([]);
        for (const occurrence of occurrences) {
          if (occurrence.time.kind !== 'timed') continue;
          const isUseful = occurrence.time.start - leadMinutes * MINUTE <= now && now < occurrence.time.end;
          const settled = historyOf(ledger).get(keyOf(occurrence))?.isSettled;
          expect(!isUseful || settled).toBe(true);
        }
      };
      look();
      for (const one of steps) {
        if (one.kind === 'pass') {
          // Time passes in small steps while the app runs.
          for (let minute = 0; minute < one.minutes; minute += 1) {
            now += MINUTE;
            look();
          }
        } else if (one.kind === 'jump') now += one.minutes * MINUTE;
        else if (one.kind === 'lead') leadMinutes = one.minutes;
        look();
      }
      expect(new Set(raised).size).toBe(raised.length);
    }),
    { numRuns: 200 },
  );
});
