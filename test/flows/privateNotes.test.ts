import { expect, test } from 'vitest';
import type { PrivateNote } from '#core/notes/privateNote.ts';
import { HOUR, MINUTE } from '#base';
import { settle } from '../fakes/fakeClock.ts';
import { publicly } from '../fakes/fakeSecrets.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const file = '/user/private-notes.json';
const passphrase = 'copper lantern quiet river';
const text = 'He shouted at the newcomer.';

const aNote = (change: Partial<PrivateNote> = {}): PrivateNote => ({
  id: '3f0e4b7e-8f0a-4c4e-9d3b-0e6f1c2d3a4b',
  text,
  about: 'SIG Release',
  createdAt: 1,
  changedAt: 2,
  ...change,
});

async function appWithNote(computer: Computer, secret: string | null = null): Promise<RunningApp> {
  const app = await computer.start();
  expect(await app.window.ask('private:begin', secret)).toMatchObject({ ok: true, value: { kind: 'open' } });
  expect(await app.window.ask('private:save', aNote())).toMatchObject({ ok: true });
  return app;
}

const kindOf = async (app: RunningApp): Promise<string> => (await app.window.ask('private:state')).kind;

/** Everything that was written to any file, and all that the store holds. */
const everythingStored = (computer: Computer): string =>
  ['/user', '/user/logs', '/documents/Office Hours']
    .flatMap((folder) =>
      computer.memory.names(folder).map((name) => computer.memory.text(`${folder}/${name}`)),
    )
    .concat(JSON.stringify(['settings', 'feeds', 'facts'].map((key) => computer.store.read(key))))
    .join('\n');

test('a private note is in no list and no log, only encrypted in its file, and is there after a restart', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  const first = await appWithNote(computer);
  expect(await first.window.ask('notes:list')).toEqual([]);
  await first[Symbol.asyncDispose]();
  expect(everythingStored(computer)).not.toContain('shouted');
  expect(first.log.join('\n')).not.toContain('shouted');

  await using again = await computer.start();
  expect(await again.window.ask('private:state')).toEqual({ kind: 'locked', by: 'system' });
  expect(await again.window.ask('private:unlock', null)).toMatchObject({
    ok: true,
    value: { notes: [aNote()] },
  });
});

// Each guess costs half a second by design.
test('without a keyring a passphrase is required, and only it opens the notes', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.secrets.state = 'missing';
  const first = await computer.start();
  expect(await first.window.ask('private:state')).toEqual({ kind: 'none', by: 'passphrase' });
  expect(await first.window.ask('private:begin', null)).toMatchObject({
    problem: { code: 'private/noKeyring' },
  });
  expect(await first.window.ask('private:begin', 'short')).toMatchObject({
    problem: { code: 'private/shortPassphrase' },
  });
  expect(computer.memory.text(file)).toBeNull();
  await first[Symbol.asyncDispose]();

  const second = await appWithNote(computer, passphrase);
  await second[Symbol.asyncDispose]();
  expect(everythingStored(computer)).not.toContain('shouted');

  await using third = await computer.start();
  expect(await third.window.ask('private:unlock', passphrase.toUpperCase())).toMatchObject({
    problem: { code: 'private/wrongPassphrase' },
  });
  expect(await third.window.ask('private:unlock', passphrase)).toMatchObject({
    ok: true,
    value: { notes: [aNote()] },
  });
});

test('they are locked when the computer sleeps, the window closes, or after ten idle minutes', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  const isLockedBy = async (cause: () => unknown): Promise<void> => {
    await app.window.ask('private:unlock', null);
    await cause();
    await settle();
    expect(await kindOf(app)).toBe('locked');
    expect(await app.window.ask('private:save', aNote({ text: 'more' }))).toMatchObject({
      problem: { code: 'private/locked' },
    });
  };
  await isLockedBy(() => computer.power.suspend());
  await isLockedBy(() => app.desktop.closeWindow('tray'));
  await isLockedBy(() => computer.clock.advance(10 * MINUTE));
  expect(app.window.received('private:locked')).toHaveLength(3);
});

test('a keyring that does not answer loses nothing', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  computer.secrets.state = 'locked';
  expect(await app.window.ask('private:save', aNote({ text: 'more' }))).toMatchObject({
    problem: { code: 'private/notSaved' },
  });
  await app.window.ask('private:lock');
  expect(await kindOf(app)).toBe('open');

  computer.secrets.state = 'there';
  await app.window.ask('private:save', aNote({ text: 'and more' }));
  await app.window.ask('private:lock');
  computer.secrets.state = 'locked';
  expect(await app.window.ask('private:unlock', null)).toMatchObject({
    problem: { code: 'private/systemRefused' },
  });
  computer.secrets.state = 'there';
  expect(await app.window.ask('private:unlock', null)).toMatchObject({
    value: { notes: [{ text: 'and more' }] },
  });
});

