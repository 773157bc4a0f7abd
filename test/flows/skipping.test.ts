import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { userDataFolder } from '#cli/folders.ts';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { environmentOf, runCommand } from '../cli/runCommand.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const answer = z.object({ title: z.string(), feed: z.string() });

/** Not going to a meeting: it is marked and silent, and next nowhere, until that is taken back. */

const address = 'https://example.org/team.ics';
const room = 'LOCATION:https://zoom.us/j/95680858961?pwd=AbC';
const standUp: EventWish = {
  title: 'Stand-up',
  start: '2026-11-20T16:00:00Z',
  minutes: 30,
  lines: ['RRULE:FREQ=DAILY', room],
};
const review: EventWish = { title: 'Review', start: '2026-11-20T16:10:00Z', lines: [room] };

async function computerAt(now: string, ...events: EventWish[]): Promise<Computer> {
  const computer = new Computer(now);
  computer.network.serve(address, aCalendar(events));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const agendaOf = async (app: RunningApp) => (await app.window.askAgenda()).occurrences;

const keyOf = async (app: RunningApp, title = 'Stand-up', index = 0): Promise<string> =>
  (await agendaOf(app)).filter((one) => one.title === title)[index]?.key ?? '';

const skippedStarts = async (app: RunningApp): Promise<string[]> =>
  (await agendaOf(app))
    .filter(({ skipped }) => skipped !== null)
    .map(({ time }) => new Date(time.start).toISOString());

test('a skipped meeting is silent and never shown as next, after a restart too; its next date is not affected', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp, review);
  {
    await using app = await computer.start();
    expect(app.desktop.tray.tooltip).toBe('Stand-up in 15 min');
    expect(await app.window.ask('skips:choose', await keyOf(app), 'one')).toEqual({ ok: true, value: null });
    expect(app.desktop.tray.tooltip).toBe('Review in 25 min');
    expect(app.desktop.tray.join.map(({ label }) => label)).toEqual(['Join Review']);
    expect(await app.window.ask('panel:get')).toMatchObject({ first: await keyOf(app, 'Review') });
    computer.shortcuts.press('CommandOrControl+Shift+J');
    await settle();
    expect(app.desktop.opened).toEqual([]);
  }
  await using app = await computer.start();
  expect(await skippedStarts(app)).toEqual(['2026-11-20T16:00:00.000Z']);
  await computer.clock.advanceTo('2026-11-20T16:05:00Z');
  expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Review']);
  await computer.clock.advanceTo('2026-11-21T15:55:00Z');
  expect(app.notifier.notices.at(-1)?.title).toBe('Stand-up');
});

test('a series is skipped from one date on, and undone as a whole', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp);
  await using app = await computer.start();
  const later = await keyOf(app, 'Stand-up', 1);
  await app.window.ask('skips:choose', later, 'series');
  const all = (await agendaOf(app)).length;
  const skipped = await skippedStarts(app);
  expect([skipped[0], skipped.length]).toEqual(['2026-11-21T16:00:00.000Z', all - 1]);
  expect((await agendaOf(app))[1]?.skipped).toEqual({
    scope: 'series',
    from: Date.parse('2026-11-21T16:00:00Z'),
  });
  await app.window.ask('skips:choose', await keyOf(app, 'Stand-up', 5), null);
  expect(await skippedStarts(app)).toEqual([]);
});

test('a skip that is undone in time leaves the reminders unchanged', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp);
  await using app = await computer.start();
  const key = await keyOf(app);
  await app.window.ask('skips:choose', key, 'one');
  await computer.clock.advanceTo('2026-11-20T15:55:00Z');
  await app.window.ask('skips:choose', key, null);
  await computer.clock.advanceTo('2026-11-20T16:00:00Z');
  expect(app.notifier.notices.map(({ body }) => body.split(' · ')[0])).toEqual([
    'In 5 min',
    'In 1 min',
    'Starts now',
  ]);
});

test('the history shows a skip that is in effect, and not one that was undone', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp);
  await using app = await computer.start();
  const key = await keyOf(app);
  const happened = async () =>
    (await app.window.ask('reminders:story', key))?.happened.map(({ kind, why }) => [kind, why]);
  for (const [scope, told] of [
    ['one', [['withdrawn', 'skipped']]],
    [null, []],
    ['series', [['withdrawn', 'skipped']]],
  ] as const) {
    await app.window.ask('skips:choose', key, scope);
    await settle();
    expect(await happened()).toEqual(told);
  }
});

test('a notice skips its meeting, confirms it silently, and can undo it', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp);
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:51:00Z');
  app.notifier.notices[0]?.press('Skip');
  await settle();
  expect(app.notifier.notices).toMatchObject([
    { title: 'Stand-up', isWithdrawn: true },
    {
      title: 'Stand-up',
      body: 'Skipped. No more reminders of it will come.',
      isSilent: true,
      isWithdrawn: false,
    },
  ]);
  expect(await skippedStarts(app)).toHaveLength(1);
  app.notifier.notices[1]?.press('Undo');
  await settle();
  expect(app.notifier.notices[1]?.isWithdrawn).toBe(true);
  expect(await skippedStarts(app)).toEqual([]);
  await computer.clock.advanceTo('2026-11-20T15:59:00Z');
  expect(app.notifier.notices.at(-1)?.body).toMatch(/^In 1 min/u);
});

