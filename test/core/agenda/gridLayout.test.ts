import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeMinutes, gapsOf, restOfDay } from '#core/agenda/freeTime.ts';
import { barsOf } from '#core/agenda/gridBars.ts';
import { layOutColumn, SHORTEST_MINUTES, type GridBlock } from '#core/agenda/gridLayout.ts';
import { DAY_MINUTES, hoursOf, slotsOf } from '#core/agenda/gridSlots.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { MINUTE } from '#base';
import { anOccurrence, at, type OccurrenceWish } from '../../builders/anOccurrence.ts';

const DATE = '2026-11-24';
const BERLIN = 'Europe/Berlin';

/** A meeting of that day in UTC. */
const meeting = (title: string, time: string, minutes: number, wish: OccurrenceWish = {}): Occurrence =>
  anOccurrence({ title, start: `${DATE}T${time}:00Z`, minutes, ...wish });
const slots = (...all: readonly Occurrence[]) => slotsOf(all, DATE, 'UTC');
const columnOf = (...all: readonly Occurrence[]) => layOutColumn(slots(...all));
const placesOf = (blocks: readonly GridBlock[]) =>
  blocks.map(({ occurrence, start, end }) => [occurrence.title, start, end]);

test('a meeting alone has the whole width', () => {
  const { blocks, more } = columnOf(meeting('Roadmap', '11:00', 60));
  expect(blocks).toMatchObject([
    { from: 660, to: 720, top: 660, bottom: 720, start: 0, end: 1, isLaid: false },
  ]);
  expect(more).toEqual([]);
});

test('two that begin together are side by side, the longer one first', () => {
  const { blocks } = columnOf(meeting('Budget', '17:00', 45), meeting('PM Group', '17:00', 60));
  expect(placesOf(blocks)).toEqual([
    ['PM Group', 0, 0.5],
    ['Budget', 0.5, 1],
  ]);
});

test('one that begins later is laid over the earlier one, and leaves a part of it free', () => {
  const { blocks } = columnOf(meeting('Contributors', '18:00', 60), meeting('Docs', '18:30', 60));
  expect(placesOf(blocks)).toEqual([
    ['Contributors', 0, 1],
    ['Docs', 0.3, 1],
  ]);
  expect(blocks.map(({ isLaid }) => isLaid)).toEqual([false, true]);
  expect(blocks.map(({ clearTo }) => clearTo / 60)).toEqual([18.5, 19.5]);
});

test('back to back, both have the whole width', () => {
  const { blocks } = columnOf(meeting('One', '09:00', 30), meeting('Two', '09:30', 30));
  expect(placesOf(blocks)).toEqual([
    ['One', 0, 1],
    ['Two', 0, 1],
  ]);
});

test('from the third at one time on, meetings are counted', () => {
  const { blocks, more } = columnOf(
    meeting('One', '09:00', 60),
    meeting('Two', '09:00', 60),
    meeting('Three', '09:30', 60),
    meeting('Four', '09:40', 30),
    meeting('Five', '10:00', 60),
  );
  expect(blocks.map(({ occurrence }) => occurrence.title)).toEqual(['One', 'Two', 'Five']);
  expect(more).toMatchObject([{ at: 570 }]);
  expect(more[0]?.slots.map(({ occurrence }) => occurrence.title)).toEqual(['Three', 'Four']);
});

test('a cancelled meeting leaves its place to one that takes place', () => {
  const { blocks, more } = columnOf(
    meeting('On', '09:00', 60),
    meeting('Off', '09:00', 120, { status: 'cancelled' }),
    meeting('Also on', '09:30', 60),
  );
  expect(blocks.map(({ occurrence }) => occurrence.title)).toEqual(['On', 'Also on']);
  expect(more.flatMap((one) => one.slots.map(({ occurrence }) => occurrence.title))).toEqual(['Off']);
});

test('a maybe leaves its place to a meeting that is certain', () => {
  const { blocks, more } = columnOf(
    meeting('Maybe', '09:00', 60, { isWeekUnknown: true }),
    meeting('One', '09:00', 60),
    meeting('Two', '09:30', 60),
  );
  expect(blocks.map(({ occurrence }) => occurrence.title)).toEqual(['One', 'Two']);
  expect(more).toMatchObject([{ at: 540, top: 600 }]);
});

