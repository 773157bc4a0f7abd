import { expect, test } from 'vitest';
import { openCredentials, type Credentials } from '#main/accounts/credentials.ts';
import { createProblems } from '#main/app/problems.ts';
import { openPrivateVault, type PrivateVault } from '#main/private/privateVault.ts';
import { FakeClock, settle } from '../../fakes/fakeClock.ts';
import { FakeSecrets } from '../../fakes/fakeSecrets.ts';
import { MemoryFiles } from '../../fakes/memoryFiles.ts';

const passphrase = 'copper lantern quiet river';
const file = '/user/passwords.json';

/** A computer that can be restarted. */
class Desk {
  readonly files = new MemoryFiles();
  readonly secrets = new FakeSecrets();
  problems = createProblems([]);
  readonly changed: string[] = [];
  readonly log: string[] = [];
  vault!: PrivateVault;

  async start(): Promise<Credentials> {
    const { files, secrets } = this;
    const environment = { userData: '/user' };
    const clock = new FakeClock('2026-11-20T09:00:00Z');
    this.problems = createProblems([]);
    const ports = { files, secrets, clock, environment, log: (line: string) => void this.log.push(line) };
    this.vault = await openPrivateVault(ports, this.problems);
    const writer = {
      write: async (_name: string, _subject: string, work: () => void | Promise<void>) => {
        await work();
        return true;
      },
    };
    const credentials = await openCredentials(ports, { vault: this.vault, writer, problems: this.problems });
    credentials.changed.on((id) => this.changed.push(id));
    return credentials;
  }
}

const login = { user: 'anna', password: 'hunter2' };

test('the keyring keeps a password over a restart, and the file does not show it', async () => {
  const desk = new Desk();
  const first = await desk.start();
  expect(await first.keeping()).toEqual({ hasKeyring: true, privateNotesBy: null });
  expect(await first.set('account', login.user, login.password)).toMatchObject({ ok: true });
  expect(await first.get('account')).toEqual(login);
  expect(desk.files.text(file)).not.toContain('hunter2');
  expect(desk.changed).toEqual(['account']);

  const second = await desk.start();
  expect(second.userOf('account')).toBe('anna');
  expect(await second.get('account')).toEqual(login);
  expect(await second.needs('account')).toBe('nothing');
});

test('a prepared password is stored at once when it is wanted, and the former one comes back', async () => {
  const desk = new Desk();
  const first = await desk.start();
  await first.set('account', login.user, login.password);
  const before = desk.files.text(file);
  const ready = await first.prepare('account', 'bea', 'tulip', null);
  if (!ready.ok) throw new Error(ready.problem.code);
  expect(desk.files.text(file)).toBe(before);
  const undo = ready.value();
  expect(await first.get('account')).toEqual({ user: 'bea', password: 'tulip' });
  undo();
  expect(await first.get('account')).toEqual(login);

  // The former one was never opened: the new one must not take its place.
  desk.secrets.state = 'missing';
  const second = await desk.start();
  const other = await second.prepare('account', 'bea', 'tulip', { kind: 'session' });
  if (!other.ok) throw new Error(other.problem.code);
  other.value()();
  expect(await second.get('account')).toBeNull();
});

test('a locked keyring is waited for, and nothing is lost', async () => {
  const desk = new Desk();
  await (await desk.start()).set('account', login.user, login.password);
  desk.secrets.state = 'locked';
  const locked = await desk.start();
  expect(await locked.get('account')).toBeNull();
  expect(await locked.needs('account')).toBe('keyring');
  desk.secrets.state = 'there';
  expect(await locked.get('account')).toEqual(login);
});

test('without a keyring a password for the session is asked for again after a restart', async () => {
  const desk = new Desk();
  desk.secrets.state = 'missing';
  const first = await desk.start();
  await first.set('account', login.user, login.password, { kind: 'session' });
  expect(await first.get('account')).toEqual(login);

  const second = await desk.start();
  expect(await second.get('account')).toBeNull();
  expect(second.userOf('account')).toBe('anna');
  expect(await second.needs('account')).toBe('password');
  expect(desk.files.text(file)).not.toContain('hunter2');
});