/** A home of an earlier version, which took the fixed key of a system without a keyring for protection. */
function computerWithUnprotectedNote(): Computer {
  const computer = new Computer('2026-11-20T09:00:00Z');
  const sealed = { by: 'system', data: publicly(JSON.stringify([aNote()])) };
  computer.memory.put(file, JSON.stringify({ version: 1, sealed, reminders: {} }));
  return computer;
}

test('notes that an earlier version stored without protection are kept, and get a passphrase', async () => {
  const computer = computerWithUnprotectedNote();
  computer.secrets.state = 'missing';
  await using app = await computer.start();
  expect(await app.window.ask('private:state')).toEqual({ kind: 'unprotected' });
  expect(await app.window.ask('private:unlock', null)).toMatchObject({
    problem: { code: 'private/noKeyring' },
  });
  expect(await app.window.ask('private:begin', passphrase)).toMatchObject({
    ok: true,
    value: { kind: 'open', by: 'passphrase', notes: [aNote()] },
  });
  await app.window.ask('private:lock');
  expect(await app.window.ask('private:state')).toEqual({ kind: 'locked', by: 'passphrase' });
  expect(await app.window.ask('private:unlock', passphrase)).toMatchObject({ value: { notes: [aNote()] } });
});

test('once a keyring answers, they are encrypted under its key when they are opened', async () => {
  const computer = computerWithUnprotectedNote();
  const before = computer.memory.text(file);
  await using app = await computer.start();
  expect(await app.window.ask('private:state')).toEqual({ kind: 'locked', by: 'system' });
  expect(await app.window.ask('private:unlock', null)).toMatchObject({ value: { notes: [aNote()] } });
  await app.window.ask('private:lock');
  expect(computer.memory.text(file)).not.toBe(before);
  computer.secrets.state = 'missing';
  expect(await app.window.ask('private:unlock', null)).toMatchObject({
    problem: { code: 'private/systemRefused' },
  });
});

test('a damaged file is set aside, not overwritten', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.memory.put(file, '{"version":1,"sealed":');
  await using app = await computer.start();
  expect((await app.window.ask('app:problems')).map(({ code }) => code)).toEqual(['private/damaged']);
  expect(computer.memory.text(`${file}.damaged`)).toBe('{"version":1,"sealed":');
  expect(await kindOf(app)).toBe('none');
});

test('an email is begun without the text, which no program or list of processes gets to see', async () => {
  await using app = await appWithNote(new Computer('2026-11-20T09:00:00Z'));
  for (const to of ['conduct@kubernetes.io', null])
    expect(await app.window.ask('private:compose', to)).toEqual({ ok: true, value: null });
  expect(app.desktop.opened).toEqual([
    'mailto:conduct@kubernetes.io?subject=Code%20of%20conduct',
    'mailto:?subject=Code%20of%20conduct',
  ]);
  expect(app.desktop.copied).toEqual([]);
});

test('a copied note is in the clipboard for a minute, also if the notes are locked meanwhile', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  await app.window.ask('private:copy', aNote().id);
  await app.window.ask('private:lock');
  await computer.clock.advance(MINUTE - 1);
  expect(app.desktop.clipboard).toBe(text);
  await computer.clock.advance(1);
  expect(app.desktop.clipboard).toBe('');
});

test('what the user copied after it stays in the clipboard, and a second copy begins a new minute', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  await app.window.ask('private:copy', aNote().id);
  app.desktop.clipboard = 'a phone number';
  await computer.clock.advance(MINUTE / 2);
  expect(app.desktop.clipboard).toBe('a phone number');
  await app.window.ask('private:copy', aNote().id);
  await computer.clock.advance(MINUTE / 2);
  expect(app.desktop.clipboard).toBe(text);
  await computer.clock.advance(MINUTE / 2);
  expect(app.desktop.clipboard).toBe('');
});

test('a copied note does not outlive the app', async () => {
  const app = await appWithNote(new Computer('2026-11-20T09:00:00Z'));
  await app.window.ask('private:copy', aNote().id);
  await app[Symbol.asyncDispose]();
  expect(app.desktop.clipboard).toBe('');
});

