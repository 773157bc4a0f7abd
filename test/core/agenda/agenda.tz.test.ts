import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agendaDays,
  endOf,
  hasEnded,
  isRunning,
  nextOccurrence,
  overlapping,
  startOf,
  upcoming,
} from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

const BERLIN = 'Europe/Berlin';
const nine = anOccurrence({ title: 'Nine', start: '2026-11-20T09:00:00Z', minutes: 60 });
const half = anOccurrence({ title: 'Half past nine', start: '2026-11-20T09:30:00Z', minutes: 60 });
const eleven = anOccurrence({ title: 'Eleven', start: '2026-11-20T11:00:00Z', minutes: 60 });

test('of two meetings that run, the one that began last is the one that matters', () => {
  expect(nextOccurrence([nine, half, eleven], at('2026-11-20T09:45:00Z'), BERLIN)?.title).toBe(
    'Half past nine',
  );
});

test('when nothing runs, the next meeting is the one that begins soonest', () => {
  expect(nextOccurrence([nine, half, eleven], at('2026-11-20T10:45:00Z'), BERLIN)?.title).toBe('Eleven');
  expect(nextOccurrence([nine], at('2026-11-20T10:00:00Z'), BERLIN)).toBeNull();
});

test('cancelled and all-day occurrences are never the next meeting', () => {
  const cancelled = anOccurrence({ start: '2026-11-20T09:10:00Z', status: 'cancelled' });
  const holiday = anOccurrence({ allDay: ['2026-11-20', '2026-11-21'] });
  expect(nextOccurrence([holiday, cancelled, eleven], at('2026-11-20T09:00:00Z'), BERLIN)?.title).toBe(
    'Eleven',
  );
});

test('what lasts a day or more is next until it begins; while it runs only where nothing else comes', () => {
  const trip = anOccurrence({ title: 'Offsite', start: '2026-11-20T08:00:00Z', minutes: 3 * 24 * 60 });
  const next = (all: readonly Occurrence[], time: string) =>
    nextOccurrence(all, at(`2026-11-20T${time}Z`), BERLIN)?.title;
  expect(next([trip, nine, eleven], '07:55:00')).toBe('Offsite');
  expect(next([trip, nine, eleven], '08:00:00')).toBe('Nine');
  expect(next([trip, nine, eleven], '10:30:00')).toBe('Eleven');
  expect(next([trip], '10:30:00')).toBe('Offsite');
});

test('a meeting that may be on is the next one where it begins first, and a certain one goes before it at the same time', () => {
  const maybe = anOccurrence({ title: 'Perhaps', start: '2026-11-20T10:00:00Z', isWeekUnknown: true });
  const now = at('2026-11-20T09:55:00Z');
  expect(nextOccurrence([maybe, eleven], now, BERLIN)?.title).toBe('Perhaps');
  const alsoAtEleven = anOccurrence({ title: 'Perhaps', start: '2026-11-20T11:00:00Z', isWeekUnknown: true });
  expect(nextOccurrence([alsoAtEleven, eleven], now, BERLIN)?.title).toBe('Eleven');
});

test('a meeting that may be on now gives way to a certain one that runs, or begins within a quarter of an hour', () => {
  const maybe = anOccurrence({ title: 'Perhaps', start: '2026-11-20T10:15:00Z', isWeekUnknown: true });
  const next = (time: string) =>
    nextOccurrence([half, maybe, eleven], at(`2026-11-20T${time}Z`), BERLIN)?.title;
  expect(next('10:20:00')).toBe('Half past nine');
  expect(next('10:44:59')).toBe('Perhaps');
  expect(next('10:45:00')).toBe('Eleven');
});

/** Any meetings of one morning, sorted as an agenda is. */
const anyAgenda = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: 300 }),
      minutes: fc.integer({ min: 0, max: 120 }),
      status: fc.constantFrom('confirmed', 'cancelled'),
      isWeekUnknown: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((wishes) =>
    wishes
      .toSorted((one, other) => one.after - other.after)
      .map(({ after, ...wish }, index) =>
        anOccurrence({
          ...wish,
          uid: `${index}`,
          start: new Date(at('2026-11-20T08:00:00Z') + after * 60_000).toISOString(),
        }),
      ),
  );