test('the alert window skips its meeting, and a notice can undo it', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp);
  await using app = await computer.start();
  const { reminders } = await app.window.ask('settings:get');
  await app.window.ask('settings:change', {
    reminders: { ...reminders, leads: [{ minutes: 10, kind: 'alert', loudness: 'normal' }] },
  });
  await computer.clock.advanceTo('2026-11-20T15:51:00Z');
  const [card] = (await app.window.ask('alert:get')).cards;
  await app.window.ask('reminders:act', card?.key ?? '', 'skip');
  await settle();
  expect((await app.window.ask('alert:get')).cards).toEqual([]);
  expect(await skippedStarts(app)).toHaveLength(1);
  app.notifier.notices.at(-1)?.press('Undo');
  await settle();
  expect(await skippedStarts(app)).toEqual([]);
});

test('the tray’s menu skips the next meeting with its title hidden, and then offers the following one', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp, review);
  await using app = await computer.start();
  expect(app.desktop.tray.skip?.label).toBe('Skip Stand-up');
  await app.window.ask('settings:change', { hidesTitles: true });
  expect(app.desktop.tray.skip?.label).toBe('Skip Meeting');
  app.desktop.skipFromTray();
  await settle();
  expect(app.notifier.notices.at(-1)).toMatchObject({ title: 'Meeting', isSilent: true });
  expect(app.desktop.tray.skip?.occurrence.title).toBe('Review');
  await computer.clock.advance(20_000);
  expect(app.notifier.notices.at(-1)?.isWithdrawn).toBe(true);
});

test('the panel skips a meeting, offers Undo until it is opened again, and selects the next one', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp, review);
  await using app = await computer.start();
  app.desktop.clickTray();
  const key = await keyOf(app);
  await app.window.ask('panel:act', { kind: 'skip', key });
  const shown = app.window.received('panel:changed').at(-1);
  expect(shown).toMatchObject({
    first: await keyOf(app, 'Review'),
    skipped: { key, title: 'Stand-up' },
  });
  await app.window.ask('panel:act', { kind: 'unskip', key });
  expect(app.window.received('panel:changed').at(-1)).toMatchObject({ first: key, skipped: null });
  await app.window.ask('panel:act', { kind: 'skip', key });
  expect((await app.window.ask('panel:get')).skipped).toBeNull();
});

test('a single meeting stays skipped when its calendar moves it', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', review);
  await using app = await computer.start();
  await app.window.ask('skips:choose', await keyOf(app, 'Review'), 'one');
  computer.network.serve(address, aCalendar([{ ...review, start: '2026-11-20T17:00:00Z' }]));
  await app.window.ask('feeds:refresh');
  expect(await skippedStarts(app)).toEqual(['2026-11-20T17:00:00.000Z']);
  await computer.clock.advanceTo('2026-11-20T17:05:00Z');
  expect(app.notifier.notices).toEqual([]);
});

test('a declined meeting is never shown as next, even if declined meetings are announced', async () => {
  const declined = {
    ...standUp,
    lines: [room, 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org'],
  };
  const computer = new Computer('2026-11-20T15:45:00Z');
  computer.network.serve(address, aCalendar([declined, review], 'me@example.org'));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  expect((await agendaOf(app))[0]?.isDeclined).toBe(true);
  expect(app.desktop.tray.tooltip).toBe('Review in 25 min');
  expect((await app.window.ask('panel:get')).meetings.map(({ title }) => title)).toEqual(['Review']);
});

test('the command line uses the same choices', async () => {
  const computer = await computerAt('2026-11-20T15:45:00Z', standUp, review);
  await using app = await computer.start();
  await app.window.ask('skips:choose', await keyOf(app), 'one');
  const home = await mkdtemp(join(tmpdir(), 'skipping-'));
  const folder = userDataFolder({
    platform: process.platform,
    env: environmentOf(home),
  });
  const feed = join(home, 'team.ics');
  await mkdir(folder, { recursive: true });
  await writeFile(feed, aCalendar([standUp, review]));
  const facts = JSON.stringify(computer.store.read('facts'));
  const { feedId } = (await agendaOf(app))[0]!;
  const args = ['next', '--feed', feed, '--now', '2026-11-20T15:45:00Z', '--json'];
  const before = await runCommand(args, { home });
  const named = answer.parse(JSON.parse(before.out));
  // A feed that is only named has an id of its own.
  await writeFile(
    join(folder, 'config.json'),
    JSON.stringify({ facts: JSON.parse(facts.replaceAll(feedId, named.feed)) }),
  );
  const after = await runCommand(args, { home });
  await rm(home, { recursive: true });
  expect([named.title, answer.parse(JSON.parse(after.out)).title]).toEqual(['Stand-up', 'Review']);
});
