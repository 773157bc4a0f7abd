import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaRange, type AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import {
  agendaUpdate,
  applyUpdate,
  asNews,
  MOST_AT_ONCE,
  partOf,
  updateBetween,
} from '#core/agenda/agendaUpdate.ts';
import { startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, HOUR } from '#base';
import { anOccurrence } from '#test/builders/anOccurrence.ts';

const from = Date.parse('2026-11-20T00:00:00Z');

const agendaOf = (revision: number, occurrences: readonly Occurrence[], zone = 'UTC'): AgendaSnapshot => ({
  revision,
  zone,
  window: { from, to: from + 35 * DAY },
  occurrences,
});

const meeting = (uid: string, hour: number, title = uid): Occurrence =>
  anOccurrence({
    uid,
    title,
    originalStart: '2026-11-20T00:00:00.000Z',
    start: new Date(from + hour * HOUR).toISOString(),
  });

const [first, second, third, fourth, fifth] = [
  meeting('m1', 1),
  meeting('m2', 2),
  meeting('m3', 3),
  meeting('m4', 4),
  meeting('m5', 5),
] as const;
const five = [first, second, third, fourth, fifth];

test('an update carries what is new, what changed and what is gone, and nothing else', () => {
  const moved = meeting('m2', 6);
  const fresh = meeting('m0', 0);
  const after = agendaOf(2, [fresh, first, third, fourth, moved]);
  const update = updateBetween(agendaOf(1, five), after);
  expect(update).toEqual({
    kind: 'changes',
    since: 1,
    revision: 2,
    window: after.window,
    added: [fresh],
    changed: [moved],
    removed: [fifth.key],
  });
  const before = agendaOf(1, [first, second, third, fourth, fifth]);
  const applied = applyUpdate(before, update);
  expect(applied).toEqual(after);
  expect(applied?.occurrences[1]).toBe(first);
});

test('an update that does not follow the known revision is not applied', () => {
  const update = updateBetween(agendaOf(1, five), agendaOf(2, five.slice(1)));
  expect(applyUpdate(agendaOf(3, five), update)).toBeNull();
  expect(applyUpdate(null, update)).toBeNull();
});

test('the first agenda and one for another zone are sent in full', () => {
  const after = agendaOf(2, five, 'Europe/Berlin');
  expect(updateBetween(agendaOf(0, []), after)).toEqual({ kind: 'all', agenda: after });
  expect(updateBetween(agendaOf(1, five), after)).toEqual({ kind: 'all', agenda: after });
  expect(applyUpdate(null, { kind: 'all', agenda: after })).toBe(after);
});

test('an agenda of which more than half is new is sent as changes while some of it stays, in full when hardly any does', () => {
  const before = agendaOf(1, [first, second]);
  expect(updateBetween(before, agendaOf(2, five))).toMatchObject({
    kind: 'changes',
    added: [third, fourth, fifth],
    changed: [],
    removed: [],
  });
  const after = agendaOf(2, [third, fourth, fifth]);
  expect(updateBetween(before, after)).toEqual({ kind: 'all', agenda: after });
});

test('an update of more meetings than one message has is only announced', () => {
  const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, hour) => meeting(`m${hour}`, hour));
  const [before, after] = [agendaOf(1, [first]), agendaOf(2, many)];
  expect(asNews(updateBetween(before, after))).toEqual({ kind: 'renewed', revision: 2 });
  expect(applyUpdate(before, { kind: 'renewed', revision: 2 })).toBeNull();
  const fitting = updateBetween(before, agendaOf(2, many.slice(1)));
  expect(asNews(fitting)).toBe(fitting);
  expect(partOf(after, 0)).toEqual({ ...after, occurrences: many.slice(0, -1), total: many.length });
  expect(partOf(after, MOST_AT_ONCE).occurrences).toEqual(many.slice(-1));
});

test('for any two agendas, applying their update gives the second', () => {
  const timed = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), fc.nat(30), fc.constantFrom('x', 'y'))
    .map(([uid, hour, title]) => meeting(uid, hour, title));
  const wholeDay = fc
    .constantFrom('2026-11-20', '2026-11-21')
    .map((date) => anOccurrence({ uid: date, allDay: [date, '2026-11-22'] }));
  const list = fc
    .uniqueArray(fc.oneof(timed, wholeDay), { selector: ({ key }) => key })
    .map((all) => all.toSorted((one, other) => startOf(one, 'UTC') - startOf(other, 'UTC')));
  fc.assert(
    fc.property(list, list, (one, other) => {
      const [before, after] = [agendaOf(1, one), agendaOf(2, other)];
      const update = agendaUpdate.parse(structuredClone(updateBetween(before, after)));
      expect(applyUpdate(before, update)).toEqual(after);
    }),
  );
});

test.each([
  ['a year', from, from + 366 * DAY, true],
  ['more than 400 days', from, from + 401 * DAY, false],
  ['no time at all', from, from, false],
  ['backwards', from, from - DAY, false],
  ['before 1970', -DAY, DAY, false],
])('a range of %s', (_name, start, end, isAccepted) => {
  expect(agendaRange.safeParse({ from: start, to: end }).success).toBe(isAccepted);
});
