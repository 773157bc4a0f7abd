import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandSeries } from '../expandSeries.ts';
import { recurringSeries } from '../recurringSeries.ts';
import type { Series } from '../series.ts';
import { agendaLine, fixture, occurrencesOf } from './agendaOf.ts';
import { runs } from '#test/effort.ts';

const DAY = 24 * 60 * 60 * 1000;

const weekly = (uid: string, start: string, rule: string, durationMinutes = 60): Series =>
  recurringSeries({ uid, title: uid, start, zone: 'Europe/Berlin', rule, durationMinutes });

const some: readonly Series[] = [
  weekly('weekly', '2026-01-05T09:00', 'FREQ=WEEKLY'),
  weekly('long', '2026-01-06T22:00', 'FREQ=WEEKLY;INTERVAL=2', 3 * 24 * 60),
  weekly('none', '2026-01-05T09:00', 'FREQ=DAILY', 0),
  ...fixture('override-this-and-future').series,
  ...fixture('all-day-with-equal-end').series,
  ...fixture('floating-time').series,
];

describe('a window that moves forward', () => {
  test('gives the same occurrences as a new expansion', { tags: ['deep'] }, () => {
    const moves = fc.array(
      fc.record({ by: fc.integer({ min: -2, max: 20 }), longer: fc.integer({ min: -3, max: 9 }) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 24 * 60 }), (steps, minute) => {
        const kept = [...some];
        let from = Date.UTC(2026, 1, 20) + minute * 60_000;
        let to = from + 14 * DAY;
        for (const { by, longer } of steps) {
          expandSeries(kept, { from, to }, 'Europe/Berlin');
          from += by * DAY;
          to = Math.max(from, to + (by + longer) * DAY);
          const lines = (series: readonly Series[]) =>
            expandSeries(series, { from, to }, 'Europe/Berlin').occurrences.map(agendaLine);
          expect(lines(kept)).toEqual(lines([...some]));
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test('returns the same objects for occurrences of the previous window', () => {
    const window = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 30) };
    const [first] = expandSeries(some, window, 'Europe/Berlin').occurrences.slice(-3);
    const after = expandSeries(
      some,
      { from: window.from + DAY, to: window.to + DAY },
      'Europe/Berlin',
    ).occurrences;
    expect(after.some((occurrence) => occurrence === first)).toBe(true);
  });
});

test('no series with COUNT has a date outside its span', () => {
  const rule = fc
    .record({
      frequency: fc.constantFrom('DAILY', 'WEEKLY'),
      interval: fc.integer({ min: 1, max: 5 }),
      byDay: fc.constantFrom('', ';BYDAY=SU', ';BYDAY=MO,WE,FR', ';BYDAY=SA,SU', ';BYHOUR=2,3'),
      count: fc.integer({ min: 1, max: 200 }),
    })
    .map(
      ({ frequency, interval, byDay, count }) =>
        `FREQ=${frequency};INTERVAL=${interval}${byDay};COUNT=${count}`,
    );
  const days = fc.integer({ min: 0, max: 400 }).map((day) => new Date(Date.UTC(2020, 0, 1) + day * DAY));
  fc.assert(
    fc.property(rule, days, (text, day) => {
      // Half past two does not exist when clocks are put forward in spring.
      const series = weekly('one', `${day.toISOString().slice(0, 10)}T02:30`, text);
      const window = { from: day.getTime() - 9 * DAY, to: day.getTime() + 40 * 366 * DAY };
      const unbounded = { ...series, span: { from: -Infinity, to: Infinity } };
      const { occurrences } = expandSeries([unbounded], window, 'Europe/Berlin');
      const outside = occurrences.filter(
        ({ time }) => time.kind !== 'timed' || time.start < series.span.from || time.end > series.span.to,
      );
      expect(outside).toEqual([]);
      expect(occurrences.length).toBeGreaterThan(0);
    }),
  );
});

test.each([
  'FREQ=MONTHLY;BYDAY=2TU;COUNT=40',
  'FREQ=DAILY;COUNT=900;UNTIL=20280101T000000Z',
  'FREQ=YEARLY;COUNT=3',
])('%s ends on the same date whichever windows were expanded before', (rule) => {
  const asked = [weekly('counted', '2026-01-13T09:00', rule)];
  for (let year = 2026; year < 2032; year += 1) {
    const window = { from: Date.UTC(year, 0, 1), to: Date.UTC(year, 5, 1) };
    const dates = (series: readonly Series[]) =>
      expandSeries(series, window, 'Europe/Berlin').occurrences.map(agendaLine);
    expect(dates(asked)).toEqual(dates([weekly('counted', '2026-01-13T09:00', rule)]));
  }
  const all = { from: 0, to: Date.UTC(2040, 0, 1) };
  const counts = expandSeries(asked, all, 'Europe/Berlin').occurrences.length;
  expect([40, 718, 3]).toContain(counts);
});

describe('the bounds of a window', () => {
  const at = (from: string, to: string) =>
    occurrencesOf([weekly('w', '2026-03-02T10:00', 'FREQ=DAILY;COUNT=1')], from, to).length;

  test('an occurrence that ends at its start or starts at its end is outside', () => {
    expect(at('2026-03-02T10:00Z', '2026-03-02T11:00Z')).toBe(0);
    expect(at('2026-03-02T08:00Z', '2026-03-02T09:00Z')).toBe(0);
    expect(at('2026-03-02T09:59Z', '2026-03-02T11:00Z')).toBe(1);
  });

  test('an occurrence of zero length belongs to the window in which it starts', () => {
    const none = [weekly('n', '2026-03-02T10:00', 'FREQ=DAILY;COUNT=1', 0)];
    expect(occurrencesOf(none, '2026-03-02T09:00Z', '2026-03-02T10:00Z')).toHaveLength(1);
    expect(occurrencesOf(none, '2026-03-02T08:00Z', '2026-03-02T09:00Z')).toHaveLength(0);
  });
});

describe('limits', () => {
  test('that cut a series are reported with its title', () => {
    const ticking = [
      recurringSeries({
        uid: 't',
        title: 'Ticking',
        start: '1970-01-01T00:00',
        zone: 'UTC',
        rule: 'FREQ=SECONDLY',
        durationMinutes: 1,
      }),
    ];
    const { occurrences, problems } = expandSeries(
      ticking,
      { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 3, 1) },
      'UTC',
    );
    expect(occurrences).toHaveLength(10_000);
    expect(problems).toMatchObject([
      { code: 'calendar/tooManyDates', title: '“Ticking” repeats too often to be shown completely.' },
    ]);
  });

  test('report a long title shortened', () => {
    const daily = weekly('d', '2026-01-01T09:00', 'FREQ=DAILY');
    const long = [{ ...daily, details: { ...daily.details, title: 'A'.repeat(3_000) } }];
    const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 11) };
    const { problems } = expandSeries(long, window, 'UTC', { perSeries: 9, total: 10 });
    expect(problems[0]?.title).toBe(`“${'A'.repeat(57)}…” repeats too often to be shown completely.`);
  });

  test('do not cut a series that fits exactly', () => {
    const daily = [weekly('d', '2026-01-01T09:00', 'FREQ=DAILY')];
    const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 11) };
    expect(expandSeries(daily, window, 'UTC', { perSeries: 10, total: 10 }).problems).toEqual([]);
    expect(expandSeries(daily, window, 'UTC', { perSeries: 9, total: 10 }).problems).toHaveLength(1);
  });

  test('a thousand series that repeat every second are expanded within the limits', () => {
    const rule = 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30';
    const never = Array.from({ length: 1000 }, (_, index) =>
      recurringSeries({
        uid: `${index}`,
        title: 'N',
        start: '1970-01-01T00:00',
        zone: 'UTC',
        rule,
        durationMinutes: 1,
      }),
    );
    expect(
      expandSeries(never, { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 3, 1) }, 'UTC').occurrences,
    ).toEqual([]);
  });
});
