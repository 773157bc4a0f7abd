import { expect, test } from 'vitest';
import { defaultReminderRules, type ReminderRules } from '#core/reminders/reminderRules.ts';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** Only the user's word silences: what opening a room says, by how near its meeting is. */

const address = 'https://example.org/team.ics';
const room = 'https://zoom.us/j/95680858961?pwd=AbC';
/** Wednesday, 18:00 in Berlin. */
const meeting: EventWish = {
  title: 'Contributor sync',
  start: '2026-11-25T17:00:00Z',
  lines: [`LOCATION:${room}`],
};

async function computerAt(now: string, rules: Partial<ReminderRules> = {}, ...events: EventWish[]) {
  const computer = new Computer(now);
  computer.store.write('settings', { isWelcomeDone: true, reminders: { ...defaultReminderRules, ...rules } });
  computer.network.serve(address, aCalendar([meeting, ...events]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const leadAtStart: Partial<ReminderRules> = { leads: [{ minutes: 0, kind: 'notice' }] };

const keyOf = async (app: RunningApp): Promise<string> =>
  (await app.window.askAgenda()).occurrences[0]?.key ?? '';

const bodiesOf = (app: RunningApp): string[] => app.notifier.notices.map(({ body }) => body);

/** Sleeps through the days between, as simulating them second by second costs minutes. */
async function sleepUntilTheMeeting({ clock, power }: Computer): Promise<void> {
  clock.jumpTo('2026-11-25T16:30:00Z');
  await power.resume();
  await clock.advanceTo('2026-11-25T17:05:00Z');
}

/** What stands in the notices from the moment of the first reminder until after the start. */
async function announcedAfter(prepare: (app: RunningApp) => Promise<void>): Promise<string[]> {
  const computer = await computerAt('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  await prepare(app);
  await sleepUntilTheMeeting(computer);
  return bodiesOf(app);
}

test('opening a room five days early silences no reminder', async () => {
  const control = await announcedAfter(() => Promise.resolve());
  const looked = await announcedAfter(async (app) => {
    const key = await keyOf(app);
    expect(await app.window.ask('join:open', key, null)).toEqual({ ok: true, value: 'asked' });
    expect(app.desktop.opened).toEqual([]);
    expect(await app.window.ask('question:get')).toEqual({ kind: 'early', key, url: null });
    expect(await app.window.ask('join:open', key, null, 'anyway')).toEqual({ ok: true, value: 'looked' });
    await app.window.ask('question:close');
    expect(app.desktop.opened).toEqual([room]);
    expect(await app.window.ask('join:visits')).toEqual([]);
  });
  expect(control).toEqual(
    ['In 10 min', 'In 1 min', 'Starts now'].map((words) => `${words} · 18:00–19:00 · Zoom`),
  );
  expect(looked).toEqual(control);
});

test('a ledger that records an early look as joined silences nothing either', async () => {
  const looked = await announcedAfter(async () => undefined);
  const computer = await computerAt('2026-11-20T09:00:00Z');
  {
    await using app = await computer.start();
    const start = Date.parse(meeting.start);
    const line = { at: computer.clock.now(), kind: 'joined', key: `before-0|${await keyOf(app)}|${start}` };
    await computer.memory.append('/user/reminders.jsonl', JSON.stringify(line));
  }
  await using app = await computer.start();
  await sleepUntilTheMeeting(computer);
  expect(bodiesOf(app)).toEqual(looked);
  expect(await app.window.ask('join:visits')).toEqual([]);
});

test('after opening the room at the ten-minute notice, reminders continue and lead back to it', async () => {
  const computer = await computerAt('2026-11-25T16:45:00Z');
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-25T16:51:00Z');
  app.notifier.notices[0]?.press('Join');
  await settle();
  expect(app.desktop.opened).toEqual([room]);
  const { visit } = (await app.window.ask('panel:get')).meetings[0] ?? {};
  expect(visit).toBe('opened');
  await computer.clock.advanceTo('2026-11-25T17:00:30Z');
  expect(bodiesOf(app).slice(1)).toEqual(
    ['In 1 min', 'Starts now'].map((words) => `${words} · You opened the room at 17:51 · 18:00–19:00 · Zoom`),
  );
  app.notifier.notices[2]?.press('Back to Zoom');
  await settle();
  expect(await app.window.ask('join:visits')).toMatchObject([{ kind: 'joined' }]);
});

test('the alert window says so, too', async () => {
  const computer = await computerAt('2026-11-25T16:50:00Z', { leads: [{ minutes: 1, kind: 'alert' }] });
  await using app = await computer.start();
  await app.window.ask('join:open', await keyOf(app), null);
  await computer.clock.advanceTo('2026-11-25T16:59:00Z');
  expect((await app.window.ask('alert:get')).cards).toMatchObject([
    { isOpened: true, text: 'You opened the room at 17:50', service: 'Zoom' },
  ]);
});

test('joining a minute before silences the reminders until it is undone', async () => {
  const computer = await computerAt('2026-11-25T16:59:00Z', { nag: true });
  await using app = await computer.start();
  await computer.clock.advance(1_000);
  const before = app.notifier.notices.length;
  const key = await keyOf(app);
  expect(await app.window.ask('join:open', key, null)).toEqual({ ok: true, value: 'joined' });
  await computer.clock.advanceTo('2026-11-25T17:04:30Z');
  expect(app.notifier.notices).toHaveLength(before);
  expect(await app.window.ask('join:undo', key)).toEqual({ ok: true, value: null });
  expect(await app.window.ask('join:visits')).toEqual([]);
  await computer.clock.advanceTo('2026-11-25T17:05:30Z');
  expect(bodiesOf(app).slice(before)).toEqual(
    ['Started 4 min ago', 'Started 5 min ago'].map((words) => `${words} · 18:00–19:00 · Zoom`),
  );
});

test('an early look can be undone: reminders no longer mention it', async () => {
  const computer = await computerAt('2026-11-25T16:51:00Z', { leads: [{ minutes: 1, kind: 'notice' }] });
  await using app = await computer.start();
  const key = await keyOf(app);
  expect(await app.window.ask('join:open', key, null)).toEqual({ ok: true, value: 'opened' });
  await app.window.ask('join:undo', key);
  await computer.clock.advanceTo('2026-11-25T16:59:00Z');
  expect(bodiesOf(app)).toEqual(['In 1 min · 18:00–19:00 · Zoom']);
});

test('an undone visit stays undone after a restart', async () => {
  const computer = await computerAt('2026-11-25T16:58:30Z', { leads: [{ minutes: 0, kind: 'notice' }] });
  {
    await using app = await computer.start();
    const key = await keyOf(app);
    await app.window.ask('join:open', key, null);
    await app.window.ask('join:undo', key);
  }
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-25T17:00:00Z');
  expect(bodiesOf(app)).toEqual(['Starts now · 18:00–19:00 · Zoom']);
});

test.each([
  ['2026-11-25T16:44:59Z', 'asked'],
  ['2026-11-25T16:45:00Z', 'opened'],
  ['2026-11-25T16:57:59Z', 'opened'],
  ['2026-11-25T16:58:00Z', 'joined'],
  ['2026-11-25T17:59:59Z', 'joined'],
  ['2026-11-25T18:00:00Z', 'looked'],
] as const)('opening the room at %s counts as %s', async (now, outcome) => {
  await using app = await (await computerAt(now)).start();
  expect(await app.window.ask('join:open', await keyOf(app), null)).toEqual({ ok: true, value: outcome });
});

/** Ways into a room that cannot ask by themselves: the window comes up with the question. */
const ways: readonly (readonly [string, (app: RunningApp, key: string) => Promise<unknown>])[] = [
  ['the tray', async (app) => app.desktop.joinFromTray((await app.window.askAgenda()).occurrences[0]!)],
  ['the panel', (app, key) => app.window.ask('panel:act', { kind: 'join', key })],
  ['a notice', async (app) => app.notifier.notices[0]?.press('Join')],
];

test.each(ways)('%s asks before it opens a room an hour early, and records nothing', async (_way, join) => {
  const computer = await computerAt('2026-11-25T15:59:00Z', { leads: [{ minutes: 60, kind: 'notice' }] });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-25T16:00:00Z');
  const key = await keyOf(app);
  await join(app, key);
  await settle();
  expect(app.desktop.opened).toEqual([]);
  expect(app.desktop.routes.at(-1)).toEqual({ screen: 'agenda', occurrenceKey: key });
  expect(await app.window.ask('question:get')).toEqual({ kind: 'early', key, url: null });
  expect(await app.window.ask('join:visits')).toEqual([]);
});

test('the alert window asks in the main window, too', async () => {
  const computer = await computerAt('2026-11-25T15:59:00Z', { leads: [{ minutes: 60, kind: 'alert' }] });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-25T16:00:00Z');
  const { cards } = await app.window.ask('alert:get');
  await app.window.ask('reminders:act', cards[0]?.key ?? '', 'join');
  expect(app.desktop.opened).toEqual([]);
  expect(await app.window.ask('question:get')).toMatchObject({ kind: 'early' });
});

test('nothing is joined automatically long before the start, or into a room that was opened already', async () => {
  const leads = [60, 5].map((minutes) => ({ minutes, kind: 'autoJoin' as const }));
  const computer = await computerAt('2026-11-25T15:59:00Z', { leads });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-25T16:01:00Z');
  const textOf = async (): Promise<string | undefined> => (await app.window.ask('alert:get')).cards[0]?.text;
  expect([app.desktop.opened, await textOf()]).toEqual([[], 'Not joined automatically: it is too early']);
  await computer.clock.advanceTo('2026-11-25T16:50:00Z');
  await app.window.ask('join:open', await keyOf(app), null);
  await computer.clock.advanceTo('2026-11-25T16:56:00Z');
  expect(app.desktop.opened).toHaveLength(1);
  expect(await textOf()).toBe('Not joined automatically: you opened the room before');
});

test('a meeting dismissed after its start does not return when its calendar changes it', async () => {
  const computer = await computerAt('2026-11-25T16:55:00Z', { nag: true });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-25T17:02:10Z');
  app.notifier.notices.at(-1)?.dismiss();
  const seen = app.notifier.notices.length;
  for (const change of [
    { title: 'Contributor sync, renamed', uid: 'Contributor sync' },
    { lines: ['LOCATION:https://meet.google.com/abc-defg-hij'] },
    { minutes: 90 },
  ]) {
    computer.network.serve(address, aCalendar([{ ...meeting, ...change }]));
    await app.window.ask('feeds:refresh');
    await computer.clock.advance(90_000);
  }
  expect(app.notifier.notices).toHaveLength(seen);
});

/** Calendars hold meetings without an end, too. */
const withoutLength: EventWish = {
  title: 'Reminder to call',
  start: '2026-11-25T19:30:00Z',
  minutes: 0,
  lines: ['LOCATION:https://zoom.us/j/95680858962'],
};

test('a meeting without length stays on the screen for five minutes, and a click joins it', async () => {
  const computer = await computerAt('2026-11-25T19:25:00Z', leadAtStart, withoutLength);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-25T19:32:00Z');
  expect(app.notifier.notices.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false]);
  app.notifier.notices[0]?.click();
  await settle();
  expect(app.desktop.opened).toEqual(['https://zoom.us/j/95680858962']);
});

test('joining a zero-length meeting minutes after its start silences it', async () => {
  const computer = await computerAt('2026-11-25T19:25:00Z', { ...leadAtStart, nag: true }, withoutLength);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-25T19:31:30Z');
  const before = app.notifier.notices.length;
  const { occurrences } = await app.window.askAgenda();
  const meeting = occurrences.find(({ title }) => title === withoutLength.title);
  expect(await app.window.ask('join:open', meeting?.key ?? '', null)).toEqual({ ok: true, value: 'joined' });
  await computer.clock.advanceTo('2026-11-25T19:40:00Z');
  expect(app.notifier.notices).toHaveLength(before);
});
