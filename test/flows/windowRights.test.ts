import { expect, test } from 'vitest';
import { settle } from '../fakes/fakeClock.ts';
import { Computer } from '../fakes/startApp.ts';
import { aCalendar } from '../builders/aCalendar.ts';

/** What a window may not do by itself, should foreign content ever run in it. */

const SECRET = '/home/victim/secret';

test('the window alone moves the notes nowhere: no file elsewhere is read, written or shown', async () => {
  const computer = new Computer('2026-11-20T14:00:00Z');
  computer.memory.put(`${SECRET}/plan.md`, 'top secret');
  await using app = await computer.start();
  for (const notesFolder of [SECRET, '\\\\evil.example\\share\\run.exe'])
    // @ts-expect-error the contract has no such change
    await expect(app.window.ask('settings:change', { notesFolder })).rejects.toThrow('expected null');
  await settle();
  expect((await app.window.ask('settings:get')).notesFolder).toBeNull();
  expect(await app.window.ask('notes:read', 'plan.md')).toMatchObject({ ok: false });
  await app.window.ask('notes:showFolder');
  expect(app.desktop.folders).toEqual(['/documents/Office Hours']);
});

test('the window may take the folder of notes back to the default', async () => {
  const computer = new Computer('2026-11-20T14:00:00Z');
  await using app = await computer.start();
  app.desktop.chosenFile = '/vault';
  await app.window.ask('notes:chooseFolder');
  expect((await app.window.ask('settings:change', { notesFolder: null })).notesFolder).toBeNull();
});

test('the window adds a service of its own only past the check', async () => {
  const computer = new Computer('2026-11-20T14:00:00Z');
  await using app = await computer.start();
  const evil = { name: 'Zoom', host: 'evil.example', path: '/{room}', app: 'none' as const };
  // @ts-expect-error the contract has no such change
  await expect(app.window.ask('settings:change', { ownServices: [evil] })).rejects.toThrow(
    'Unrecognized key',
  );
  expect((await app.window.ask('settings:get')).ownServices).toEqual([]);
});

test('a link of the window opens a page or a mail; only a join opens a meeting program', async () => {
  const computer = new Computer('2026-11-20T14:00:00Z');
  await using app = await computer.start();
  for (const address of ['zoommtg://zoom.us/join?confno=123456789', 'file:///etc/passwd', 'ms-msdt:/id'])
    expect(await app.window.ask('link:open', address)).toMatchObject({
      problem: { code: 'join/refusedLink' },
    });
  expect(await app.window.ask('link:open', 'https://example.org/')).toMatchObject({ ok: true });
  expect(app.desktop.opened).toEqual(['https://example.org/']);
});

const FILE = '/home/me/team.ics';
const withFile = (): Computer => {
  const computer = new Computer('2026-11-20T14:00:00Z');
  computer.memory.put(FILE, aCalendar([{ title: 'Stand-up', start: '2026-11-20T15:00:00Z', minutes: 30 }]));
  computer.memory.put('/home/me/notes.md', '# Secret plan\n\nWe meet every Tuesday at 17:00 UTC.\n');
  return computer;
};

test('a file that the user chose in the dialog is read without another question', async () => {
  await using app = await withFile().start();
  app.desktop.chosenFile = FILE;
  expect(await app.window.ask('feeds:chooseFile')).toBe(FILE);
  expect(await app.window.ask('feeds:preview', FILE)).toMatchObject({ ok: true });
  expect(await app.window.ask('feeds:add', FILE)).toMatchObject({ ok: true });
  expect(app.desktop.confirmedFiles).toEqual([]);
});

test('a file that the window names is read once the user allowed it, and asked about once', async () => {
  await using app = await withFile().start();
  expect(await app.window.ask('feeds:preview', `file://${FILE}`)).toMatchObject({ ok: true });
  expect(await app.window.ask('feeds:add', FILE)).toMatchObject({ ok: true });
  expect(app.desktop.confirmedFiles).toEqual([FILE]);
});

test('a file that the user does not allow is not read, not even to see whether it is there', async () => {
  await using app = await withFile().start();
  app.desktop.allowsFiles = false;
  app.desktop.chosenFile = FILE;
  await app.window.ask('feeds:chooseFile');
  for (const path of [
    '/home/me/notes.md',
    '/home/me/none.md',
    'file:///home/me/notes.md',
    `${FILE}/../notes.md`,
  ])
    for (const request of ['feeds:preview', 'feeds:add'] as const)
      expect(await app.window.ask(request, path)).toMatchObject({ problem: { code: 'feed/fileNotAllowed' } });
});
