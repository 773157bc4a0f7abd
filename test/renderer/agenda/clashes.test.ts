import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clashesOf } from '#renderer/agenda/clashes.ts';
import { startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { MINUTE } from '#base';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const noon = anOccurrence({ title: 'SIG Node', start: '2026-11-20T12:00:00Z', minutes: 60 });
const titles = (all: readonly Occurrence[], one: Occurrence): string[] =>
  (clashesOf(all, 'UTC').get(one.key) ?? []).map(({ title }) => title);

test('meetings that overlap clash with each other; back to back they do not', () => {
  const half = anOccurrence({ title: 'SIG Docs', start: '2026-11-20T12:30:00Z' });
  const after = anOccurrence({ title: 'kOps', start: '2026-11-20T13:30:00Z' });
  const all = [noon, half, after];
  expect(all.map((one) => titles(all, one))).toEqual([['SIG Docs'], ['SIG Node'], []]);
});

test.each([
  ['cancelled', { status: 'cancelled' }],
  ['only a candidate', { isWeekUnknown: true }],
  ['all day', { allDay: ['2026-11-20', '2026-11-21'] }],
  ['without length', { minutes: 0 }],
  ['a trip of days', { start: '2026-11-19T07:00:00Z', minutes: 58 * 60 }],
] as const)('one that is %s is in nobody’s way', (_, wish) => {
  const other = anOccurrence({ title: 'Other', ...wish });
  expect(titles([other, noon], noon)).toEqual([]);
});

test('one pass finds the same clashes as comparing all pairs', () => {
  const span = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 120 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const all = spans
        .map(([offset, minutes], index) =>
          anOccurrence({
            title: `${index}`,
            start: new Date(at('2026-11-20T08:00:00Z') + offset * MINUTE).toISOString(),
            minutes,
          }),
        )
        .toSorted((a, b) => startOf(a, 'UTC') - startOf(b, 'UTC'));
      for (const one of all) {
        const expected = all.filter(
          ({ key, time }) =>
            key !== one.key &&
            time.kind === 'timed' &&
            one.time.kind === 'timed' &&
            time.start < one.time.end &&
            time.end > one.time.start,
        );
        expect(new Set(titles(all, one))).toEqual(new Set(expected.map(({ title }) => title)));
      }
    }),
  );
});
