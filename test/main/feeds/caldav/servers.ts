/** Real CalDAV servers of Debian, each with an account of its own in a folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Login } from '#main/ports/http.ts';

export interface CalDavServer extends AsyncDisposable {
  /** Of its root, with a slash at the end. */
  readonly url: string;
  /** Of the home of the account. */
  readonly home: string;
  readonly login: Login;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return bound.port;
}

/** Whether somebody listens on a port. */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });

/** Starts a program, and waits until it listens. */
async function startListening(
  program: string,
  args: readonly string[],
  port: number,
  folder: string,
  isKept: boolean,
): Promise<AsyncDisposable> {
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  // A test that is stopped does not dispose of it.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!(await answers(port))) {
    if (isOver) throw new Error(`${program} ended: ${said}`);
    await setTimeout(50);
  }
  return {
    [Symbol.asyncDispose]: async () => {
      // Radicale would wait half a minute for open connections.
      kill();
      process.off('exit', kill);
      await ended;
      if (!isKept) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * @param objects of a calendar named `large`
 * @param kept folder of its data, which stays; null for a new one, which is removed
 */
export async function startRadicale(
  objects: readonly string[] = [],
  kept: string | null = null,
): Promise<CalDavServer> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'radicale-'));
  const port = await freePort();
  const login = { user: 'anna@example.org', password: 'tulip: ünïcode 🌷' };
  writeFileSync(join(folder, 'users'), `${login.user}:${login.password}\n`);
  const config = join(folder, 'config');
  writeFileSync(
    config,
    [
      '[server]',
      `hosts = 127.0.0.1:${port}`,
      '[auth]',
      'type = htpasswd',
      `htpasswd_filename = ${join(folder, 'users')}`,
      'htpasswd_encryption = plain',
      'delay = 0',
      '[storage]',
      `filesystem_folder = ${join(folder, 'collections')}`,
      '[rights]',
      'type = owner_only',
      '',
    ].join('\n'),
  );
  if (objects.length > 0)
    writeCalendar(join(folder, 'collections/collection-root', login.user, 'large'), objects);
  const running = await startListening('radicale', ['--config', config], port, folder, kept !== null);
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    home: `${url}${encodeURIComponent(login.user)}/`,
    login,
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

/** As Radicale stores it. */
function writeCalendar(folder: string, objects: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, '.Radicale.props'),
    JSON.stringify({ tag: 'VCALENDAR', 'D:displayname': 'Large' }),
  );
  for (const [index, text] of objects.entries()) writeFileSync(join(folder, `${index}.ics`), text);
}

/** It knows no login. @param kept see {@link startRadicale} */
export async function startXandikos(
  _objects: readonly string[] = [],
  kept: string | null = null,
): Promise<CalDavServer> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'xandikos-'));
  const port = await freePort();
  const args = [
    '-d',
    folder,
    '-l',
    '127.0.0.1',
    '-p',
    String(port),
    '--current-user-principal',
    '/anna/',
    '--defaults',
  ];
  const running = await startListening('xandikos', args, port, folder, kept !== null);
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    home: `${url}anna/calendars/`,
    login: { user: 'anna', password: 'unused' },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

/** Another program of the user: it makes calendars and changes meetings. */
export function otherClient({ login }: Pick<CalDavServer, 'login'>) {
  const authorization = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  async function send(method: string, url: string, body: string | null, type: string): Promise<void> {
    const headers = { authorization, 'content-type': `${type}; charset=utf-8` };
    const reply = await fetch(url, { method, headers, body });
    if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
    await reply.body?.cancel();
  }
  return {
    makeCalendar: (
      url: string,
      name: string,
      { component = 'VEVENT', color = '#3366CCFF' } = {},
    ): Promise<void> =>
      send(
        'MKCALENDAR',
        url,
        `<c:mkcalendar xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:d="DAV:" xmlns:a="http://apple.com/ns/ical/"><d:set><d:prop><d:displayname>${name}</d:displayname><a:calendar-color>${color}</a:calendar-color><c:supported-calendar-component-set><c:comp name="${component}"/></c:supported-calendar-component-set></d:prop></d:set></c:mkcalendar>`,
        'application/xml',
      ),
    put: (url: string, text: string): Promise<void> => send('PUT', url, text, 'text/calendar'),
    remove: (url: string): Promise<void> => send('DELETE', url, null, 'text/plain'),
  };
}

/** One object of a calendar. */
export const anObject = (
  uid: string,
  { title = `Meeting ${uid}`, kind = 'VEVENT', start = '20261203T100000' } = {},
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//EN',
    `BEGIN:${kind}`,
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `DTSTART;TZID=Europe/Berlin:${start}`,
    ...(kind === 'VEVENT' ? ['DURATION:PT1H'] : []),
    `SUMMARY:${title}`,
    `END:${kind}`,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