test('what runs or is next keeps its place, however many are at its time', () => {
  const others = Array.from({ length: 400 }, (_, at) => meeting(`Other ${at}`, '09:00', 180));
  const own = meeting('Own', '09:30', 30);
  const { blocks, more } = layOutColumn(slots(...others, own), {
    first: [own.key],
    hasEnded: () => false,
  });
  expect(blocks.map(({ occurrence }) => occurrence.title)).toContain('Own');
  expect(more.flatMap((one) => one.slots)).toHaveLength(399);
});

test('a short meeting is drawn as half an hour, also just before midnight', () => {
  const { blocks } = columnOf(meeting('Stand-up', '09:30', 15), meeting('Late', '23:50', 5));
  expect(blocks.map(({ top, bottom }) => [top, bottom])).toEqual([
    [570, 600],
    [1410, 1440],
  ]);
});

test('a meeting over midnight is cut there, in both days', () => {
  const night = meeting('Release night', '22:00', 240);
  expect(slotsOf([night], DATE, 'UTC')).toMatchObject([{ from: 1320, to: 1440, isToAfter: true }]);
  expect(slotsOf([night], '2026-11-25', 'UTC')).toMatchObject([{ from: 0, to: 120, isFromBefore: true }]);
  expect(slotsOf([night], '2026-11-26', 'UTC')).toEqual([]);
  const untilMidnight = meeting('Evening', '22:00', 120);
  expect(slotsOf([untilMidnight], '2026-11-25', 'UTC')).toEqual([]);
});

test('on days with a clock change, a meeting is at the height of its wall time', () => {
  const inBerlin = (date: string, start: string, minutes: number) =>
    slotsOf([anOccurrence({ start, minutes })], date, BERLIN).map(({ from, to }) => [from / 60, to / 60]);
  // Clocks go from 2:00 to 3:00: the day has 23 hours.
  expect(inBerlin('2026-03-29', '2026-03-29T07:00:00Z', 60)).toEqual([[9, 10]]);
  expect(inBerlin('2026-03-29', '2026-03-29T00:30:00Z', 60)).toEqual([[1.5, 3.5]]);
  // Clocks go from 3:00 to 2:00: the day has 25 hours.
  expect(inBerlin('2026-10-25', '2026-10-25T08:00:00Z', 60)).toEqual([[9, 10]]);
  expect(inBerlin('2026-10-25', '2026-10-25T22:30:00Z', 30)).toEqual([[23.5, 24]]);
  expect(inBerlin('2026-10-25', '2026-10-25T00:45:00Z', 30)).toEqual([[2.75, 3.25]]);
});

test('each hour line of a day is an instant, also on days with a clock change', () => {
  const hours = hoursOf('2026-03-29', BERLIN);
  expect(hours).toHaveLength(24);
  expect(hours[0]).toBe(at('2026-03-28T23:00:00Z'));
  expect(hours[9]).toBe(at('2026-03-29T07:00:00Z'));
});

test('free time of a working day is what no meeting takes; a maybe takes it, a cancelled one does not', () => {
  const day = slots(
    meeting('Stand-up', '09:30', 15),
    meeting('Lunch', '13:00', 60),
    meeting('Cancelled', '15:00', 60, { status: 'cancelled' }),
    meeting('Maybe', '16:00', 60, { isWeekUnknown: true }),
    meeting('Evening', '18:00', 60),
  );
  expect(gapsOf(day, { from: 540, to: 1080 })).toEqual([
    { from: 540, to: 570 },
    { from: 585, to: 780 },
    { from: 840, to: 960 },
    { from: 1020, to: 1080 },
  ]);
  expect(freeMinutes(day)).toBe(30 + 195 + 120 + 60);
});

test('what is left of today begins now, or when the running meeting ends', () => {
  const day = slots(meeting('Running', '16:30', 30), meeting('Last', '19:00', 60));
  expect(restOfDay(day, 16 * 60 + 51)).toEqual([
    { from: 1020, to: 1140 },
    { from: 1200, to: 1440 },
  ]);
  expect(restOfDay(day, 18 * 60)[0]).toEqual({ from: 1080, to: 1140 });
});

const week = Array.from({ length: 7 }, (_, day) => `2026-11-${23 + day}`);

test('what lasts all day or for days lies in rows above its days', () => {
  const offsite = anOccurrence({ title: 'Offsite', allDay: ['2026-11-24', '2026-11-27'] });
  const freeze = anOccurrence({ title: 'Freeze', allDay: ['2026-11-28', '2026-11-29'] });
  const trip = anOccurrence({ title: 'Trip', start: '2026-11-26T08:00:00Z', minutes: 7 * 1440 });
  const { bars } = barsOf([offsite, trip, freeze], week, 'UTC', 3);
  expect(bars.map(({ occurrence, first, last, row }) => [occurrence.title, first, last, row])).toEqual([
    ['Offsite', 1, 3, 0],
    ['Trip', 3, 6, 1],
    ['Freeze', 5, 5, 0],
  ]);
  expect(bars[1]).toMatchObject({ isFromBefore: false, isToAfter: true });
  expect(barsOf([offsite], ['2026-11-26'], 'UTC', 3).bars).toMatchObject([
    { first: 0, last: 0, isFromBefore: true, isToAfter: false },
  ]);
});