test('who looks no further than needed finds what is found among all', () => {
  fc.assert(
    fc.property(anyAgenda, fc.integer({ min: -30, max: 330 }), (occurrences, minutes) => {
      const now = at('2026-11-20T08:00:00Z') + minutes * 60_000;
      const open = occurrences.filter((one) => one.status !== 'cancelled' && !hasEnded(one, now, BERLIN));
      const certain = open.filter(({ isWeekUnknown }) => !isWeekUnknown);
      const running = certain.findLast((one) => startOf(one, BERLIN) <= now);
      const begun = open.filter((one) => startOf(one, BERLIN) <= now);
      const sameStart = open.filter((one) => startOf(one, BERLIN) === open[0]?.time.start);
      const possible = running !== undefined ? [running] : begun.length > 0 ? open : sameStart;
      const next = nextOccurrence(occurrences, now, BERLIN);
      expect(open.length === 0 ? [null] : possible).toContain(next);
      expect(upcoming(occurrences, now, BERLIN, 3)).toEqual(open.slice(0, 3));
    }),
  );
});

test('a meeting that only touches another does not overlap it', () => {
  const ten = anOccurrence({ start: '2026-11-20T10:00:00Z', minutes: 30 });
  expect(overlapping([nine, ten], nine, BERLIN)).toEqual([]);
  expect(overlapping([nine, half, eleven], nine, BERLIN).map((one) => one.title)).toEqual(['Half past nine']);
});

test('an all-day occurrence runs from midnight to midnight of the viewer, also on the day of a clock change', () => {
  const day = anOccurrence({ allDay: ['2026-10-25', '2026-10-26'] });
  expect(endOf(day, BERLIN) - startOf(day, BERLIN)).toBe(25 * 3_600_000);
  expect(startOf(day, 'America/Los_Angeles')).toBe(at('2026-10-25T07:00:00Z'));
});

test('an occurrence without length is never running and is over once it has begun', () => {
  const mark = anOccurrence({ start: '2026-11-20T09:00:00Z', minutes: 0 });
  expect(isRunning(mark, at('2026-11-20T09:00:00Z'), BERLIN)).toBe(false);
  expect(hasEnded(mark, at('2026-11-20T08:59:59Z'), BERLIN)).toBe(false);
  expect(hasEnded(mark, at('2026-11-20T09:00:00Z'), BERLIN)).toBe(true);
});

test('the agenda has days of the viewer: a meeting late in Los Angeles stands on the next day in Berlin', () => {
  const late = anOccurrence({ start: '2026-11-20T23:30:00Z' });
  const now = at('2026-11-20T12:00:00Z');
  expect(agendaDays([late], now, BERLIN).map((day) => [day.date, day.occurrences.length])).toEqual([
    ['2026-11-20', 0],
    ['2026-11-21', 1],
  ]);
  expect(agendaDays([late], now, 'America/Los_Angeles').map((day) => day.date)).toEqual(['2026-11-20']);
});

test('a day shows what is all-day first and keeps what ended earlier today', () => {
  const holiday = anOccurrence({ title: 'Holiday', allDay: ['2026-11-20', '2026-11-21'] });
  const [today] = agendaDays([nine, holiday, eleven], at('2026-11-20T10:30:00Z'), BERLIN);
  expect(today?.occurrences.map((one) => one.title)).toEqual(['Holiday', 'Nine', 'Eleven']);
});

test('what began yesterday and still runs stands today; what ended yesterday is gone', () => {
  const night = anOccurrence({ title: 'Night', start: '2026-11-19T22:00:00Z', minutes: 600 });
  const gone = anOccurrence({ start: '2026-11-19T10:00:00Z' });
  const days = agendaDays([gone, night], at('2026-11-20T06:00:00Z'), BERLIN);
  expect(days.map((day) => [day.date, day.occurrences.map((one) => one.title)])).toEqual([
    ['2026-11-20', ['Night']],
  ]);
});

test('upcoming leaves out what ended and what is cancelled, and holds what may be on', () => {
  const maybe = anOccurrence({ title: 'Perhaps', start: '2026-11-20T10:00:00Z', isWeekUnknown: true });
  const off = anOccurrence({ start: '2026-11-20T10:00:00Z', status: 'cancelled' });
  const list = upcoming([nine, half, off, maybe, eleven], at('2026-11-20T10:15:00Z'), BERLIN, 5);
  expect(list.map((one) => one.title)).toEqual(['Half past nine', 'Perhaps', 'Eleven']);
});
