import { expect, test } from 'vitest';
import { MINUTE } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { FakeNotifier } from '../fakes/fakeDesktop.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';

function computerWithCalendar(): Computer {
  const computer = new Computer('2026-11-20T14:45:00Z');
  computer.network.serve(address, aCalendar([{ title: 'Stand-up', start: '2026-11-20T15:00:00Z' }]), '"1"');
  return computer;
}

const fill = (computer: Computer, isFull: boolean): void => {
  computer.memory.isFull = isFull;
  computer.store.isFull = isFull;
};

const codes = async (app: RunningApp): Promise<string[]> =>
  (await app.window.ask('app:problems')).map(({ code }) => code);

/** Follows a calendar, chooses a look and is reminded, while the disk is full. */
async function useFullDisk(computer: Computer, app: RunningApp): Promise<void> {
  fill(computer, true);
  await app.window.ask('feeds:add', address);
  await app.window.ask('settings:change', { theme: 'dark' });
  await computer.clock.advance(10 * MINUTE);
  expect(app.notifier.notices.map(({ title }) => title)).toEqual(['Stand-up']);
  expect(await codes(app)).toEqual(['disk/unsaved']);
}

/** What is known after a restart without a network. */
async function knownAfterRestart(computer: Computer) {
  computer.network.isOnline = false;
  const notifier = new FakeNotifier();
  await using app = await computer.start(notifier);
  const { theme } = await app.window.ask('settings:get');
  const { occurrences } = await app.window.askAgenda();
  await computer.clock.advance(MINUTE);
  return {
    theme,
    meetings: occurrences.map(({ title }) => title),
    announcedAgain: notifier.notices.length,
    problems: await codes(app),
  };
}

const all = { theme: 'dark', meetings: ['Stand-up'], announcedAgain: 0, problems: [] };

test('changes made while the disk is full are saved once it has room, and the warning stays until then', async () => {
  const computer = computerWithCalendar();
  {
    await using app = await computer.start();
    await useFullDisk(computer, app);
    fill(computer, false);
    await computer.clock.advance(2 * MINUTE);
    expect(await codes(app)).toEqual([]);
    // A kill: what follows must not depend on a good end.
    fill(computer, true);
  }
  fill(computer, false);
  expect(await knownAfterRestart(computer)).toEqual(all);
});

test('disk space freed just before quitting is enough', async () => {
  const computer = computerWithCalendar();
  {
    await using app = await computer.start();
    await useFullDisk(computer, app);
    fill(computer, false);
  }
  expect(await knownAfterRestart(computer)).toEqual(all);
});

test('a setting edited in the file is applied, and the next click keeps it', async () => {
  const computer = computerWithCalendar();
  await using app = await computer.start();
  computer.store.edit({ ...computer.store.document(), settings: { isWelcomeDone: true, clock: '12' } });
  await settle();
  expect((await app.window.ask('settings:get')).clock).toBe('12');
  await app.window.ask('settings:change', { theme: 'dark' });
  expect(computer.store.read('settings')).toMatchObject({ clock: '12', theme: 'dark' });
});

test('a click right after an edit, before the file was polled, keeps it too', async () => {
  const computer = computerWithCalendar();
  await using app = await computer.start();
  computer.store.edit({ settings: { isWelcomeDone: true, clock: '12' } }, { isSeen: false });
  await app.window.ask('settings:change', { theme: 'dark' });
  expect(computer.store.read('settings')).toMatchObject({ clock: '12', theme: 'dark' });
});

test('an invalid edit is refused with its reason and not overwritten; once corrected, both changes apply', async () => {
  const computer = computerWithCalendar();
  await using app = await computer.start();
  computer.store.edit({ settings: { isWelcomeDone: true, clock: '13' } });
  expect(await app.window.ask('app:problems')).toMatchObject([
    { code: 'settings/editRefused', detail: expect.stringContaining('settings.clock') },
  ]);
  await app.window.ask('settings:change', { theme: 'dark' });
  expect(computer.store.edited()).toContain('13');
  expect((await app.window.ask('settings:get')).theme).toBe('dark');
  expect(await codes(app)).toEqual(['settings/editRefused']);

  computer.store.edit({ settings: { isWelcomeDone: true, clock: '12' } });
  await settle();
  expect(await codes(app)).toEqual([]);
  expect(computer.store.read('settings')).toMatchObject({ clock: '12', theme: 'dark' });
});

test('a refused edit is kept under another name when the app quits, and the app’s changes are saved', async () => {
  const computer = computerWithCalendar();
  {
    await using app = await computer.start();
    computer.store.edit('{"settings": {');
    await app.window.ask('settings:change', { theme: 'dark' });
  }
  expect(computer.store.asides).toEqual(['{"settings": {']);
  expect(computer.store.read('settings')).toMatchObject({ theme: 'dark' });
});

test('a feed that is removed from the file leaves the agenda', async () => {
  const computer = computerWithCalendar();
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  computer.store.edit({ ...computer.store.document(), feeds: { version: 1, catalogue: 2, feeds: [] } });
  await settle();
  expect((await app.window.askAgenda()).occurrences).toEqual([]);
});
