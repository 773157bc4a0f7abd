import { expect, test } from 'vitest';
import { createAlertModel } from '#renderer/alert/alertModel.ts';
import { alertKey, answersTo } from '#renderer/alert/alertKeys.ts';
import { alertClock, alertLine } from '#renderer/alert/alertWords.ts';
import { createApi } from '#renderer/kit/api.ts';
import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';

const start = Date.parse('2026-11-20T17:00:00Z');
const card: AlertCard = {
  key: 'before-0|a|1',
  title: 'Office hours',
  text: '',
  time: { start, end: start + 3_600_000 },
  community: 'Kubernetes',
  service: 'Zoom',
  isOpened: false,
  joinsAt: null,
  isMaybe: false,
  rooms: [],
};
const format = { locale: 'en-GB', zone: 'UTC', clock: '24' as const };
const snapshotOf = (...cards: AlertCard[]): AlertSnapshot => ({
  now: start - 60_000,
  format,
  hidesTitles: false,
  hasLetterKeys: true,
  cards,
  more: 0,
});

test('the clock of a card counts down, then shows the time since the start', () => {
  expect(alertClock(card, start - 65_000)).toEqual({ label: 'Starts in', value: '01:05' });
  expect(alertClock(card, start)).toEqual({ label: 'Starts', value: 'now' });
  expect(alertClock(card, start + 420_000)).toEqual({ label: 'Started', value: '7 min ago' });
  expect(alertClock(card, start + 3_600_000).label).toBe('Ended');
  expect(alertClock({ ...card, joinsAt: start + 9_500 }, start + 400)).toEqual({
    label: 'Joins in',
    value: '10 s',
  });
});

test('a card shows time, community and service', () => {
  expect(alertLine(card, format)).toBe('17:00–18:00 · Kubernetes · Zoom');
  expect(alertLine({ ...card, service: null, time: null }, format)).toBe('Kubernetes · no room known');
});

test('digits choose an existing card, letters act on the chosen one', () => {
  expect(alertKey('2', 2)).toEqual({ kind: 'select', index: 1 });
  expect(alertKey('3', 2)).toBeNull();
  expect(alertKey('J', 1)).toEqual({ kind: 'act', action: 'join' });
  expect(alertKey('Escape', 1)).toEqual({ kind: 'act', action: 'dismiss' });
  expect(alertKey('q', 1)).toBeNull();
});

test('Escape stops a countdown first, and then dismisses the card', () => {
  expect(alertKey('Escape', 2, true)).toEqual({ kind: 'stayOut' });
  expect(alertKey('Escape', 2, false)).toEqual({ kind: 'act', action: 'dismiss' });
});

test('Y and X answer an unconfirmed meeting; X skips any other, unless it left the calendar', () => {
  const keysOf = (wish: Partial<AlertCard>) =>
    ['y', 'x'].map((key) => alertKey(key, 1, false, answersTo({ ...card, ...wish })));
  expect(keysOf({ isMaybe: true })).toEqual([
    { kind: 'act', action: 'itIsOn' },
    { kind: 'act', action: 'notThisWeek' },
  ]);
  expect(keysOf({})).toEqual([null, { kind: 'act', action: 'skip' }]);
  expect(keysOf({ time: null })).toEqual([null, null]);
});

test('keys are ignored in the first second of the window and of its newest card', async () => {
  let now = 1_000;
  let send: (payload: unknown) => void = () => undefined;
  const api = createApi(
    {
      invoke: () => Promise.resolve(snapshotOf(card)),
      on: (_name, callback) => {
        send = callback;
        return () => undefined;
      },
    },
    () => undefined,
  );
  const desk = createAlertModel(
    api,
    () => now,
    () => () => undefined,
  );
  await Promise.resolve();
  now = 1_900;
  expect(desk.isListening()).toBe(false);
  now = 2_100;
  expect(desk.isListening()).toBe(true);
  send(snapshotOf(card, { ...card, key: 'before-0|b|1' }));
  expect(desk.isListening()).toBe(false);
  now = 3_100;
  desk.select(1);
  send(snapshotOf(card));
  expect([desk.isListening(), desk.view().selected]).toEqual([true, 0]);
  desk.end();
});

test('the chosen card stays chosen when others come and go; without a choice it is the first', async () => {
  let send: (payload: unknown) => void = () => undefined;
  const [a, b, c]: readonly AlertCard[] = [
    { ...card, key: 'a' },
    { ...card, key: 'b' },
    { ...card, key: 'c' },
  ];
  const api = createApi(
    {
      invoke: () => Promise.resolve(snapshotOf(b!, c!)),
      on: (_name, callback) => {
        send = callback;
        return () => undefined;
      },
    },
    () => undefined,
  );
  const desk = createAlertModel(
    api,
    () => 1_000,
    () => () => undefined,
  );
  await Promise.resolve();
  send(snapshotOf(a!, b!, c!));
  expect(desk.view().selected).toBe(0);
  desk.select(1);
  send(snapshotOf(b!, c!));
  expect(desk.view().selected).toBe(0);
  send(snapshotOf(a!, b!, c!));
  expect(desk.view().selected).toBe(1);
  desk.end();
});
