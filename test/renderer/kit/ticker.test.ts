import { expect, test } from 'vitest';
import { countsSeconds, createTicker, delayToNextTick } from '#renderer/kit/ticker.ts';
import { createAppStore } from '#renderer/store/store.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';
import { ManualTimers } from '../manualTimers.ts';

const noon = anOccurrence({ start: '2026-11-20T12:00:00Z', minutes: 120 });

const setup = (start: string) => {
  const timers = new ManualTimers(at(start));
  const store = createAppStore();
  store
    .getState()
    .agendaReceived({ revision: 1, zone: 'UTC', window: { from: 0, to: 1 }, occurrences: [noon] });
  const ticker = createTicker(store, timers.now, timers.after);
  const seen: string[] = [];
  const end = ticker.subscribe(() => seen.push(new Date(ticker.now()).toISOString().slice(11, 19)));
  return { timers, store, ticker, seen, end };
};

test('seconds count in the last hour before a start and before an end, and not in between', () => {
  const counts = (time: string): boolean => countsSeconds([noon], at(`2026-11-20T${time}Z`), 'UTC');
  expect(counts('10:59:59')).toBe(false);
  expect(counts('11:00:00')).toBe(true);
  expect(counts('12:30:00')).toBe(false);
  expect(counts('13:00:00')).toBe(true);
  expect(counts('14:00:00')).toBe(false);
});

test('ticks fall on full minutes and full seconds', () => {
  expect(delayToNextTick(at('2026-11-20T12:00:42.250Z'), false)).toBe(17_750);
  expect(delayToNextTick(at('2026-11-20T12:00:42.250Z'), true)).toBe(750);
  expect(delayToNextTick(at('2026-11-20T12:00:00Z'), true)).toBe(1000);
});

test('far from a meeting the minute ticks, near it each second', () => {
  const { timers, seen } = setup('2026-11-20T10:58:20Z');
  timers.advance(40_000);
  expect(seen).toEqual(['10:59:00']);
  timers.advance(62_000);
  expect(seen).toEqual(['10:59:00', '11:00:00', '11:00:01', '11:00:02']);
});

test('a jump of main’s clock is shown at once', () => {
  const { timers, store, seen } = setup('2026-11-20T08:00:00Z');
  store.getState().clockReceived(at('2026-11-20T11:30:00Z'), timers.now());
  expect(seen).toEqual(['11:30:00']);
  timers.advance(1000);
  expect(seen).toEqual(['11:30:00', '11:30:01']);
});

test('without subscribers nothing ticks', () => {
  const { timers, end } = setup('2026-11-20T11:30:00Z');
  expect(timers.pendingCount).toBe(1);
  end();
  expect(timers.pendingCount).toBe(0);
});

test('a clock that counts up gets each second, until it is gone', () => {
  const { timers, ticker, seen } = setup('2026-11-20T08:00:58Z');
  const stop = ticker.countSeconds();
  seen.length = 0;
  timers.advance(1000);
  expect(seen).toEqual(['08:00:59']);
  stop();
  timers.advance(31_000);
  // The tick that was armed comes, then the minute.
  expect(seen).toEqual(['08:00:59', '08:01:00']);
});
