import { expect, test } from 'vitest';
import { defaultReminderRules, type ReminderLead } from '#core/reminders/reminderRules.ts';
import { MINUTE } from '#base';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { FakeNotifier } from '../fakes/fakeDesktop.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** What is due of one meeting at one moment is one card: one of two would take the other from the screen. */

const address = 'https://example.org/team.ics';
const room = 'https://zoom.us/j/95680858961';
const standUp: EventWish = {
  title: 'Stand-up',
  start: '2026-11-20T15:30:00Z',
  minutes: 30,
  lines: [`LOCATION:${room}`],
};
/** Its reminder of ten minutes before is due at once. */
const nearer: EventWish = { ...standUp, start: '2026-11-20T15:05:00Z' };
const tenMinutes: ReminderLead = { minutes: 10, kind: 'notice' };

/** A computer at 15:00 UTC that follows these meetings. */
async function computerWith(lead: ReminderLead, ...events: EventWish[]): Promise<Computer> {
  const computer = new Computer('2026-11-20T15:00:00Z');
  const reminders = { ...defaultReminderRules, leads: [lead] };
  computer.store.write('settings', { isWelcomeDone: true, reminders });
  computer.network.serve(address, aCalendar(events));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

async function refreshedWith(computer: Computer, app: RunningApp, ...events: EventWish[]): Promise<void> {
  computer.network.serve(address, aCalendar(events));
  await app.window.ask('feeds:refresh');
  await settle();
}

test('a meeting that moves so near that its reminder is due is announced once, with the change', async () => {
  const computer = await computerWith(tenMinutes, standUp);
  await using app = await computer.start();
  await refreshedWith(computer, app, nearer);
  expect(app.notifier.notices.map(({ title, body }) => [title, body])).toEqual([
    ['Stand-up', 'Moved 25 min earlier · In 5 min · 16:05–16:35 · Zoom'],
  ]);
  await computer.clock.advanceTo('2026-11-20T15:04:00Z');
  const [meeting] = (await app.window.askAgenda()).occurrences;
  await app.window.ask('join:open', meeting?.key ?? '', null);
  expect(app.notifier.notices.map(({ isWithdrawn }) => isWithdrawn)).toEqual([true]);
});

test('such a meeting comes in the alert window if the user chose that, and stays in it', async () => {
  const computer = await computerWith({ ...tenMinutes, kind: 'alert' }, standUp);
  await using app = await computer.start();
  await refreshedWith(computer, app, nearer);
  expect(app.alert.cards).toMatchObject([{ title: 'Stand-up', text: 'Moved 25 min earlier' }]);
  expect(app.notifier.notices).toEqual([]);
});

test('waking shortly before the end announces once that the meeting began and ends', async () => {
  const computer = await computerWith(tenMinutes, nearer);
  await using app = await computer.start();
  await app.window.ask('settings:change', {
    reminders: { ...defaultReminderRules, leads: [{ minutes: 0, kind: 'alert' }], endWarningMinutes: 5 },
  });
  computer.clock.jumpTo('2026-11-20T15:31:00Z');
  await computer.power.resume();
  expect(app.alert.cards).toMatchObject([{ title: 'Stand-up', text: 'Ends in 4 min' }]);
  expect(app.notifier.notices).toEqual([]);
});

test('a meeting announced in a shared notice is not announced again after a restart', async () => {
  const others = [1, 2, 3, 4].map((number) => ({ title: `Meeting ${number}`, start: nearer.start }));
  const computer = await computerWith(tenMinutes, standUp);
  {
    await using app = await computer.start();
    await refreshedWith(computer, app, nearer, ...others);
    expect(app.notifier.notices.map(({ title }) => title)).toEqual(['5 meetings begin in 5 min']);
  }
  const notifier = new FakeNotifier();
  await using again = await computer.start(notifier);
  await computer.clock.advance(2 * MINUTE);
  expect(again.notifier.notices).toEqual([]);
});
