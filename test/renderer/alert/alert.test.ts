import { expect, test } from 'vitest';
import { createAlertModel, selectedCard } from '#renderer/alert/alertModel.ts';
import { alertKey } from '#renderer/alert/alertKeys.ts';
import { alertClock, alertLine, alertSentence } from '#renderer/alert/alertWords.ts';
import { createApi } from '#renderer/kit/api.ts';
import { FakeBridge, settled } from '../fakeBridge.ts';
import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';

const start = Date.parse('2026-11-20T17:00:00Z');
const card: AlertCard = {
  key: 'before-0|a|1',
  title: 'Office hours',
  text: '',
  time: { start, end: start + 3_600_000 },
  community: 'Kubernetes',
  hue: 'teal',
  service: 'Zoom',
  isOpened: false,
  joinsAt: null,
  isMaybe: false,
  isInvitation: false,
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

test('a card shows time, service and community', () => {
  expect(alertLine(card, format)).toBe('17:00–18:00 · Zoom · Kubernetes');
  expect(alertLine({ ...card, service: null, time: null }, format)).toBe('no room known · Kubernetes');
});

test('a card in one sentence names the meeting, unless titles are hidden', () => {
  const sentenceAt = (now: number, hidesTitles = false) => alertSentence(card, now, { format, hidesTitles });
  expect(sentenceAt(start - 600_000)).toBe('Office hours, 17:00, in 10 minutes');
  expect(sentenceAt(start - 3_900_000)).toBe('Office hours, 17:00, in 1 hour 5 minutes');
  expect(sentenceAt(start)).toBe('Office hours, 17:00, starts now');
  expect(sentenceAt(start + 420_000)).toBe('Office hours, 17:00, started 7 min ago');
  expect(sentenceAt(start - 60_000, true)).toBe('Meeting, 17:00, in 1 minute');
});

const [a, b, c]: readonly [AlertCard, AlertCard, AlertCard] = [
  { ...card, key: 'a' },
  { ...card, key: 'b' },
  { ...card, key: 'c' },
];

test('a digit or an arrow goes to another card', () => {
  const goes = (key: string, from = b) => alertKey(key, [a, b, c], from);
  expect(goes('1')).toEqual({ kind: 'choose', key: 'a' });
  expect(goes('4')).toBeNull();
  expect(goes('ArrowDown')).toEqual({ kind: 'choose', key: 'c' });
  expect(goes('ArrowDown', c)).toEqual({ kind: 'choose', key: 'c' });
  expect(goes('ArrowUp', a)).toEqual({ kind: 'choose', key: 'a' });
});

test.each([
  ['j', 'join'],
  ['s', { snooze: '5' }],
  ['n', 'notes'],
  ['d', 'dismiss'],
  ['Escape', 'shrink'],
  ['x', 'skip'],
] as const)('%s acts on the card with the focus, of several', (key, action) => {
  expect(alertKey(key, [a, b], b)).toEqual({ kind: 'act', key: 'b', action });
  expect(alertKey(key, [a, b], a)).toEqual({ kind: 'act', key: 'a', action });
});

test('Escape stops a countdown first, whichever card has it, and then shrinks the card', () => {
  const counting = { ...a, joinsAt: start };
  expect(alertKey('Escape', [counting, b], b)).toEqual({ kind: 'act', key: 'a', action: 'stayOut' });
  expect(alertKey('Escape', [a, b], b)).toEqual({ kind: 'act', key: 'b', action: 'shrink' });
});

test('without a time there is no clock to shrink to', () => {
  const gone = { ...a, time: null };
  expect(alertKey('Escape', [gone], gone)).toEqual({ kind: 'act', key: 'a', action: 'dismiss' });
});

test('Y and X answer an unconfirmed meeting; X skips any other, unless it left the calendar', () => {
  const actionsOf = (wish: Partial<AlertCard>) =>
    ['y', 'x'].map((key) => {
      const command = alertKey(key, [a], { ...a, ...wish });
      return command?.kind === 'act' ? command.action : null;
    });
  expect(actionsOf({ isMaybe: true })).toEqual(['itIsOn', 'notThisWeek']);
  expect(actionsOf({})).toEqual([null, 'skip']);
  expect(actionsOf({ time: null })).toEqual([null, null]);
});

/** The window's model with these cards, on a clock that the test sets. */
async function open(...cards: AlertCard[]) {
  const local = { now: 1_000 };
  const bridge = new FakeBridge({ 'alert:get': snapshotOf(...cards) });
  const model = createAlertModel(
    createApi(bridge, () => undefined),
    () => local.now,
    () => () => undefined,
  );
  await settled();
  return {
    model,
    local,
    send: (...present: AlertCard[]) => bridge.emit('alert:changed', snapshotOf(...present)),
  };
}

test('keys are ignored for half a second after the window, or a card, has come', async () => {
  const { model, local, send } = await open(a);
  local.now = 1_400;
  expect(model.isListening()).toBe(false);
  local.now = 1_500;
  expect(model.isListening()).toBe(true);
  send(a, b);
  expect(model.isListening()).toBe(false);
  local.now = 2_000;
  send(b);
  expect(model.isListening()).toBe(true);
  model.appeared();
  expect(model.isListening()).toBe(false);
  model.end();
});

test('the card with the focus stays chosen when others come and go; before it is the first', async () => {
  const { model, send } = await open(b, c);
  const selected = () => selectedCard(model.view())?.key;
  send(a, b, c);
  expect(selected()).toBe('a');
  model.choose('b');
  send(b, c);
  expect(selected()).toBe('b');
  send(a, b, c);
  expect(selected()).toBe('b');
  send(a, c);
  expect(selected()).toBe('a');
  model.end();
});
