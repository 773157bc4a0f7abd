import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import type { FoundAccount } from '#core/accounts/account.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import { MINUTE, SECOND, type Result } from '#base';
import { hasProgram } from '../../scripts/system/programs.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { settle } from '../fakes/fakeClock.ts';
import { EMAIL, FakeGoogle } from '../main/accounts/fakeGoogle.ts';
import { anObject, otherClient, startRadicale, type CalDavServer } from '../main/feeds/caldav/servers.ts';

/** A Google account with an OAuth client of the user's own, against a server that speaks OAuth, and real calendars. */

describe.skipIf(!hasProgram('radicale'))('a Google account', () => {
  let calendars: CalDavServer;
  let google: FakeGoogle;
  let computer: Computer;

  beforeEach(async () => {
    calendars = await startRadicale();
    const other = otherClient(calendars);
    await other.makeCalendar(`${calendars.home}work/`, 'Work');
    await other.put(`${calendars.home}work/a.ics`, anObject('a', { title: 'Plan' }));
    google = await new FakeGoogle(calendars).start();
    computer = new Computer('2026-11-30T09:00:00Z');
    computer.http = createHttp('OfficeHours/test', createConnection({ env: {}, askSystem: null }).send);
    computer.googleServer = google.url;
  });
  afterEach(async () => {
    await google[Symbol.asyncDispose]();
    await calendars[Symbol.asyncDispose]();
  });

  /** Presses “Sign in with Google”: resolves with the page that the browser shows. */
  async function begin(app: RunningApp, client = google.client) {
    const opened = app.desktop.nextOpened();
    const answer = app.window.ask('accounts:findGoogle', EMAIL, client);
    return { answer, page: await opened };
  }
  async function find(app: RunningApp): Promise<Result<FoundAccount>> {
    const { answer, page } = await begin(app);
    await google.visit(page);
    return answer;
  }
  async function add(app: RunningApp, keep: KeepPassword | null = null): Promise<string> {
    const found = await find(app);
    if (!found.ok) throw new Error(found.problem.code);
    const { id } = found.value;
    const urls = found.value.calendars.map(({ url }) => url);
    expect(await app.window.ask('accounts:add', id, urls, keep)).toEqual({ ok: true, value: null });
    await settled(app);
    return id;
  }
  const calendar = async (app: RunningApp) =>
    (await app.window.ask('feeds:list')).find(({ feed }) => feed.source.kind === 'calDav');
  const settled = (app: RunningApp): Promise<void> =>
    vi.waitFor(async () => expect((await calendar(app))?.health.state).not.toMatch(/syncing|never/), {
      timeout: 20_000,
    });
  const titles = async (app: RunningApp): Promise<string[]> =>
    (await app.window.askAgenda()).occurrences.map(({ title }) => title).sort();
  const update = async (app: RunningApp): Promise<string | undefined> => {
    await app.window.ask('feeds:refresh');
    await settled(app);
    return (await calendar(app))?.health.failure?.code;
  };

  test('is signed in with in the browser, followed, and read again with tokens that are renewed', async () => {
    await using app = await computer.start();
    const { answer, page } = await begin(app);
    expect(new URL(page).protocol).toBe('https:');
    const shown = await google.visit(page);
    expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('Close this page') });
    const found = await answer;
    expect(found).toMatchObject({ value: { name: 'Google', user: EMAIL, calendars: [{ name: 'Work' }] } });

    const id = await add(app);
    expect(await titles(app)).toEqual(['Plan']);
    expect(await app.window.ask('accounts:list')).toMatchObject([
      { id, name: 'Google', signsInBy: 'google' },
    ]);
    // The token of the sign-in is not used again.
    await otherClient(calendars).put(`${calendars.home}work/a.ics`, anObject('a', { title: 'Plan B' }));
    google.expireTokens();
    expect(await update(app)).toBeUndefined();
    expect(await titles(app)).toEqual(['Plan B']);
    const before = google.refreshes;
    // Fresh tokens are kept until shortly before they end.
    expect(await update(app)).toBeUndefined();
    expect(google.refreshes).toBe(before);
    await computer.clock.advance(60 * MINUTE);
    expect(await update(app)).toBeUndefined();
    expect(google.refreshes).toBeGreaterThan(before);
  });

  test('its tokens are encrypted on the disk, and in no log, event or answer', async () => {
    await using app = await computer.start();
    google.rotates = true;
    const found = await find(app);
    await add(app);
    google.expireTokens();
    await update(app);
    await settle();
    const files = computer.memory.names('/user').map((name) => computer.memory.text(`/user/${name}`));
    const config = JSON.stringify(computer.store.document());
    const events = JSON.stringify(app.window.received('accounts:changed'));
    const all = `${files.join()} ${config} ${app.log.join()} ${events} ${JSON.stringify(found)}`;
    for (const secret of [...google.secrets, google.client.clientSecret]) expect(all).not.toContain(secret);
    expect(google.secrets.length).toBeGreaterThan(4);
  });

  test('a refresh token that changes with each use is kept, also over a restart', async () => {
    google.rotates = true;
    const first = await computer.start();
    await add(first);
    for (let hour = 0; hour < 3; hour += 1) {
      google.expireTokens();
      expect(await update(first)).toBeUndefined();
    }
    await first[Symbol.asyncDispose]();
    await using app = await computer.start();
    google.expireTokens();
    expect(await update(app)).toBeUndefined();
    expect(google.refreshes).toBeGreaterThan(3);
  });

  test('a consent that ended asks to sign in again, which goes on where it stopped', async () => {
    await using app = await computer.start();
    const id = await add(app);
    google.endConsent();
    expect(await update(app)).toBe('account/signInAgain');
    // What was known goes on reminding.
    expect(await titles(app)).toEqual(['Plan']);
    const opened = app.desktop.nextOpened();
    const again = app.window.ask('accounts:signInAgain', id, null, null);
    await google.visit(await opened);
    expect(await again).toEqual({ ok: true, value: null });
    expect(await update(app)).toBeUndefined();
  });

  test('a removed account ends its consent at Google, but not before undo is over', async () => {
    const app = await computer.start();
    const id = await add(app);
    await app.window.ask('accounts:remove', id);
    await computer.clock.advance(10 * SECOND);
    expect(await app.window.ask('accounts:restore', id)).toEqual({ ok: true, value: null });
    await computer.clock.advance(MINUTE);
    expect(google.revoked).toEqual([]);
    expect(await update(app)).toBeUndefined();
    await app.window.ask('accounts:remove', id);
    await computer.clock.advance(31 * SECOND);
    await vi.waitFor(() => expect(google.revoked).toHaveLength(1));
    expect(google.secrets).toContain(google.revoked[0]);
    await app[Symbol.asyncDispose]();
    expect(google.revoked).toHaveLength(1);
  });

  test('an app that quits right after a removal ends the consent on its way out', async () => {
    const app = await computer.start();
    await app.window.ask('accounts:remove', await add(app));
    await app[Symbol.asyncDispose]();
    expect(google.revoked).toHaveLength(1);
  });

  test('who says no on Google’s page is told what is missing', async () => {
    await using app = await computer.start();
    const { answer, page } = await begin(app);
    expect(await google.visit(page, 'deny')).toMatchObject({
      text: expect.stringContaining('not signed in'),
    });
    expect(await answer).toMatchObject({ problem: { code: 'account/signInRefused' } });
    google.scope = 'https://www.googleapis.com/auth/userinfo.email';
    expect(await find(app)).toMatchObject({ problem: { code: 'account/signInRefused' } });
    expect(await app.window.ask('accounts:list')).toEqual([]);
  });

  test('an answer with another state is refused, and the real one is still awaited', async () => {
    await using app = await computer.start();
    const { answer, page } = await begin(app);
    const back = new URL(new URL(page).searchParams.get('redirect_uri') ?? '');
    const forged = async (query: string, host?: string): Promise<number> => {
      const reply = await fetch(new URL(query, back), host === undefined ? {} : { headers: { host } });
      await reply.body?.cancel();
      return reply.status;
    };
    expect(await forged('/?code=4/forged&state=guessed')).toBe(400);
    expect(await forged('/?error=access_denied')).toBe(400);
    expect(await forged('/other?code=x')).toBe(404);
    await google.visit(page);
    expect(await answer).toMatchObject({ ok: true });
    // The port is closed.
    await expect(fetch(back)).rejects.toThrow('fetch failed');
  });

  test('who closes the browser cancels, and the port is closed', async () => {
    await using app = await computer.start();
    const { answer, page } = await begin(app);
    await app.window.ask('accounts:cancel');
    expect(await answer).toMatchObject({ problem: { code: 'account/lookAgain' } });
    await expect(google.visit(page)).rejects.toThrow('fetch failed');
    // Another attempt works.
    expect(await find(app)).toMatchObject({ ok: true });
  });

  test('without an answer the waiting ends', async () => {
    await using app = await computer.start();
    const { answer } = await begin(app);
    await computer.clock.advance(10 * MINUTE);
    expect(await answer).toMatchObject({ problem: { code: 'account/signInTimedOut' } });
  });

  test.each([
    [401, '{"error":"invalid_client"}', 'account/badClient'],
    [400, '{"error":"invalid_grant"}', 'account/signInRefused'],
    [400, '{"error":"redirect_uri_mismatch"}', 'account/brokenAnswer'],
    [200, '<html>', 'account/brokenAnswer'],
    [200, '{"access_token":"a","token_type":"mac"}', 'account/brokenAnswer'],
    [429, '', 'feed/tooOften'],
    [503, '', 'feed/serverTrouble'],
    [302, '', 'account/brokenAnswer'],
  ])('a server that answers %i %s instead of tokens', async (status, body, code) => {
    await using app = await computer.start();
    google.tokenAnswer = { status, body };
    expect(await find(app)).toMatchObject({ problem: { code } });
  });

  test('a client whose project may not use CalDAV is told so', async () => {
    await using app = await computer.start();
    google.isForbidden = true;
    expect(await find(app)).toMatchObject({ problem: { code: 'account/clientForbidden' } });
  });

  test('without a keyring the next start asks to sign in, with the client once more', async () => {
    computer.secrets.state = 'missing';
    const first = await computer.start();
    const id = await add(first, { kind: 'session' });
    await first[Symbol.asyncDispose]();
    await using app = await computer.start();
    await app.window.ask('feeds:refresh');
    expect((await calendar(app))?.health.failure?.code).toBe('account/signInAgain');
    expect(await app.window.ask('accounts:signInAgain', id, null, null)).toMatchObject({
      problem: { code: 'account/badClient' },
    });
  });
});