test('without a keyring the passphrase of the private notes keeps it, and opens it after a restart', async () => {
  const desk = new Desk();
  desk.secrets.state = 'missing';
  const first = await desk.start();
  const keep = { kind: 'passphrase', passphrase } as const;
  expect(
    await first.set('account', login.user, login.password, { ...keep, passphrase: 'short' }),
  ).toMatchObject({
    problem: { code: 'private/shortPassphrase' },
  });
  expect(first.userOf('account')).toBeNull();
  await first.set('account', login.user, login.password, keep);
  // The notes began with it, and stay locked.
  expect(await desk.vault.state()).toEqual({ kind: 'locked', by: 'passphrase' });
  expect(
    await first.set('other', 'bea', 'x', { ...keep, passphrase: 'copper lantern quiet lake' }),
  ).toMatchObject({
    problem: { code: 'private/wrongPassphrase' },
  });

  const second = await desk.start();
  expect(desk.files.text(file)).not.toContain('hunter2');
  expect(await second.needs('account')).toBe('passphrase');
  expect(await second.unlock('copper lantern quiet lake')).toMatchObject({
    problem: { code: 'account/wrongPassphrase' },
  });
  expect(await second.get('account')).toBeNull();
  desk.changed.length = 0;
  expect(await second.unlock(passphrase)).toMatchObject({ ok: true });
  expect(desk.changed).toEqual(['account']);
  expect(await second.get('account')).toEqual(login);
});

test('a password follows the private notes to another passphrase, and to a keyring', async () => {
  const desk = new Desk();
  desk.secrets.state = 'missing';
  const first = await desk.start();
  await first.set('account', login.user, login.password, { kind: 'passphrase', passphrase });
  const second = await desk.start();
  await desk.vault.unlock(passphrase);
  await desk.vault.protect(passphrase, 'another passphrase');
  expect(await second.get('account')).toEqual(login);

  const third = await desk.start();
  expect(await third.unlock(passphrase)).toMatchObject({ ok: false });
  expect(await third.unlock('another passphrase')).toMatchObject({ ok: true });
  desk.secrets.state = 'there';
  await desk.vault.unlock('another passphrase');
  await desk.vault.protect('another passphrase', null);
  await settle();

  const fourth = await desk.start();
  expect(await fourth.get('account')).toEqual(login);
});

test('a removed login is gone from the file at once, and comes back by undo', async () => {
  const desk = new Desk();
  const credentials = await desk.start();
  await credentials.set('account', login.user, login.password);
  const restore = credentials.remove('account');
  expect(await credentials.get('account')).toBeNull();
  expect(await (await desk.start()).get('account')).toBeNull();
  restore();
  expect(await credentials.get('account')).toEqual(login);
  expect(await (await desk.start()).get('account')).toEqual(login);
});

test('undo does not replace a login that was stored meanwhile', async () => {
  const desk = new Desk();
  const credentials = await desk.start();
  await credentials.set('account', login.user, login.password);
  const restore = credentials.remove('account');
  await credentials.set('account', 'anna', 'newer');
  restore();
  expect(await credentials.get('account')).toEqual({ user: 'anna', password: 'newer' });
});

test('a damaged file is set aside and reported; one that cannot be read is left alone', async () => {
  const desk = new Desk();
  await desk.files.write(file, '{"version":1,');
  const credentials = await desk.start();
  expect(desk.problems.all().map(({ code }) => code)).toEqual(['account/passwordsDamaged']);
  expect(await credentials.set('account', login.user, login.password)).toMatchObject({ ok: true });
  expect(desk.files.names('/user').filter((name) => name.includes('damaged'))).toHaveLength(1);

  const other = new Desk();
  other.files.read = () => Promise.reject(new Error('EACCES'));
  const refused = await other.start();
  expect(other.problems.all().map(({ code }) => code)).toContain('account/passwordsUnreadable');
  expect(await refused.set('account', login.user, login.password)).toMatchObject({ ok: false });
});

test('nothing about a password is logged', async () => {
  const desk = new Desk();
  const credentials = await desk.start();
  await credentials.set('account', login.user, login.password);
  credentials.remove('account');
  expect(desk.log.join('\n')).toBe('');
});