const keptFile = `${file}.left-2026-11-20`;

test('whoever lost the passphrase starts anew, and the file is kept with its date', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.secrets.state = 'missing';
  await using app = await appWithNote(computer, passphrase);
  await app.window.ask('private:remind', aNote().id, true);
  await app.window.ask('private:lock');
  const before = computer.memory.text(file);
  expect(await app.window.ask('private:leave')).toEqual({ ok: true, value: keptFile });
  expect(await kindOf(app)).toBe('none');
  expect(computer.memory.text(keptFile)).toBe(before);
  expect(await app.window.ask('private:begin', 'another long passphrase')).toMatchObject({
    value: { notes: [] },
  });
  expect(await app.window.ask('private:takeBack')).toMatchObject({
    problem: { code: 'private/notTakenBack' },
  });
  expect(computer.memory.text(keptFile)).toBe(before);
  // Nobody is asked about notes that they cannot open.
  await computer.clock.advance(48 * HOUR);
  expect(app.notifier.notices).toEqual([]);
});

test('leaving notes behind can be undone until new ones are started', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  await app.window.ask('private:remind', aNote().id, true);
  await app.window.ask('private:lock');
  await app.window.ask('private:leave');
  expect(await app.window.ask('private:takeBack')).toMatchObject({ value: { kind: 'locked' } });
  expect(computer.memory.text(keptFile)).toBeNull();
  expect(await app.window.ask('private:unlock', null)).toMatchObject({ value: { notes: [aNote()] } });
  await computer.clock.advance(48 * HOUR);
  expect(app.notifier.notices).toHaveLength(1);
});

test('unlocked notes, and a file that cannot be renamed, stay where they are', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  expect(await app.window.ask('private:leave')).toMatchObject({ problem: { code: 'private/notLeft' } });
  await app.window.ask('private:lock');
  computer.memory.setAside = () => Promise.reject(new Error('EROFS'));
  expect(await app.window.ask('private:leave')).toMatchObject({ problem: { code: 'private/notLeft' } });
  expect(await app.window.ask('private:unlock', null)).toMatchObject({ value: { notes: [aNote()] } });
});

test('the passphrase can be changed by those who know it, and only the new one opens the notes', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.secrets.state = 'missing';
  await using app = await appWithNote(computer, passphrase);
  const next = 'seven bright umbrellas';
  const codeOf = async (current: string | null, wanted: string | null) => {
    const outcome = await app.window.ask('private:protect', current, wanted);
    return outcome.ok ? 'done' : outcome.problem.code;
  };
  expect(await codeOf('a wrong passphrase', next)).toBe('private/wrongPassphrase');
  expect(await codeOf(null, next)).toBe('private/wrongPassphrase');
  expect(await codeOf(passphrase, 'short')).toBe('private/shortPassphrase');
  expect(await codeOf(passphrase, null)).toBe('private/noKeyring');
  expect(await codeOf(passphrase, next)).toBe('done');
  await app.window.ask('private:lock');
  expect(await app.window.ask('private:unlock', passphrase)).toMatchObject({
    problem: { code: 'private/wrongPassphrase' },
  });
  expect(await app.window.ask('private:unlock', next)).toMatchObject({ value: { notes: [aNote()] } });
});

test('the notes move from the keyring to a passphrase and back', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  expect(await app.window.ask('private:offered')).toBe('system');
  expect(await app.window.ask('private:protect', null, passphrase)).toMatchObject({
    value: { kind: 'open', by: 'passphrase', notes: [aNote()] },
  });
  await app.window.ask('private:lock');
  expect(await app.window.ask('private:state')).toEqual({ kind: 'locked', by: 'passphrase' });
  await app.window.ask('private:unlock', passphrase);
  expect(await app.window.ask('private:protect', passphrase, null)).toMatchObject({
    value: { by: 'system' },
  });
  await app.window.ask('private:lock');
  expect(await app.window.ask('private:unlock', null)).toMatchObject({ value: { notes: [aNote()] } });
});

test('a protection that cannot be stored changes nothing', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  computer.memory.isFull = true;
  expect(await app.window.ask('private:protect', null, passphrase)).toMatchObject({
    problem: { code: 'private/notSaved' },
  });
  computer.memory.isFull = false;
  await app.window.ask('private:save', aNote({ text: 'more' }));
  await app.window.ask('private:lock');
  expect(await app.window.ask('private:unlock', null)).toMatchObject({
    value: { by: 'system', notes: [{ text: 'more' }] },
  });
});

