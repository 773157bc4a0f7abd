import { expect, test } from 'vitest';
import { defaultReminderRules } from '#core/reminders/reminderRules.ts';
import type { Settings } from '#core/settings/settings.ts';
import { aCalendar } from '../builders/aCalendar.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const room = (number: number): string => `https://zoom.us/j/9568085896${number}?pwd=AbC`;

/** A quarter to three, before two meetings at three; the alert window comes at the start. */
async function computerWith(settings: Partial<Settings> = {}): Promise<Computer> {
  const computer = new Computer('2026-11-20T14:45:00Z');
  const reminders = { ...defaultReminderRules, leads: [{ minutes: 0, kind: 'alert' as const }] };
  computer.store.write('settings', { isWelcomeDone: true, reminders, ...settings });
  const meetings = [1, 2].map((number) => ({
    title: `Meeting ${number}`,
    start: '2026-11-20T15:00:00Z',
    minutes: 30,
    lines: [`LOCATION:${room(number)}`],
  }));
  computer.network.serve(address, aCalendar(meetings));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const cardKey = (app: RunningApp, title: string): string =>
  app.alert.cards.find((card) => card.title === title)?.key ?? '';

const occurrenceKey = async (app: RunningApp, title: string): Promise<string> => {
  const { occurrences } = await app.window.askAgenda();
  return occurrences.find((one) => one.title === title)?.key ?? '';
};

const shownTitle = async (app: RunningApp): Promise<string | null> =>
  (await app.window.ask('clock:get')).meeting?.title ?? null;

test('a card that shrinks leaves the alert window for the clock; the other card stays', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:00:01Z');
  expect(app.clockWindow.isOpen).toBe(false);
  await app.window.ask('reminders:act', cardKey(app, 'Meeting 2'), 'shrink');
  expect(app.alert.cards.map(({ title }) => title)).toEqual(['Meeting 1']);
  expect(app.clockWindow.isOpen).toBe(true);
  expect(await shownTitle(app)).toBe('Meeting 2');
  expect(app.desktop.opened).toEqual([]);
});

test('the clock stays until ten minutes after the end, and then ends by itself', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:00:01Z');
  await app.window.ask('reminders:act', cardKey(app, 'Meeting 2'), 'shrink');
  await computer.clock.advanceTo('2026-11-20T15:39:30Z');
  expect(app.clockWindow.isOpen).toBe(true);
  await computer.clock.advanceTo('2026-11-20T15:40:30Z');
  expect(app.clockWindow.isOpen).toBe(false);
});

test('its buttons join, open the note and dismiss it', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:59:00Z');
  const key = await occurrenceKey(app, 'Meeting 1');
  await app.window.ask('clock:show', key);
  await app.window.ask('clock:act', { kind: 'join', key });
  expect(app.desktop.opened).toEqual([room(1)]);
  expect(app.window.received('clock:changed').at(-1)?.meeting?.isOpened).toBe(true);
  await app.window.ask('clock:act', { kind: 'note', key });
  expect(app.desktop.routes).toEqual([{ screen: 'notes', occurrenceKey: key }]);
  await app.window.ask('clock:act', { kind: 'dismiss', key });
  expect(app.clockWindow.isOpen).toBe(false);
});

test('with the setting it comes with joining, and a dismissed one does not come back', async () => {
  const computer = await computerWith({ showsClock: true });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:59:00Z');
  expect(app.clockWindow.isOpen).toBe(false);
  const key = await occurrenceKey(app, 'Meeting 1');
  await app.window.ask('join:open', key, null);
  expect(await shownTitle(app)).toBe('Meeting 1');
  expect(app.clockWindow.isOpen).toBe(true);
  app.clockWindow.closeByUser();
  await computer.clock.advanceTo('2026-11-20T15:10:00Z');
  expect(app.clockWindow.isOpen).toBe(false);
});

test('without the setting joining opens no clock', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:59:00Z');
  await app.window.ask('join:open', await occurrenceKey(app, 'Meeting 1'), null);
  expect(app.clockWindow.isOpen).toBe(false);
});

test('titles that are hidden are hidden in the clock, which screen sharing leaves out unless told otherwise', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  await app.window.ask('clock:show', await occurrenceKey(app, 'Meeting 1'));
  expect(app.clockWindow.isProtected).toBe(true);
  await app.window.ask('settings:change', { hidesTitles: true, keptFromCapture: 'none' });
  expect(await shownTitle(app)).toBe('Meeting');
  expect(app.clockWindow.isProtected).toBe(false);
});

test('the panel opens it too, and is told if there is nothing to count for', async () => {
  const computer = await computerWith();
  await using app = await computer.start();
  app.desktop.clickTray();
  const key = await occurrenceKey(app, 'Meeting 1');
  expect(await app.window.ask('panel:act', { kind: 'clock', key })).toMatchObject({ ok: true });
  expect([app.clockWindow.isOpen, app.panel.isOpen()]).toEqual([true, false]);
  expect(await app.window.ask('panel:act', { kind: 'clock', key: 'gone' })).toMatchObject({ ok: false });
});