test('what has no row left is counted above each of its days', () => {
  const days = ['One', 'Two', 'Three'].map((title) =>
    anOccurrence({ title, allDay: ['2026-11-24', '2026-11-26'] }),
  );
  const { bars, more } = barsOf(days, week, 'UTC', 2);
  expect(bars).toHaveLength(2);
  expect(more.map((column) => column.length)).toEqual([0, 1, 1, 0, 0, 0, 0]);
});

test('whatever the meetings, all are shown or counted, two at most at a height, and no title is hidden', () => {
  const wish = fc.record({
    offset: fc.nat(DAY_MINUTES - 1),
    minutes: fc.integer({ min: 0, max: 600 }),
    isOff: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 14 }), (wishes) => {
      const all = wishes
        .map(({ offset, minutes, isOff }, index) =>
          anOccurrence({
            title: `${index}`,
            start: new Date(at(`${DATE}T00:00:00Z`) + offset * MINUTE).toISOString(),
            minutes,
            status: isOff ? 'cancelled' : 'confirmed',
          }),
        )
        .toSorted((one, other) => Number(one.originalStart > other.originalStart) - 0.5);
      const { blocks, more } = columnOf(...all);
      const seen = [...blocks, ...more.flatMap((one) => one.slots)].map(({ occurrence }) => occurrence.title);
      expect(seen.toSorted()).toEqual(all.map(({ title }) => title).toSorted());
      for (const [index, { at: start, top }] of more.entries()) {
        expect(top + SHORTEST_MINUTES).toBeLessThanOrEqual(DAY_MINUTES);
        expect(start - (more[index - 1]?.at ?? -60)).toBeGreaterThan(0);
      }
      for (const [index, block] of blocks.entries()) {
        expect(block.bottom - block.top).toBeGreaterThanOrEqual(SHORTEST_MINUTES);
        expect(block.top).toBeGreaterThanOrEqual(0);
        expect(block.bottom).toBeLessThanOrEqual(DAY_MINUTES);
        expect(block.end - block.start).toBeGreaterThan(0.15);
        const before = blocks.slice(0, index).filter(({ bottom }) => bottom > block.top);
        expect(before.length).toBeLessThan(2);
        for (const other of before) {
          const covered = Math.min(other.end, block.end) - Math.max(other.start, block.start);
          if (covered <= 0.001) continue;
          expect(block.top - other.top).toBeGreaterThanOrEqual(20);
          expect(covered).toBeLessThanOrEqual(0.701 * (other.end - other.start));
        }
      }
    }),
  );
});

test('what is on keeps its place before what has ended, and before a maybe', () => {
  const ended = meeting('Ended', '09:00', 60);
  const running = [meeting('One', '09:30', 90), meeting('Two', '09:45', 90)];
  const titles = ({ blocks, more }: ReturnType<typeof layOutColumn>) => [
    blocks.map(({ occurrence }) => occurrence.title),
    more.flatMap((count) => count.slots.map(({ occurrence }) => occurrence.title)),
  ];
  const all = slots(ended, ...running);
  expect(titles(layOutColumn(all))).toEqual([['Ended', 'One'], ['Two']]);
  expect(titles(layOutColumn(all, { first: [], hasEnded: ({ title }) => title === 'Ended' }))).toEqual([
    ['One', 'Two'],
    ['Ended'],
  ]);
});

test('words end above the count of what has no room, or beside it', () => {
  const long = ['One', 'Two'].map((title) => meeting(title, '10:00', 120));
  const { blocks, more } = columnOf(...long, meeting('Three', '10:30', 30));
  expect(more).toHaveLength(1);
  expect(blocks.map(({ occurrence, clearTo, isByCount }) => [occurrence.title, clearTo, isByCount])).toEqual([
    ['One', 720, false],
    ['Two', more[0]?.top, false],
  ]);
  const short = ['One', 'Two'].map((title) => meeting(title, '10:00', 30));
  expect(columnOf(...short, meeting('Three', '10:00', 30)).blocks.map((one) => one.isByCount)).toEqual([
    false,
    true,
  ]);
});
