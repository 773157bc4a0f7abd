import { expect, test } from 'vitest';
import { defaultReminderRules } from '#core/reminders/reminderRules.ts';
import { MINUTE } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { FakeNotifier } from '../fakes/fakeDesktop.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const open = 'https://example.org/team.ics';
const secret = 'https://example.org/private-s3cretT0ken/basic.ics';
const exported = '/documents/Office Hours.json';
const calendar = (title: string, name: string): string =>
  aCalendar([{ title, start: '2026-11-20T15:00:00Z', uid: title }]).replace('Team', name);
const pasted = 'Subject: Kite flyers\n\nWe meet every Tuesday at 17:00 UTC on https://zoom.us/j/91234567890';

const namesOf = async (app: RunningApp): Promise<string[]> =>
  (await app.window.ask('feeds:list')).map(({ feed }) => feed.name);

function newComputer(now = '2026-11-20T14:49:00Z'): Computer {
  const computer = new Computer(now);
  computer.network.serve(open, calendar('Stand-up', 'Team'), '"1"');
  computer.network.serve(secret, calendar('Secret', 'Secret'), '"1"');
  return computer;
}

/** Uses a computer for a morning, and exports everything. @returns the text of the file */
async function exportFrom(computer: Computer): Promise<string> {
  await using app = await computer.start();
  await app.window.ask('feeds:add', open);
  await app.window.ask('feeds:add', secret);
  await app.window.ask('feeds:add', pasted);
  await app.window.ask('settings:change', { theme: 'dark', nameInNotes: 'Ada' });
  // The stand-up is announced, ten minutes before.
  await computer.clock.advance(2 * MINUTE);
  expect(app.notifier.notices.map(({ title }) => title)).toContain('Stand-up');
  app.desktop.chosenFile = exported;
  expect(await app.window.ask('data:export')).toEqual({ ok: true, value: exported });
  return computer.memory.text(exported) ?? '';
}

test('an export contains no private address and lists the calendars to add again', async () => {
  const text = await exportFrom(newComputer());
  expect(text).not.toContain('s3cret');
  expect(JSON.parse(text)).toMatchObject({ format: 'office-hours', version: 2, addAgain: ['Secret'] });
});

test('an import brings settings, calendars, pasted text and past reminders, after a summary', async () => {
  const text = await exportFrom(newComputer());
  const other = newComputer('2026-11-20T14:52:00Z');
  other.memory.put(exported, text);
  const notifier = new FakeNotifier();
  await using app = await other.start(notifier);
  app.desktop.chosenFile = exported;
  expect(await app.window.ask('data:chooseImport')).toMatchObject({
    ok: true,
    value: {
      settings: ['theme', 'nameInNotes'],
      newFeeds: ['Team', 'Kite flyers'],
      addAgain: ['Secret'],
    },
  });
  expect(await namesOf(app)).toEqual(['Kubernetes']);
  expect(await app.window.ask('data:import')).toEqual({ ok: true, value: null });
  await settle();
  await app.window.ask('feeds:refresh');
  expect(await namesOf(app)).toEqual(['Kubernetes', 'Team', 'Kite flyers']);
  expect(await app.window.ask('settings:get')).toMatchObject({ theme: 'dark', nameInNotes: 'Ada' });
  const titles = (await app.window.askAgenda()).occurrences.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['Stand-up', 'Kite flyers']));
  await other.clock.advance(MINUTE);
  expect(notifier.notices).toEqual([]);
});

test('an import keeps what exists: addresses with tokens, reminder choices, folders', async () => {
  const text = await exportFrom(newComputer());
  const other = newComputer();
  other.memory.put(exported, text);
  await using app = await other.start();
  await app.window.ask('feeds:add', secret);
  const overrides = { 'feed|mine': [] };
  await app.window.ask('settings:change', { reminders: { ...defaultReminderRules, overrides } });
  app.desktop.chosenFile = exported;
  await app.window.ask('data:chooseImport');
  await app.window.ask('data:import');
  await settle();
  expect(await namesOf(app)).toEqual(['Kubernetes', 'Secret', 'Team', 'Kite flyers']);
  expect((await app.window.ask('settings:get')).reminders.overrides).toEqual(overrides);
  const feeds = JSON.stringify(other.store.read('feeds'));
  expect(feeds).toContain('"encrypted":');
  expect(feeds).not.toContain('s3cret');
});

test('a full disk imports nothing, and the next attempt imports everything', async () => {
  const text = await exportFrom(newComputer());
  const other = newComputer();
  other.memory.put(exported, text);
  await using app = await other.start();
  app.desktop.chosenFile = exported;
  await app.window.ask('data:chooseImport');
  other.store.isFull = true;
  expect(await app.window.ask('data:import')).toMatchObject({ problem: { code: 'data/notImported' } });
  expect((await app.window.ask('settings:get')).theme).toBe('system');
  expect(await namesOf(app)).toEqual(['Kubernetes']);
  other.store.isFull = false;
  expect(await app.window.ask('data:import')).toMatchObject({ ok: true });
  expect((await app.window.ask('settings:get')).theme).toBe('dark');
});

test.each([
  ['no export', '{"format":"something else"}'],
  ['no JSON', 'nothing'],
])('a file that is %s is refused', async (_, text) => {
  const computer = newComputer();
  computer.memory.put(exported, text);
  await using app = await computer.start();
  app.desktop.chosenFile = exported;
  expect(await app.window.ask('data:chooseImport')).toMatchObject({ problem: { code: 'data/notReadable' } });
  expect(await app.window.ask('data:import')).toMatchObject({ problem: { code: 'data/nothingChosen' } });
});
