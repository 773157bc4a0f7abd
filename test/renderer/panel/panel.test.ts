import { expect, test } from 'vitest';
import { createApi } from '#renderer/kit/api.ts';
import { chosenMeeting, createPanelModel } from '#renderer/panel/panelModel.ts';
import { panelKey } from '#renderer/panel/panelKeys.ts';
import { lineOf, panelClock, panelGroups, rowName, rowState } from '#renderer/panel/panelWords.ts';
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
  hue: 'teal',
  service,
  visit: null,
  isMaybe: false,
  isUnconfirmed: false,
});
const snapshot: PanelSnapshot = {
  now: at('16:47:26'),
  format: { locale: 'en-GB', zone: 'Europe/Berlin', clock: 'locale' },
  hasLetterKeys: true,
  meetings: [meeting('lunch', null), meeting('kOps'), meeting('SIG Node')],
  first: 'kOps',
  skipped: null,
  pausedUntil: null,
  failingFeeds: 0,
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
  expect(press('j', 'kOps', true)).toEqual(join);
  expect(press('Enter', 'lunch')).toBeNull();
  expect(press('Enter', null)).toBeNull();
});

test('N writes a note, B shows the brief, O opens the window, Escape closes', () => {
  expect(press('n')).toEqual({ kind: 'act', action: { kind: 'note', key: 'kOps' } });
  expect(press('b')).toEqual({ kind: 'act', action: { kind: 'brief', key: 'kOps' } });
  expect(press('b', null)).toBeNull();
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

test('two meetings at once are said over the clock', () => {
  expect(panelClock(meeting('kOps'), at('17:10:00'), 2).label).toBe('2 on now · Ends in');
  expect(panelClock(meeting('kOps'), at('16:10:00'), 2).label).toBe('Next in');
});

const { format } = snapshot;
const [running, tomorrow]: readonly [PanelMeeting, PanelMeeting] = [
  { ...meeting('Stand-up'), start: at('16:30:00'), end: at('16:56:00') },
  { ...meeting('Planning'), start: at('17:00:00') + 86_400_000, end: at('18:00:00') + 86_400_000 },
];

test('rows are under “On now”, “Today”, “Tomorrow” and later days', () => {
  const later = { ...tomorrow, key: 'later', start: tomorrow.start + 4 * 86_400_000 };
  const groups = panelGroups([running, meeting('kOps'), tomorrow, later], snapshot.now, format);
  // Versions of ICU differ in the comma.
  expect(groups.map(({ heading }) => heading.replace(',', ''))).toEqual([
    'On now',
    'Today',
    'Tomorrow',
    'Wednesday 25 November',
  ]);
  expect(groups.map(({ isNow }) => isNow)).toEqual([true, false, false, false]);
});

test('a row says how long it is until the start or the end, and what was joined', () => {
  const stateOf = (one: PanelMeeting) => rowState(one, snapshot.now, format);
  expect(stateOf(meeting('kOps'))).toBe('in 13 min');
  expect(stateOf(running)).toBe('ends in 9 min');
  expect(stateOf({ ...running, visit: 'joined' })).toBe('joined');
  expect(stateOf(tomorrow)).toBe('');
});

test('a screen reader hears a row whole, with its place', () => {
  const nameOf = (one: PanelMeeting) => rowName(one, snapshot.now, format, '2 of 5');
  expect(nameOf({ ...meeting('SIG Node'), isMaybe: true })).toBe(
    'SIG Node, 18:00, maybe, in 13 minutes, 2 of 5',
  );
  expect(nameOf({ ...running, visit: 'joined' })).toBe(
    'Stand-up, 17:30, On now, joined, ends in 9 minutes, 2 of 5',
  );
  expect(nameOf(tomorrow)).toBe('Planning, Tomorrow 18:00, 2 of 5');
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
