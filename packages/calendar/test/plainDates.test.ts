import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandSeries } from '../expandSeries.ts';
import { recurringSeries } from '../recurringSeries.ts';
import type { Override, Series } from '../series.ts';
import { agendaLine } from './agendaOf.ts';
import { runs } from '#test/effort.ts';

const DAY = 24 * 60 * 60 * 1000;

const weekdays = fc
  .uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 3 })
  .map((days) => `;BYDAY=${days.join(',')}`);
const numbered = fc.constantFrom('1MO', '2TU', '4SU', '5FR', '-1SA', '-5WE', '1MO,3MO');
const rhythm = fc.oneof(
  fc
    .tuple(fc.constantFrom('DAILY', 'WEEKLY'), fc.oneof(fc.constant(''), weekdays))
    .map((two) => two.join('')),
  numbered.map((days) => `MONTHLY;BYDAY=${days}`),
);
const rule = fc
  .record({
    rhythm,
    interval: fc.constantFrom('', ';INTERVAL=1', ';INTERVAL=2', ';INTERVAL=5'),
    weekStart: fc.constantFrom('', ';WKST=SU', ';WKST=TH'),
    hour: fc.constantFrom('', '', ';BYHOUR=3'),
    end: fc.constantFrom('', '', ';COUNT=1', ';COUNT=7', ';UNTIL=20260401', ';UNTIL=20260329T003000Z'),
  })
  .map((parts) => `FREQ=${parts.rhythm}${parts.interval}${parts.weekStart}${parts.hour}${parts.end}`);

/** Half past two does not exist, or is there twice, when the clocks change. */
const start = fc
  .tuple(fc.integer({ min: -60, max: 40 }), fc.constantFrom('02:30', '09:00', '23:45', '00:00'))
  .map(([day, time]) => `${dateText(Date.UTC(2026, 1, 1) + day * DAY)}T${time}`);
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata');

const dateText = (instant: number) => new Date(instant).toISOString().slice(0, 10);

test('dates found all at once are those found one by one', { tags: ['deep'] }, () => {
  const series = fc.record({
    rule,
    start,
    zone,
    durationMinutes: fc.constantFrom(0, 60, 3 * 24 * 60),
    left: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 3 }),
    moved: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }),
  });
  const window = fc.record({
    first: fc.integer({ min: -40, max: 90 }),
    days: fc.integer({ min: 0, max: 200 }),
  });
  fc.assert(
    fc.property(series, window, (drawn, { first, days }) => {
      const exdates = drawn.left.map((day) => {
        const [date = '', time = ''] = drawn.start.split('T');
        return `${dateText(Date.parse(date) + day * DAY)}T${time}`;
      });
      const input = { uid: 'one', title: 'One', ...drawn, exdates };
      const from = Date.UTC(2026, 1, 1, 5) + first * DAY;
      const lines = (one: Series) =>
        expandSeries([one], { from, to: from + days * DAY }, 'Asia/Tokyo').occurrences.map(agendaLine);
      // A date that is added, even the first one again, makes a series another one.
      const oneByOne = recurringSeries({
        ...input,
        rdates: exdates.includes(drawn.start) ? [] : [drawn.start],
      });
      const { pattern } = oneByOne;
      if (pattern === null) return;
      const whole = { from: Date.UTC(2025, 11, 1), to: Date.UTC(2026, 9, 1) };
      const known = expandSeries([oneByOne], whole, 'Asia/Tokyo').occurrences;
      const overrides = drawn.moved.flatMap((index): Override[] => {
        const at = known[index]?.start;
        if (at === undefined) return [];
        const { status, details } = oneByOne;
        const { length } = pattern;
        const moved = { at, isThisAndFuture: false, isAllDay: false, start: at + DAY, length };
        return [{ ...moved, zone: pattern.zone, status, details }];
      });
      expect(lines({ ...recurringSeries(input), overrides })).toEqual(lines({ ...oneByOne, overrides }));
    }),
    { numRuns: runs(400) },
  );
});
