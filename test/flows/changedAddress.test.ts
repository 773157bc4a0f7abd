import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { hasProgram } from '../../scripts/system/programs.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { anObject, otherClient, startRadicale, type CalDavServer } from '../main/feeds/caldav/servers.ts';

/** An account whose server moves: from one real server to another one. */

describe.skipIf(!hasProgram('radicale'))('an account moves to another Radicale', () => {
  let former: CalDavServer;
  let next: CalDavServer;
  let computer: Computer;
  /** Where requests went, by origin. */
  let asked: string[];

  beforeAll(async () => {
    [former, next] = await Promise.all([startRadicale(), startRadicale()]);
    for (const [server, path] of [
      [former, 'work'],
      [next, 'moved'],
    ] as const) {
      const other = otherClient(server);
      await other.makeCalendar(`${server.home}${path}/`, 'Work');
      await other.put(`${server.home}${path}/a.ics`, anObject('a', { title: 'Plan' }));
    }
    const other = otherClient(former);
    await other.makeCalendar(`${former.home}home/`, 'Home');
    await other.put(`${former.home}home/b.ics`, anObject('b', { title: 'Dentist' }));
  });
  beforeEach(() => {
    computer = new Computer('2026-11-30T09:00:00Z');
    const http = createHttp('OfficeHours/test', createConnection({ env: {}, askSystem: null }).send);
    asked = [];
    computer.http = {
      ...http,
      dav: (question, signal) => {
        asked.push(new URL(question.url).origin);
        return http.dav(question, signal);
      },
    };
  });
  afterAll(async () => {
    await former[Symbol.asyncDispose]();
    await next[Symbol.asyncDispose]();
  });

  const calendarsOf = async (app: RunningApp): Promise<FeedStatus[]> =>
    (await app.window.ask('feeds:list')).filter(({ feed }) => feed.source.kind === 'calDav');
  const named = async (app: RunningApp, name: string): Promise<FeedStatus> => {
    const found = (await calendarsOf(app)).find(({ feed }) => feed.name === name);
    if (found === undefined) throw new Error(`no calendar ${name}`);
    return found;
  };
  const settled = (app: RunningApp): Promise<void> =>
    vi.waitFor(
      async () => {
        for (const { health } of await calendarsOf(app)) expect(health.state).not.toMatch(/syncing|never/);
      },
      { timeout: 20_000 },
    );
  const meetings = async (app: RunningApp) => (await app.window.askAgenda()).occurrences;
  const skipped = async (app: RunningApp): Promise<string[]> =>
    (await meetings(app)).filter((one) => one.skipped !== null).map(({ title }) => title);
  /** What is stored of accounts, calendars and passwords. */
  const stored = (): string =>
    JSON.stringify([
      computer.store.read('accounts'),
      computer.store.read('feeds'),
      computer.memory.text('/user/passwords.json'),
    ]);
  async function add(
    app: RunningApp,
    server: CalDavServer,
    names: readonly string[],
    keep: KeepPassword | null = null,
  ): Promise<string> {
    const { user, password } = server.login;
    const found = await app.window.ask('accounts:find', server.url, user, password);
    if (!found.ok) throw new Error(found.problem.code);
    const { id, calendars } = found.value;
    const urls = calendars.filter(({ name }) => names.includes(name)).map(({ url }) => url);
    await app.window.ask('accounts:add', id, urls, keep);
    await settled(app);
    return id;
  }
  const look = (app: RunningApp, id: string, password: string | null = next.login.password) =>
    app.window.ask('accounts:findAddress', id, next.url, next.login.user, password);

  test('its calendars stay what they are, with all decisions; one that is missing keeps its copy; undo brings all back', async () => {
    await using app = await computer.start();
    const id = await add(app, former, ['Work', 'Home']);
    const [work, home] = [(await named(app, 'Work')).feed, (await named(app, 'Home')).feed];
    await app.window.ask('settings:change', {
      calendars: { [work.id]: { name: 'My work', hue: 'green' } },
    });
    const key = (await meetings(app)).find(({ title }) => title === 'Plan')?.key ?? '';
    await app.window.ask('skips:choose', key, 'one');

    expect(await look(app, id)).toEqual({
      ok: true,
      value: { host: new URL(next.url).host, there: [work.id], missing: [home.id] },
    });
    asked = [];
    expect(await app.window.ask('accounts:changeAddress', id, null)).toEqual({ ok: true, value: null });
    await app.window.ask('feeds:refresh');
    await settled(app);
    // The former server gets no request, so no password either.
    expect(new Set(asked)).toEqual(new Set([new URL(next.url).origin]));
    expect((await named(app, 'Work')).feed).toMatchObject({
      id: work.id,
      color: work.color,
      source: { url: `${next.home}moved/`, account: id },
    });
    expect((await named(app, 'Work')).health.failure).toBeNull();
    expect((await named(app, 'Home')).health.failure?.code).toBe('account/notMoved');
    expect((await meetings(app)).map(({ title }) => title).sort()).toEqual(['Dentist', 'Plan']);
    expect(await skipped(app)).toEqual(['Plan']);
    expect((await app.window.ask('settings:get')).calendars[work.id]).toMatchObject({ name: 'My work' });
    expect(await app.window.ask('accounts:list')).toMatchObject([
      { id, server: next.url, need: 'nothing', host: new URL(next.url).host },
    ]);

    expect(await app.window.ask('accounts:takeBackAddress', id)).toEqual({ ok: true, value: null });
    await app.window.ask('feeds:refresh');
    await settled(app);
    expect((await named(app, 'Work')).feed).toEqual(work);
    for (const { health } of await calendarsOf(app)) expect(health.failure).toBeNull();
    expect(await skipped(app)).toEqual(['Plan']);
  });

  test('a wrong password changes nothing, and the stored one is not sent to another server', async () => {
    await using app = await computer.start();
    const id = await add(app, former, ['Work']);
    const before = stored();
    asked = [];
    expect(await look(app, id, null)).toMatchObject({ problem: { code: 'account/passwordWanted' } });
    expect(asked).toEqual([]);
    expect(await look(app, id, 'wrong')).toMatchObject({ problem: { code: 'account/wrongPassword' } });
    expect(await app.window.ask('accounts:changeAddress', id, null)).toMatchObject({
      problem: { code: 'account/lookAgain' },
    });
    expect(stored()).toBe(before);
    await app.window.ask('feeds:refresh');
    expect((await named(app, 'Work')).health.failure).toBeNull();

    // Another path of the same server wants no password.
    const { home, login } = former;
    expect(await app.window.ask('accounts:findAddress', id, home, login.user, null)).toMatchObject({
      ok: true,
    });
    expect(await app.window.ask('accounts:changeAddress', id, null)).toMatchObject({ ok: true });
    expect(await app.window.ask('accounts:list')).toMatchObject([{ id, server: home }]);
  });

  test('a password that cannot be stored changes nothing', async () => {
    computer.secrets.state = 'missing';
    await using app = await computer.start();
    const keep = { kind: 'passphrase', passphrase: 'copper lantern quiet river' } as const;
    const id = await add(app, former, ['Work'], keep);
    const before = stored();
    expect(await look(app, id)).toMatchObject({ ok: true });
    const wrong = { ...keep, passphrase: 'wrong' };
    expect(await app.window.ask('accounts:changeAddress', id, wrong)).toMatchObject({ ok: false });
    expect(stored()).toBe(before);
  });

  test('the former server can have an account of its own again, and two accounts never become one', async () => {
    await using app = await computer.start();
    const id = await add(app, former, ['Work']);
    await look(app, id);
    await app.window.ask('accounts:changeAddress', id, null);
    const second = await add(app, former, ['Home']);
    expect(second).not.toBe(id);
    expect((await app.window.ask('accounts:list')).map((one) => one.server)).toEqual([next.url, former.url]);
    expect(await look(app, second)).toMatchObject({ problem: { code: 'account/alreadyThere' } });
    expect(await add(app, next, ['Work'])).toBe(id);
    expect((await calendarsOf(app)).map(({ feed }) => feed.name)).toEqual(['Work', 'Home']);
  });

  test('a server without any of the calendars changes nothing', async () => {
    await using app = await computer.start();
    const id = await add(app, former, ['Home']);
    expect(await look(app, id)).toMatchObject({ problem: { code: 'account/noneThere' } });
  });
});
