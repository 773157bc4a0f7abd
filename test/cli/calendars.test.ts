import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { askSecret } from '#cli/askSecret.ts';
import { hasProgram } from '../../scripts/system/programs.ts';
import {
  anObject,
  freePort,
  otherClient,
  startRadicale,
  type CalDavServer,
} from '../main/feeds/caldav/servers.ts';
import { closeServers, serve, serveProxy } from '../main/adapters/network/servers.ts';
import { userDataFolder } from '#cli/folders.ts';
import { environmentOf, runHere } from './runCommand.ts';

const home = mkdtempSync(join(tmpdir(), 'calendars-'));
afterAll(() => rmSync(home, { recursive: true }));

test('`calendars` needs a server and a user, and takes no password as an argument', async () => {
  for (const args of [[], ['--server', 'https://a.org'], ['--user', 'anna'], ['--password', 'x']])
    expect(await runHere(['calendars', ...args], { home })).toMatchObject({ status: 2, out: '' });
});

test('without a password in the environment or a person at a terminal it says so', async () => {
  const { status, err } = await runHere(['calendars', '--server', 'https://a.org', '--user', 'anna'], {
    home,
  });
  expect(status).toBe(1);
  expect(err).toContain('OFFICE_HOURS_PASSWORD');
});

test('a calendar file behind a login or a proxy’s says what to add to the command', async () => {
  const wants = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
  const proxy = await serveProxy({ wants });
  const url = await serve((_request, response) =>
    response.writeHead(401, { 'www-authenticate': 'Basic realm="Team"' }).end(),
  );
  onTestFinished(closeServers);
  const run = (command: string, env = {}) => runHere([command, '--feed', url], { home, env });
  expect((await run('agenda')).err).toMatch(/wants a name and a password\. Add --user NAME;/);
  expect((await run('doctor')).out).toMatch(/wants a name and a password\. Add --user NAME;/);
  for (const login of ['', 'ada:wrong@'])
    expect((await run('agenda', { http_proxy: `http://${login}${proxy.name}` })).err).toMatch(
      /^office-hours: The proxy .* password\. Write them into the variable of the proxy: HTTPS_PROXY=/,
    );
});

