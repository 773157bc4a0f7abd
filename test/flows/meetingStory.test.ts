import { expect, test } from 'vitest';
import { defaultReminderRules, type ReminderRules } from '#core/reminders/reminderRules.ts';
import { happenedWords } from '#core/reminders/happenedWords.ts';
import { comingWords, storyTime } from '#renderer/reminders/storyWords.ts';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** The details of a meeting say what happened, by the ledger, and what will, by the plan. */

const address = 'https://example.org/team.ics';
const meeting: EventWish = {
  title: 'Sync',
  start: '2026-11-20T17:00:00Z',
  lines: ['LOCATION:https://zoom.us/j/95680858961?pwd=AbC'],
};
const format = { locale: 'en-GB', zone: 'Europe/Berlin', clock: 'locale' } as const;

async function computerAt(now: string, rules: Partial<ReminderRules> = {}): Promise<Computer> {
  const computer = new Computer(now);
  computer.store.write('settings', { isWelcomeDone: true, reminders: { ...defaultReminderRules, ...rules } });
  computer.network.serve(address, aCalendar([meeting]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const keyOf = async (app: RunningApp): Promise<string> =>
  (await app.window.askAgenda()).occurrences[0]?.key ?? '';

/** The lines as they are read in the details. */
async function storyOf(app: RunningApp, key: string) {
  const story = await app.window.ask('reminders:story', key);
  const start = Date.parse(meeting.start);
  return {
    happened: story?.happened.map(
      (event) => `${storyTime(event.at, start, format)} ${happenedWords(event, format)}`,
    ),
    coming: story?.coming.map((one) => `${storyTime(one.at, start, format)} ${comingWords(one, format)}`),
    silence: story?.silence,
  };
}

test('past meetings are listed with their outcome, latest first, also beyond the agenda’s range', async () => {
  const computer = await computerAt('2026-11-20T16:45:00Z');
  await using app = await computer.start();
  const read = async () =>
    (await app.window.ask('reminders:past')).map(({ title, start, happened }) => [
      title,
      new Date(start).toISOString(),
      [...new Set(happened.map((event) => happenedWords(event, format)))].join(' · '),
    ]);
  await computer.clock.advanceTo('2026-11-20T16:55:00Z');
  expect(await read()).toEqual([]);
  await computer.clock.advanceTo('2026-11-20T17:00:30Z');
  await app.window.ask('join:open', await keyOf(app), null);
  const sync = ['Sync', '2026-11-20T17:00:00.000Z', 'Shown · You joined'];
  expect(await read()).toEqual([sync]);
  const later = { title: 'Later', start: '2026-12-10T17:00:00Z' };
  computer.network.serve('https://example.org/later.ics', aCalendar([later]));
  await app.window.ask('feeds:add', 'https://example.org/later.ics');
  computer.clock.jumpTo('2026-12-10T16:30:00Z');
  await computer.power.resume();
  await computer.clock.advanceTo('2026-12-10T18:00:00Z');
  expect((await app.window.askAgenda()).occurrences.map(({ title }) => title)).not.toContain('Sync');
  expect(await read()).toEqual([['Later', '2026-12-10T17:00:00.000Z', 'Shown'], sync]);
});

test('a meeting that was running when its calendar was added has no reminder and counts as not missed', async () => {
  const computer = await computerAt('2026-11-20T17:20:00Z');
  await using app = await computer.start();
  expect(await storyOf(app, await keyOf(app))).toEqual({ happened: [], coming: [], silence: 'added' });
  await computer.clock.advanceTo('2026-11-20T18:20:00Z');
  expect(await app.window.ask('reminders:past')).toEqual([]);
});

test('planned reminders become past ones, and joining silences the rest', async () => {
  const computer = await computerAt('2026-11-20T16:45:00Z');
  await using app = await computer.start();
  const key = await keyOf(app);
  expect(await storyOf(app, key)).toEqual({
    happened: [],
    coming: ['17:50 Notification', '17:59 Notification', '18:00 Notification'],
    silence: null,
  });
  await computer.clock.advanceTo('2026-11-20T16:50:00Z');
  app.notifier.notices[0]?.press('Snooze');
  await computer.clock.advanceTo('2026-11-20T16:59:10Z');
  expect(app.window.received('reminders:happened').length).toBeGreaterThan(0);
  await app.window.ask('join:open', key, null);
  expect(await storyOf(app, key)).toEqual({
    happened: [
      '17:50 Shown',
      '17:50 You snoozed it until 17:55',
      '17:55 Shown',
      '17:59 Shown',
      '17:59 You joined',
    ],
    coming: [],
    silence: 'joined',
  });
  await app.window.ask('join:undo', key);
  expect(await storyOf(app, key)).toMatchObject({ coming: ['18:00 Notification'], silence: null });
});

test('the planned reminders of a meeting weeks away are listed too', async () => {
  await using app = await (await computerAt('2026-11-01T15:00:00Z')).start();
  expect(await storyOf(app, await keyOf(app))).toEqual({
    happened: [],
    coming: ['17:50 Notification', '17:59 Notification', '18:00 Notification'],
    silence: null,
  });
});

test('a reminder missed during sleep is listed, also when its meeting has left the agenda', async () => {
  const computer = await computerAt('2026-11-20T16:45:00Z');
  await using app = await computer.start();
  const key = await keyOf(app);
  computer.clock.jumpTo('2026-11-20T18:30:00Z');
  await computer.power.resume();
  const missed = { happened: ['18:00 Missed while asleep'], coming: [], silence: 'over' };
  expect(await storyOf(app, key)).toEqual(missed);
  computer.clock.jumpTo('2026-12-20T18:30:00Z');
  await computer.power.resume();
  await settle();
  expect((await app.window.askAgenda()).occurrences).toEqual([]);
  expect(await storyOf(app, key)).toEqual(missed);
});

test('quiet hours are shown before they suppress a reminder', async () => {
  const quietHours = { from: '17:30', to: '17:58' };
  await using app = await (await computerAt('2026-11-20T15:00:00Z', { quietHours })).start();
  expect((await storyOf(app, await keyOf(app))).coming).toEqual([
    '17:50 Notification, held back until 17:58 (quiet time)',
    '17:59 Notification',
    '18:00 Notification',
  ]);
});

test('a meeting without reminders shows the reason', async () => {
  const computer = await computerAt('2026-11-20T15:00:00Z');
  await using app = await computer.start();
  const key = await keyOf(app);
  await app.window.ask('skips:choose', key, 'one');
  expect(await storyOf(app, key)).toEqual({
    happened: ['16:00 You skipped it'],
    coming: [],
    silence: 'skipped',
  });
  await app.window.ask('skips:choose', key, null);
  await app.window.ask('reminders:choose', { scope: 'occurrence', of: key }, []);
  expect(await storyOf(app, key)).toMatchObject({ coming: [], silence: 'none' });
  expect(await app.window.ask('reminders:story', 'nobody')).toBeNull();
});
