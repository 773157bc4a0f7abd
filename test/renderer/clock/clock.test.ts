import { expect, test } from 'vitest';
import type { ClockMeeting, ClockSnapshot } from '#core/floatingClock/clockSnapshot.ts';
import { createClockModel } from '#renderer/clock/clockModel.ts';
import { clockLine } from '#renderer/clock/clockWords.ts';
import { createApi } from '#renderer/kit/api.ts';
import { FakeBridge, settled } from '../fakeBridge.ts';
import { ManualTimers } from '../manualTimers.ts';

const at = (time: string): number => Date.parse(`2026-11-20T${time}Z`);
const format = { locale: 'en-GB', zone: 'UTC', clock: '24' as const };
const meeting: ClockMeeting = {
  key: 'pm',
  title: 'Kubernetes PM Group',
  start: at('17:00:00'),
  end: at('18:00:00'),
  service: 'Zoom',
  isOpened: true,
  isMaybe: false,
  isUnconfirmed: false,
  following: 'SIG Node',
};

test('the second line says what the digits count for', () => {
  expect(clockLine(meeting, 'ahead', format)).toBe('starts 17:00');
  expect(clockLine(meeting, 'running', format)).toBe('ends 18:00, then SIG Node');
  expect(clockLine({ ...meeting, following: null }, 'soon', format)).toBe('ends 18:00');
  expect(clockLine({ ...meeting, isMaybe: true }, 'over', format)).toBe('maybe, should have ended 18:00');
});

test('the clock ticks, and asks main for its width', async () => {
  const snapshot: ClockSnapshot = { now: at('17:31:24'), format, hasLetterKeys: true, meeting };
  const bridge = new FakeBridge({ 'clock:get': snapshot, 'clock:widen': 'right' });
  const timers = new ManualTimers();
  const model = createClockModel(
    createApi(bridge, () => undefined),
    timers.now,
    timers.after,
  );
  await settled();
  const { now } = model.view();
  timers.advance(2000);
  expect(model.view().now).toBe(now + 2000);
  expect(await model.widen(true, 1)).toBe('right');
  model.end();
  expect([timers.pendingCount, bridge.listenerCount]).toEqual([0, 0]);
});
