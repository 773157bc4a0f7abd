import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { createConnection } from '#main/adapters/network/connection.ts';
import { createHttp } from '#main/adapters/network/http.ts';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { createAuthority } from '../main/adapters/network/authority.ts';
import { closeServers, serve, serveProxy, serveSecurely } from '../main/adapters/network/servers.ts';

/** The app on real sockets: its way to the network, with servers and proxies of this computer. */

const atFirst = getCACertificates('default');
afterEach(() => {
  closeServers();
  setDefaultCACertificates(atFirst);
});

const authority = createAuthority();
const ics = aCalendar([{ title: 'Stand-up', start: '2026-11-20T15:00:00Z' }]);
const basicOf = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** @param env variables of the computer */
function computerWith(env: Record<string, string> = {}): Computer {
  const computer = new Computer('2026-11-20T09:00:00Z');
  const connection = createConnection({ env, askSystem: null });
  computer.connection = connection;
  computer.http = createHttp('OfficeHours/test', connection.send);
  return computer;
}

const codeOf = (answer: { ok: boolean; problem?: { code: string } }): string | undefined =>
  answer.ok ? 'ok' : answer.problem?.code;

const healthOf = async (app: RunningApp) =>
  (await app.window.ask('feeds:list')).find(({ feed }) => feed.source.kind !== 'builtIn')?.health;

test.skipIf(authority === null)(
  'a server with a private certificate is read once its authority is added, and also after a restart',
  async () => {
    const url = await serveSecurely(authority?.good ?? { key: '', cert: '' }, (_request, response) =>
      response.end(ics),
    );
    const computer = computerWith();
    await computer.files.write('/downloads/office.crt', authority?.cert ?? '');
    const app = await computer.start();
    expect(codeOf(await app.window.ask('feeds:add', url))).toBe('network/certificate');

    app.desktop.chosenCertificate = '/downloads/office.crt';
    const added = await app.window.ask('network:addCertificate');
    expect(added.ok && added.value?.map(({ subject }) => subject)).toEqual(['Test Authority']);
    expect(codeOf(await app.window.ask('feeds:add', url))).toBe('ok');
    await app[Symbol.asyncDispose]();
    await computer.files.remove('/downloads/office.crt');

    setDefaultCACertificates(atFirst);
    const again = createConnection({ env: {}, askSystem: null });
    computer.connection = again;
    computer.http = createHttp('OfficeHours/test', again.send);
    await using next = await computer.start();
    await next.window.ask('feeds:refresh');
    expect((await healthOf(next))?.state).toBe('fresh');
    const [certificate] = (await next.window.ask('network:get')).certificates;
    await next.window.ask('network:removeCertificate', certificate?.id ?? '');
    await next.window.ask('feeds:refresh');
    expect((await healthOf(next))?.failure?.code).toBe('network/certificate');
  },
);

