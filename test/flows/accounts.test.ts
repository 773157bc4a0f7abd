import { hueOf } from '#core/format/hue.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import type { FoundAccount } from '#core/accounts/account.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { hasProgram } from '../../scripts/system/programs.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { anObject, otherClient, startRadicale, type CalDavServer } from '../main/feeds/caldav/servers.ts';

/** An account on a real server, from the window's requests to the agenda. */

const passphrase = 'copper lantern quiet river';

const invitation = (uid: string, partstat: string): string =>
  anObject(uid).replace(
    'SUMMARY:',
    `ORGANIZER:mailto:bea@example.org\r\nATTENDEE;PARTSTAT=${partstat}:mailto:anna@example.org\r\nSUMMARY:`,
  );

describe.skipIf(!hasProgram('radicale'))('an account on Radicale', () => {
  let server: CalDavServer;
  let computer: Computer;

  beforeEach(async () => {
    server = await startRadicale();
    const other = otherClient(server);
    await other.makeCalendar(`${server.home}work/`, 'Work', { color: '#cc3333FF' });
    await other.makeCalendar(`${server.home}home/`, 'Home');
    await other.put(`${server.home}work/a.ics`, anObject('a', { title: 'Plan' }));
    computer = new Computer('2026-11-30T09:00:00Z');
    computer.http = createHttp('OfficeHours/test', createConnection({ env: {}, askSystem: null }).send);
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const find = async (app: RunningApp, password = server.login.password): Promise<FoundAccount> => {
    const found = await app.window.ask('accounts:find', server.url, server.login.user, password);
    if (!found.ok) throw new Error(found.problem.code);
    return found.value;
  };
  async function add(app: RunningApp, names: readonly string[], keep: KeepPassword | null = null) {
    const { id, calendars } = await find(app);
    const urls = calendars.filter(({ name }) => names.includes(name)).map(({ url }) => url);
    expect(await app.window.ask('accounts:add', id, urls, keep)).toEqual({ ok: true, value: null });
    await settled(app);
    return id;
  }
  const calendarsOf = async (app: RunningApp): Promise<FeedStatus[]> =>
    (await app.window.ask('feeds:list')).filter(({ feed }) => feed.source.kind === 'calDav');
  /** Waits until no calendar is being fetched. */
  const settled = (app: RunningApp): Promise<void> =>
    vi.waitFor(
      async () => {
        for (const { health } of await calendarsOf(app)) expect(health.state).not.toMatch(/syncing|never/);
      },
      { timeout: 20_000 },
    );
  const titles = async (app: RunningApp): Promise<string[]> =>
    (await app.window.askAgenda()).occurrences.map(({ title }) => title).sort();
  const failureOf = async (app: RunningApp): Promise<string | undefined> =>
    (await calendarsOf(app))[0]?.health.failure?.code;

  test('its calendars are found, chosen one by one, and followed with their names and colours', async () => {
    await using app = await computer.start();
    const found = await find(app);
    expect(found).toMatchObject({ user: 'anna@example.org', host: new URL(server.url).host });
    expect(found.calendars.map(({ name, hue, isReadOnly }) => ({ name, hue, isReadOnly }))).toEqual(
      expect.arrayContaining([
        { name: 'Work', hue: 'red', isReadOnly: false },
        { name: 'Home', hue: 'blue', isReadOnly: false },
      ]),
    );
    // Nothing is stored before the user chooses.
    expect(await app.window.ask('accounts:list')).toEqual([]);
    expect(computer.memory.text('/user/passwords.json')).toBeNull();

    const id = await add(app, ['Work']);
    expect(await app.window.ask('accounts:list')).toMatchObject([{ id, need: 'nothing' }]);
    expect((await calendarsOf(app)).map(({ feed }) => feed.name)).toEqual(['Work']);
    const [work] = await calendarsOf(app);
    const { calendars } = await app.window.ask('settings:get');
    expect(calendars[work?.feed.id ?? '']).toMatchObject({ hue: 'red' });
    expect(await titles(app)).toEqual(['Plan']);
    const again = await app.window.ask('accounts:calendars', id);
    expect(again).toMatchObject({
      value: {
        calendars: expect.arrayContaining([expect.objectContaining({ name: 'Work', feedId: work?.feed.id })]),
      },
    });
  });

  test('a calendar without a colour is offered in the one that it gets', async () => {
    await otherClient(server).makeCalendar(`${server.home}plain/`, 'Plain', { color: 'none' });
    await using app = await computer.start();
    const offered = (await find(app)).calendars.find(({ name }) => name === 'Plain');
    await add(app, ['Plain']);
    const [plain] = await calendarsOf(app);
    expect(offered?.hue).toBe(hueOf(plain?.feed.id ?? ''));
  });

  test('a changed and a deleted meeting are seen, and the password is in no file, log or event', async () => {
    await using app = await computer.start();
    await add(app, ['Work', 'Home']);
    const other = otherClient(server);
    await other.put(`${server.home}work/a.ics`, anObject('a', { title: 'Plan B' }));
    await other.put(`${server.home}home/b.ics`, anObject('b', { title: 'Dentist' }));
    await app.window.ask('feeds:refresh');
    expect(await titles(app)).toEqual(['Dentist', 'Plan B']);
    // The only meeting of its calendar: the server says that it is gone, so it is not held back.
    await other.remove(`${server.home}home/b.ics`);
    await app.window.ask('feeds:refresh');
    expect(await titles(app)).toEqual(['Plan B']);

    const { password } = server.login;
    const files = computer.memory.names('/user').map((name) => computer.memory.text(`/user/${name}`));
    const config = JSON.stringify(computer.store.document());
    const events = JSON.stringify(app.window.received('accounts:changed'));
    expect(`${files.join()} ${config} ${app.log.join()} ${events}`).not.toContain(password);
  });

  test('a wrong password is refused in words, before and after the account is added', async () => {
    await using app = await computer.start();
    const refused = await app.window.ask('accounts:find', server.url, server.login.user, 'wrong');
    expect(refused).toMatchObject({ problem: { code: 'account/wrongPassword' } });
    const id = await add(app, ['Work']);
    expect(await app.window.ask('accounts:password', id, 'wrong', null)).toMatchObject({
      problem: { code: 'account/wrongPassword' },
    });
    expect(await app.window.ask('accounts:password', id, server.login.password, null)).toMatchObject({
      ok: true,
    });
  });

  test('after a restart the keyring has the password', async () => {
    const first = await computer.start();
    await add(first, ['Work']);
    await first[Symbol.asyncDispose]();
    await using second = await computer.start();
    await otherClient(server).put(`${server.home}work/a.ics`, anObject('a', { title: 'Plan B' }));
    await second.window.ask('feeds:refresh');
    expect(await titles(second)).toEqual(['Plan B']);
  });

  test('without a keyring the last copy goes on after a restart, until the password is typed', async () => {
    computer.secrets.state = 'missing';
    const first = await computer.start();
    expect(await first.window.ask('accounts:keeping')).toEqual({ hasKeyring: false, privateNotesBy: null });
    const id = await add(first, ['Work'], { kind: 'session' });
    await first[Symbol.asyncDispose]();

    await using second = await computer.start();
    await settled(second);
    expect(await second.window.ask('accounts:list')).toMatchObject([{ id, need: 'password' }]);
    expect(await titles(second)).toEqual(['Plan']);
    expect((await calendarsOf(second))[0]?.health).toMatchObject({
      state: 'stale',
      failure: { code: 'account/noPassword' },
    });
    await second.window.ask('accounts:password', id, server.login.password, { kind: 'session' });
    await vi.waitFor(async () => expect(await failureOf(second)).toBeUndefined());
  });

  test('without a keyring the passphrase of the private notes opens the password', async () => {
    computer.secrets.state = 'missing';
    const first = await computer.start();
    await add(first, ['Work'], { kind: 'passphrase', passphrase });
    await first[Symbol.asyncDispose]();

    await using second = await computer.start();
    await settled(second);
    expect(await failureOf(second)).toBe('account/noPassphrase');
    expect(await second.window.ask('accounts:unlock', 'wrong')).toMatchObject({ ok: false });
    expect(await second.window.ask('accounts:unlock', passphrase)).toMatchObject({ ok: true });
    await vi.waitFor(async () => expect(await failureOf(second)).toBeUndefined());
  });

  test('a removed account takes its calendars and its password with it, and undo brings all back', async () => {
    await using app = await computer.start();
    const id = await add(app, ['Work', 'Home']);
    await app.window.ask('accounts:remove', id);
    expect(await calendarsOf(app)).toEqual([]);
    expect(await app.window.ask('accounts:list')).toEqual([]);
    expect(computer.memory.text('/user/passwords.json')).not.toContain(id);
    expect(await titles(app)).toEqual([]);
    expect(await app.window.ask('accounts:restore', id)).toMatchObject({ ok: true });
    await settled(app);
    expect(await titles(app)).toEqual(['Plan']);
    await app.window.ask('feeds:refresh');
    expect(await failureOf(app)).toBeUndefined();
  });

  test('a calendar that was renamed on the server gets its name, and a deleted one says so', async () => {
    await using app = await computer.start();
    await add(app, ['Work']);
    const authorization = `Basic ${Buffer.from(`${server.login.user}:${server.login.password}`).toString('base64')}`;
    const rename =
      '<d:propertyupdate xmlns:d="DAV:"><d:set><d:prop><d:displayname>Team</d:displayname></d:prop></d:set></d:propertyupdate>';
    await fetch(`${server.home}work/`, { method: 'PROPPATCH', headers: { authorization }, body: rename });
    await app.window.ask('feeds:refresh');
    expect((await calendarsOf(app)).map(({ feed }) => feed.name)).toEqual(['Team']);
    await otherClient(server).remove(`${server.home}work/`);
    await app.window.ask('feeds:refresh');
    expect(await failureOf(app)).toBe('account/gone');
    // What was known goes on reminding.
    expect(await titles(app)).toEqual(['Plan']);
  });

  test('an invitation that the user declined is quiet, and one that they may attend is marked', async () => {
    const other = otherClient(server);
    await other.put(`${server.home}work/no.ics`, invitation('no', 'DECLINED'));
    await other.put(`${server.home}work/maybe.ics`, invitation('maybe', 'TENTATIVE'));
    await using app = await computer.start();
    await add(app, ['Work']);
    const { occurrences } = await app.window.askAgenda();
    const of = (title: string) => occurrences.find((one) => one.title === title);
    expect(of('Meeting no')).toMatchObject({ isDeclined: true });
    expect(of('Meeting maybe')).toMatchObject({ ownReply: 'maybe' });
  });

  test('an import on another computer asks for the password alone', async () => {
    const first = await computer.start();
    const id = await add(first, ['Work']);
    await first[Symbol.asyncDispose]();
    const other = new Computer('2026-11-30T09:00:00Z');
    other.http = computer.http;
    other.store.write('feeds', computer.store.read('feeds'));
    await using app = await other.start();
    expect(await app.window.ask('accounts:list')).toMatchObject([
      { id, user: 'anna@example.org', need: 'password' },
    ]);
    await app.window.ask('accounts:password', id, server.login.password, null);
    await settled(app);
    await vi.waitFor(async () => expect(await titles(app)).toEqual(['Plan']));
  });

  test('an account that comes back has its calendars in their order, and its place in the list', async () => {
    await using app = await computer.start();
    const id = await add(app, ['Work', 'Home']);
    const order = (await calendarsOf(app)).map(({ feed }) => feed.name);
    await app.window.ask('accounts:remove', id);
    expect(await app.window.ask('accounts:list')).toEqual([]);
    expect(await app.window.ask('accounts:restore', id)).toEqual({ ok: true, value: null });
    expect((await calendarsOf(app)).map(({ feed }) => feed.name)).toEqual(order);
  });

  test('a calendar that comes back after its account was removed brings the account back', async () => {
    await using app = await computer.start();
    const id = await add(app, ['Work', 'Home']);
    const [first] = await calendarsOf(app);
    await app.window.ask('feeds:remove', first?.feed.id ?? '');
    await app.window.ask('accounts:remove', id);
    await app.window.ask('feeds:restore', first?.feed.id ?? '');
    expect(await app.window.ask('accounts:list')).toMatchObject([{ id, need: 'nothing' }]);
    await app.window.ask('feeds:refresh');
    expect(await failureOf(app)).toBeUndefined();
  });
});