describe.skipIf(!hasProgram('radicale'))('with Radicale', () => {
  let server: CalDavServer;
  let work: string;
  beforeAll(async () => {
    server = await startRadicale();
    work = `${server.home}work/`;
    await otherClient(server).makeCalendar(work, 'Work');
    await otherClient(server).put(`${work}a.ics`, anObject('a', { title: 'Stand-up' }));
  });
  afterAll(() => server[Symbol.asyncDispose]());
  const run = (args: readonly string[], password = server.login.password) =>
    runHere([...args, '--user', server.login.user], { home, env: { OFFICE_HOURS_PASSWORD: password } });

  test('`calendars` lists the calendars of the account', async () => {
    const { status, out, err } = await run(['calendars', '--server', server.url, '--json']);
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual([{ name: 'Work', url: work, color: '#3366cc', isReadOnly: false }]);
    expect((await run(['calendars', '--server', server.url])).out).toBe(`Work\n  ${work}\n`);
  });

  test('`agenda --feed URL --user NAME` reads one of them, and what changed in it', async () => {
    const agenda = async () => {
      const { out } = await run(['agenda', '--feed', work, '--from', '2026-12-01', '--json']);
      return JSON.parse(out).map(({ title, start }: { title: string; start: string }) => [title, start]);
    };
    expect(await agenda()).toEqual([['Stand-up', '2026-12-03T09:00:00.000Z']]);
    await otherClient(server).put(
      `${work}a.ics`,
      anObject('a', { title: 'Moved', start: '20261203T110000' }),
    );
    await otherClient(server).put(`${work}b.ics`, anObject('b', { title: 'Planning' }));
    expect(await agenda()).toEqual([
      ['Planning', '2026-12-03T09:00:00.000Z'],
      ['Moved', '2026-12-03T10:00:00.000Z'],
    ]);
    await otherClient(server).remove(`${work}b.ics`);
    expect(await agenda()).toEqual([['Moved', '2026-12-03T10:00:00.000Z']]);
  });

  const doctor = async (args: readonly string[], password?: string) => {
    const { out, err } = await run(['doctor', ...args, '--json'], password);
    expect(out + err).not.toContain(password ?? server.login.password);
    const findings: { check: string; state: string; detail: string; account: unknown }[] = JSON.parse(out);
    return findings.map(({ check, state, detail }) => `${state}: ${check}: ${detail}`);
  };

  test('`doctor --server URL --user NAME` tries an account step by step', async () => {
    const at = ['--server', server.url];
    expect(await doctor(at)).toEqual([
      'works: server: answers, directly',
      'works: login: name and password are accepted',
      'works: calendar Work: can be read and changed',
    ]);
    expect(await doctor(at, 'a wrong one')).toEqual([
      'works: server: answers',
      expect.stringMatching(/^missing: login: 127\.0\.0\.1:\d+ did not accept the name and password\./),
    ]);
    expect(await doctor(['--server', `http://127.0.0.1:${await freePort()}`])).toEqual([
      expect.stringMatching(/^missing: server: /),
    ]);
    expect(await run(['doctor', '--server', server.url, '--feed', work])).toMatchObject({ status: 2 });
  });

  test('`doctor` says of each account whether its server answers, and where its password is', async () => {
    const own = mkdtempSync(join(tmpdir(), 'accounts-'));
    onTestFinished(() => rmSync(own, { recursive: true }));
    const data = userDataFolder({ env: environmentOf(own), platform: process.platform });
    mkdirSync(data, { recursive: true });
    const account = (digit: string, url: string) => ({
      id: `account-${digit.repeat(16)}`,
      server: url,
      user: 'anna',
      name: `Server ${digit}`,
      addresses: [],
    });
    const gone = `http://127.0.0.1:${await freePort()}/`;
    const accounts = [account('1', server.url), account('2', gone)];
    writeFileSync(join(data, 'config.json'), JSON.stringify({ accounts: { version: 1, accounts } }));
    const login = { user: 'anna', password: { by: 'system', data: 'c2VjcmV0' } };
    writeFileSync(
      join(data, 'passwords.json'),
      JSON.stringify({ version: 1, logins: { [account('1', '').id]: login } }),
    );
    const { out } = await runHere(['doctor'], { home: own });
    const lines = out.split('\n').filter((line) => line.includes('account Server'));
    expect(lines).toEqual([
      expect.stringMatching(/^✓ account Server 1 \(anna\): server +answers, directly$/),
      expect.stringMatching(
        /^\? account Server 1 \(anna\): password +encrypted with a key of your keyring, .*doctor --server http:\/\/127\.0\.0\.1:\d+\/ --user anna$/,
      ),
      expect.stringMatching(/^✗ account Server 2 \(anna\): server +The server cannot be reached\./),
      expect.stringMatching(/^✗ account Server 2 \(anna\): password +none is stored/),
    ]);
    expect(out).not.toContain('c2VjcmV0');
  });

  test('a wrong password is one line on standard error, which does not contain it', async () => {
    for (const args of [
      ['calendars', '--server', server.url],
      ['agenda', '--feed', work],
    ]) {
      const { status, out, err } = await run(args, 'a wrong one');
      expect([status, out]).toEqual([1, '']);
      expect(err).toMatch(/^office-hours: 127\.0\.0\.1:\d+ did not accept the name and password\..*\n$/);
      expect(err).not.toContain('a wrong one');
    }
  });
});

test('a password is typed without being shown', async () => {
  const modes: boolean[] = [];
  const keyboard = Object.assign(new EventEmitter(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => modes.push(isRaw),
    setEncoding: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  let shown = '';
  const ask = (...keys: string[]) => {
    const answer = askSecret(keyboard, { write: (text) => (shown += text) }, 'Password: ');
    for (const key of keys) keyboard.emit('data', key);
    return answer;
  };
  expect(await ask('s', 'é', '🌷', '\u007f', 'x', '\u001b', '\r')).toBe('séx');
  expect(await ask('pasted whole\n')).toBe('pasted whole');
  expect(await ask('half', '\u0003')).toBeNull();
  expect(shown).toBe('Password: \n'.repeat(3));
  expect(modes).toEqual([true, false, true, false, true, false]);
  expect(keyboard.listenerCount('data')).toBe(0);
  expect(
    await askSecret(Object.assign(keyboard, { isTTY: false }), { write: () => undefined }, ''),
  ).toBeNull();
});