test('all notes are exported as Markdown, encrypted with a passphrase of their own', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  app.desktop.chosenFile = '/documents/mine.age';
  expect(await app.window.ask('private:export', 'short')).toMatchObject({
    problem: { code: 'private/shortPassphrase' },
  });
  expect(app.desktop.targets).toEqual([]);
  expect(await app.window.ask('private:export', passphrase)).toEqual({
    ok: true,
    value: '/documents/mine.age',
  });
  expect(computer.memory.text('/documents/mine.age')).toBe(
    `${passphrase}:# He shouted at the newcomer.\n\nMeeting: SIG Release\nStarted: 1970-01-01 00:00 UTC\nChanged: 1970-01-01 00:00 UTC\n\n${text}\n`,
  );
  computer.memory.isFull = true;
  expect(await app.window.ask('private:export', passphrase)).toMatchObject({
    problem: { code: 'private/notExported' },
  });
  app.desktop.chosenFile = null;
  expect(await app.window.ask('private:export', passphrase)).toEqual({ ok: true, value: null });
  await app.window.ask('private:lock');
  expect(await app.window.ask('private:export', passphrase)).toMatchObject({
    problem: { code: 'private/locked' },
  });
});

test('a day later the user is asked once about a reply, also after a restart, in words that reveal nothing', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  const first = await appWithNote(computer);
  await first.window.ask('private:remind', aNote().id, true);
  await first[Symbol.asyncDispose]();

  const second = await computer.start();
  await computer.clock.advance(24 * HOUR - MINUTE);
  expect(second.notifier.notices).toEqual([]);
  await computer.clock.advance(MINUTE);
  const [notice] = second.notifier.notices;
  expect(notice?.title).toBe('Did you get an answer?');
  notice?.click();
  expect(second.desktop.routes.at(-1)).toMatchObject({ dialog: 'privateNotes' });
  await second[Symbol.asyncDispose]();

  await using third = await computer.start();
  await computer.clock.advance(48 * HOUR);
  expect(third.notifier.notices).toEqual([]);
});

test('the question also comes after the clock was set or after an unreported sleep, and closes with the app', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  const app = await appWithNote(computer);
  await app.window.ask('private:remind', aNote().id, true);
  computer.clock.jumpTo('2026-11-22T09:00:00Z');
  await computer.clock.advance(MINUTE);
  const [notice] = app.notifier.notices;
  expect(notice?.isWithdrawn).toBe(false);
  await app[Symbol.asyncDispose]();
  expect(notice?.isWithdrawn).toBe(true);
});

test('there is no question about a removed note, or after its reminder was undone', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await appWithNote(computer);
  const other = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
  await app.window.ask('private:save', aNote({ id: other }));
  await app.window.ask('private:remind', aNote().id, true);
  await app.window.ask('private:remind', other, true);
  await app.window.ask('private:remind', other, false);
  await app.window.ask('private:remove', aNote().id);
  await computer.clock.advance(48 * HOUR);
  expect(app.notifier.notices).toEqual([]);
});

test('a file that cannot be read blocks nothing else and is not overwritten', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await (await appWithNote(computer))[Symbol.asyncDispose]();
  const before = computer.memory.text(file);
  const read = computer.memory.read.bind(computer.memory);
  computer.memory.read = (path) => (path === file ? Promise.reject(new Error('EACCES')) : read(path));
  await using app = await computer.start();
  expect((await app.window.ask('app:problems')).map(({ code }) => code)).toEqual(['private/unreadable']);
  expect(await app.window.ask('private:begin', null)).toMatchObject({ ok: false });
  expect(computer.memory.text(file)).toBe(before);
});

test('unlocking twice at once loses nothing that was written in between', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await (await appWithNote(computer))[Symbol.asyncDispose]();
  await using app = await computer.start();
  const keyring = Promise.withResolvers<void>();
  const decrypt = computer.secrets.decrypt.bind(computer.secrets);
  computer.secrets.decrypt = async (bytes) => {
    await keyring.promise;
    return decrypt(bytes);
  };
  const slow = app.window.ask('private:unlock', null);
  computer.secrets.decrypt = decrypt;
  await app.window.ask('private:unlock', null);
  await app.window.ask('private:save', aNote({ text: 'He apologised.' }));
  keyring.resolve();
  await slow;
  expect(await app.window.ask('private:state')).toMatchObject({ notes: [{ text: 'He apologised.' }] });
});
