import { expect, test } from 'vitest';
import { createApi } from '#renderer/kit/api.ts';
import { chosenMeeting, createPanelModel } from '#renderer/panel/panelModel.ts';
import { panelKey } from '#renderer/panel/panelKeys.ts';
import { lineOf, panelClock, startWords } from '#renderer/panel/panelWords.ts';
import type { PanelMeeting, PanelSnapshot } from '#core/tray/panelSnapshot.ts';
import { FakeBridge, settled } from '../fakeBridge.ts';
import { ManualTimers } from '../manualTimers.ts';

const at = (time: string): number => Date.parse(`2026-11-20T${time}Z`);
const meeting = (key: string, service: string | null = 'Zoom'): PanelMeeting => ({
  key,
  title: key,
  start: at('17:00:00'),
  end: at('18:00:00'),
  community: 'kOps',
  service,
  visit: null,
  isMaybe: false,
});
const snapshot: PanelSnapshot = {
  now: at('16:47:26'),
  format: { locale: 'en-GB', zone: 'Europe/Berlin', clock: 'locale' },
  meetings: [meeting('lunch', null), meeting('kOps'), meeting('SIG Node')],
  first: 'kOps',
  skipped: null,
  pausedUntil: null,
  failingFeeds: 0,
  hasLetterKeys: true,
};

const { meetings } = snapshot;
const press = (key: string, chosen: string | null = 'kOps', isOnButton = false) =>
  panelKey(key, meetings, chosen, isOnButton);

test('digits and arrow keys choose a meeting, and stop at the ends', () => {
  expect(press('3')).toEqual({ kind: 'choose', key: 'SIG Node' });
  expect(press('4')).toBeNull();
  expect(press('ArrowDown')).toEqual({ kind: 'choose', key: 'SIG Node' });
  expect(press('ArrowDown', 'SIG Node')).toEqual({ kind: 'choose', key: 'SIG Node' });
  expect(press('ArrowUp', 'lunch')).toEqual({ kind: 'choose', key: 'lunch' });
  expect(press('ArrowDown', null)).toEqual({ kind: 'choose', key: 'lunch' });
});

test('Enter joins, except on a button; a meeting without a room is not joined', () => {
  const join = { kind: 'act', action: { kind: 'join', key: 'kOps' } };
  expect(press('Enter')).toEqual(join);
  expect(press('Enter', 'kOps', true)).toBeNull();
  expect(press('J', 'kOps', true)).toEqual(join);
  expect(press('Enter', 'lunch')).toBeNull();
  expect(press('Enter', null)).toBeNull();
});

test('N writes a note, O opens the window, Escape closes', () => {
  expect(press('n')).toEqual({ kind: 'act', action: { kind: 'note', key: 'kOps' } });
  expect(press('o', null)).toEqual({ kind: 'act', action: { kind: 'open', key: null } });
  expect(press('Escape')).toEqual({ kind: 'act', action: { kind: 'close' } });
  expect(press('x')).toEqual({ kind: 'act', action: { kind: 'skip', key: 'kOps' } });
});

test('the clock counts to the start, then to the end', () => {
  expect(panelClock(meeting('kOps'), at('16:47:26'))).toEqual({ label: 'Next in', value: '12:34' });
  expect(panelClock(meeting('kOps'), at('17:10:00'))).toEqual({ label: 'Ends in', value: '50:00' });
  expect(panelClock(meeting('kOps'), at('18:03:00'))).toEqual({ label: 'Ended', value: '3 min ago' });
  expect(lineOf(meeting('kOps'), at('16:47:26'), snapshot.format)).toBe('18:00–19:00 · kOps');
});

test('another day is shown by its weekday, and one a week away by its date', () => {
  const on = (date: string): string =>
    startWords(Date.parse(`${date}T17:00:00Z`), snapshot.now, snapshot.format);
  expect(on('2026-11-24')).toBe('Tue 18:00');
  // Versions of ICU differ in the comma.
  expect(on('2026-11-27')).toMatch(/^Fri,? 27 Nov 18:00$/);
});

test('the panel ticks while it is visible, and opens as if it were new', async () => {
  const bridge = new FakeBridge({ 'panel:get': snapshot, 'panel:act': { ok: true, value: null } });
  const timers = new ManualTimers();
  const desk = createPanelModel(
    createApi(bridge, () => undefined),
    timers.now,
    timers.after,
  );
  await settled();
  expect(chosenMeeting(desk.view())?.key).toBe('kOps');
  const { now } = desk.view();
  timers.advance(1000);
  expect(desk.view().now).toBe(now + 1000);

  desk.choose('SIG Node');
  expect(chosenMeeting(desk.view())?.key).toBe('SIG Node');
  desk.seen(false);
  expect(timers.pendingCount).toBe(0);
  desk.seen(true);
  await settled();
  expect(chosenMeeting(desk.view())?.key).toBe('kOps');
  desk.end();
  expect(timers.pendingCount).toBe(0);
  expect(bridge.listenerCount).toBe(0);
});