test.each([
  ['a text', 'not a certificate', 'network/noCertificate'],
  ['a key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'network/noCertificate'],
  [
    'half a certificate',
    authority?.cert.slice(0, 300) ?? '-----BEGIN CERTIFICATE-----',
    'network/damagedCertificate',
  ],
  ['the certificate of a server', authority?.good.cert ?? null, 'network/serverCertificate'],
])('%s is not added, and the app says why', async (_what, text, code) => {
  if (text === null) return;
  const computer = computerWith();
  await computer.files.write('/file.pem', text);
  await using app = await computer.start();
  app.desktop.chosenCertificate = '/file.pem';
  expect(codeOf(await app.window.ask('network:addCertificate'))).toBe(code);
  expect((await app.window.ask('network:get')).certificates).toEqual([]);
});

test('a copy of a certificate that was damaged is reported, and stops nothing', async () => {
  const url = await serve((_request, response) => response.end(ics));
  const computer = computerWith();
  await computer.files.write(
    '/user/certificates/x.pem',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
  );
  await using app = await computer.start();
  expect(codeOf(await app.window.ask('feeds:add', url))).toBe('ok');
  expect((await app.window.ask('app:problems')).map(({ code }) => code)).toContain('network/damagedCopies');
});

test('a proxy that wants a login is asked about once; the answer is kept encrypted, and fetches everything', async () => {
  const proxy = await serveProxy({ wants: basicOf('ada', 'pr0xy-secret') });
  const seen: string[] = [];
  const url = await serve((request, response) => {
    seen.push(...Object.keys(request.headers));
    response.end(ics);
  });
  const computer = computerWith({ http_proxy: proxy.name });
  const app = await computer.start();
  const { window } = app;
  expect(codeOf(await window.ask('feeds:add', url))).toBe('network/proxyLogin');
  await settle();
  expect((await window.ask('network:get')).question).toEqual({
    proxy: proxy.name,
    realm: 'Office',
    wasRefused: false,
  });

  await window.ask('network:later', proxy.name);
  expect(codeOf(await window.ask('feeds:add', url))).toBe('network/proxyLogin');
  expect(await window.ask('network:get')).toMatchObject({ question: null, waiting: [{ proxy: proxy.name }] });

  await window.ask('network:logIn', proxy.name, 'ada', 'wrong', null);
  expect(codeOf(await window.ask('feeds:add', url))).toBe('network/proxyLoginRefused');
  await settle();
  expect((await window.ask('network:get')).question?.wasRefused).toBe(true);

  await window.ask('network:logIn', proxy.name, 'ada', 'pr0xy-secret', null);
  expect(codeOf(await window.ask('feeds:add', url))).toBe('ok');
  expect(await window.ask('network:get')).toMatchObject({
    question: null,
    waiting: [],
    logins: [{ proxy: proxy.name, user: 'ada' }],
  });
  await app[Symbol.asyncDispose]();
  expect(seen).not.toContain('proxy-authorization');
  const stored = new TextDecoder().decode(
    (await computer.files.read('/user/passwords.json')) ?? new Uint8Array(),
  );
  expect(stored).toContain('ada');
  expect(stored).not.toContain('pr0xy-secret');
  expect(app.log.join('\n')).not.toMatch(/ada|pr0xy-secret/);
});

test('the choice of a proxy takes effect at once, and stays on this computer', async () => {
  const proxy = await serveProxy();
  const url = await serve((_request, response) => response.end(ics));
  await using app = await computerWith().start();
  expect(codeOf(await app.window.ask('feeds:add', url))).toBe('ok');
  expect(proxy.log).toEqual([]);
  await app.window.ask('settings:change', { proxy: { mode: 'manual', address: proxy.name } });
  await expect.poll(() => proxy.log).toEqual([`GET ${url}/`]);
  await expect(
    app.window.ask('settings:change', { proxy: { mode: 'manual', address: 'http://ada:secret@proxy:1' } }),
  ).rejects.toThrow(/proxy/);
});

test('a login in a stored address of a proxy is taken out of it and kept apart', async () => {
  const proxy = await serveProxy({ wants: basicOf('ada', 'pr0xy-secret') });
  const url = await serve((_request, response) => response.end(ics));
  const computer = computerWith();
  computer.store.write('settings', {
    proxy: { mode: 'manual', address: `http://ada:pr0xy-secret@${proxy.name}` },
  });
  const app = await computer.start();
  await settle();
  expect(codeOf(await app.window.ask('feeds:add', url))).toBe('ok');
  expect((await app.window.ask('settings:get')).proxy).toEqual({ mode: 'manual', address: proxy.name });
  expect((await app.window.ask('network:get')).logins).toEqual([{ proxy: proxy.name, user: 'ada' }]);
  await app[Symbol.asyncDispose]();
  expect(JSON.stringify(computer.store.document())).not.toMatch(/ada|pr0xy-secret/);
  expect(app.log.join('\n')).not.toMatch(/ada|pr0xy-secret/);
});

/** A server that gives its calendar to those who log in. */
const serveLocked = (passwords: readonly string[], log: (string | undefined)[] = []): Promise<string> =>
  serve((request, response) => {
    const { authorization } = request.headers;
    log.push(authorization);
    if (passwords.some((password) => authorization === basicOf('ada', password))) response.end(ics);
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="Nextcloud"' }).end();
  });

test('a calendar that wants a password is followed with it, also after a restart', async () => {
  const accepted = ['cal-secret'];
  const url = await serveLocked(accepted);
  const computer = computerWith();
  const app = await computer.start();
  const { window } = app;
  const login = (password: string) => ({
    followed: 'all' as const,
    replaces: null,
    login: { user: 'ada', password, keep: null },
  });
  expect(codeOf(await window.ask('feeds:preview', url))).toBe('feed/loginWanted');
  expect(codeOf(await window.ask('feeds:preview', url, login('wrong')))).toBe('feed/loginRefused');
  expect(codeOf(await window.ask('feeds:preview', url, login('cal-secret')))).toBe('ok');
  expect(codeOf(await window.ask('feeds:add', url, login('cal-secret')))).toBe('ok');
  await app[Symbol.asyncDispose]();
  expect(JSON.stringify(computer.store.document())).not.toContain('cal-secret');

  await using again = await computer.start();
  await again.window.ask('feeds:refresh');
  expect((await healthOf(again))?.state).toBe('fresh');

  accepted[0] = 'new-secret';
  await again.window.ask('feeds:refresh');
  const refused = await healthOf(again);
  expect([refused?.failure?.code, refused?.seriesCount]).toEqual(['feed/loginRefused', 1]);
  const feed = (await again.window.ask('feeds:list')).find((one) => one.feed.source.kind === 'web');
  await again.window.ask('feeds:logIn', feed?.feed.id ?? '', {
    user: 'ada',
    password: 'new-secret',
    keep: null,
  });
  expect((await healthOf(again))?.failure).toBeNull();
});

test('the login of a pasted address is taken out of it and kept apart', async () => {
  const log: (string | undefined)[] = [];
  const url = await serveLocked(['cal secret'], log);
  const computer = computerWith();
  const app = await computer.start();
  const added = await app.window.ask('feeds:add', url.replace('http://', 'http://ada:cal%20secret@'));
  expect(added.ok && added.value.source).toEqual({ kind: 'web', url: `${url}/` });
  const id = added.ok ? added.value.id : '';

  await app.window.ask('feeds:remove', id);
  expect(
    new TextDecoder().decode((await computer.files.read('/user/passwords.json')) ?? new Uint8Array()),
  ).not.toContain('ada');
  await app.window.ask('feeds:restore', id);
  await app.window.ask('feeds:refresh');
  expect((await healthOf(app))?.state).toBe('fresh');
  await app[Symbol.asyncDispose]();
  expect(JSON.stringify(computer.store.document())).not.toMatch(/cal(?: |%20)secret/);
});

test.each(['there', 'locked'] as const)(
  'the login of a stored address is taken out of it and kept apart once there is a keyring: %s',
  async (keyring) => {
    const url = `${await serveLocked(['cal-secret'])}/team.ics`;
    const stored = url.replace('http://', 'http://ada:cal-secret@');
    const computer = computerWith();
    const feed = { id: 'old', name: 'Team', format: 'ics', color: 3, followed: 'all' };
    computer.store.write('feeds', {
      version: 2,
      feeds: [{ ...feed, source: { kind: 'web', url: stored } }],
    });
    computer.secrets.state = keyring;
    const app = await computer.start();
    await app.window.ask('feeds:refresh');
    const known = (await app.window.ask('feeds:list')).find((one) => one.feed.id === 'old');
    expect(known?.health.state).toBe('fresh');
    expect(JSON.stringify(known)).not.toContain(keyring === 'there' ? 'cal-secret' : 'nothing');
    await app[Symbol.asyncDispose]();
    expect(JSON.stringify(computer.store.document()).includes('cal-secret')).toBe(keyring === 'locked');
    expect(app.log.join('\n')).not.toContain('cal-secret');

    computer.secrets.state = 'there';
    const again = await computer.start();
    await again.window.ask('feeds:refresh');
    expect((await healthOf(again))?.state).toBe('fresh');
    await again[Symbol.asyncDispose]();
    expect(JSON.stringify(computer.store.document())).not.toContain('cal-secret');
  },
);

test('a keyring that is locked says so, and the calendar is not asked for without the login', async () => {
  const log: (string | undefined)[] = [];
  // An address without a token is not encrypted itself.
  const url = `${await serveLocked(['cal-secret'], log)}/team.ics`;
  const computer = computerWith();
  const app = await computer.start();
  await app.window.ask('feeds:add', url.replace('http://', 'http://ada:cal-secret@'));
  await app[Symbol.asyncDispose]();
  computer.secrets.state = 'locked';
  log.length = 0;
  await using again = await computer.start();
  await again.window.ask('feeds:refresh');
  expect((await healthOf(again))?.failure?.code).toBe('feed/loginLocked');
  expect(log).toEqual([]);
});

test('the login of a calendar follows no redirect to another server', async () => {
  const seen: (string | undefined)[] = [];
  const thief = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(401, { 'www-authenticate': 'Basic realm="Nextcloud"' }).end();
  });
  const url = await serve((request, response) => {
    if (request.headers.authorization === undefined)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    else response.writeHead(302, { location: thief }).end();
  });
  await using app = await computerWith().start();
  const answer = await app.window.ask('feeds:add', url.replace('http://', 'http://ada:cal-secret@'));
  expect(seen).toEqual([undefined]);
  // The first server accepted the login, so it would be wrong to say that it did not.
  if (answer.ok) throw new Error('the calendar was read');
  expect(answer.problem.code).toBe('account/otherServer');
  expect(answer.problem.title).toContain(`sends you to ${new URL(thief).host}`);
});

test('a server with Digest gets no password', async () => {
  const log: string[] = [];
  const url = await serve((request, response) => {
    const { authorization = '' } = request.headers;
    log.push(authorization);
    if (authorization.startsWith('Digest username="ada"')) response.end(ics);
    else
      response
        .writeHead(401, {
          'www-authenticate': ['Basic realm="x"', 'Digest realm="x", qop="auth", nonce="abc"'],
        })
        .end();
  });
  await using app = await computerWith().start();
  expect(codeOf(await app.window.ask('feeds:add', url.replace('http://', 'http://ada:cal-secret@')))).toBe(
    'ok',
  );
  expect(log.join()).not.toContain('Basic');
});

test('a login of another kind is refused with its name', async () => {
  const url = await serve((_request, response) =>
    response.writeHead(401, { 'www-authenticate': ['Negotiate', 'NTLM'] }).end(),
  );
  await using app = await computerWith().start();
  const answer = await app.window.ask('feeds:add', url);
  expect(answer.ok ? '' : answer.problem.title).toContain('(Negotiate, NTLM)');
});
