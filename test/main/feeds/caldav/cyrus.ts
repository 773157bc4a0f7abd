/** Cyrus of Debian, a server that sends invitations and answers itself (RFC 6638), with the accounts of two people. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Login } from '#main/ports/http.ts';
import { hasProgram } from '../../../../scripts/system/programs.ts';
import { answers, freePort } from './servers.ts';

/** It gives its rights up to its own user, which only root can do. */
export const hasCyrus = hasProgram('cyrus') && process.getuid?.() === 0;

export interface Person {
  /** Of their first calendar, with a slash at the end. */
  readonly calendar: string;
  readonly address: string;
  readonly login: Login;
}

export interface Cyrus extends AsyncDisposable {
  readonly url: string;
  readonly anna: Person;
  readonly otto: Person;
}

/** The ids of the user `cyrus` and its group, which its package makes. */
function owner(): readonly [number, number] {
  const line = /^cyrus:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (line === null) throw new Error('The user “cyrus” is missing');
  return [Number(line[1]), Number(line[2])];
}

function configure(folder: string, http: number, imap: number): void {
  const [user, group] = owner();
  chmodSync(folder, 0o755);
  for (const name of ['conf', 'spool', 'proc', 'lock', 'socket', 'sieve']) {
    mkdirSync(join(folder, name));
    chownSync(join(folder, name), user, group);
  }
  const config = join(folder, 'imapd.conf');
  writeFileSync(
    config,
    [
      `configdirectory: ${folder}/conf`,
      `proc_path: ${folder}/proc`,
      `mboxname_lockpath: ${folder}/lock`,
      'defaultpartition: default',
      `partition-default: ${folder}/spool`,
      `sievedir: ${folder}/sieve`,
      `idlesocket: ${folder}/socket/idle`,
      `notifysocket: ${folder}/socket/notify`,
      `lmtpsocket: ${folder}/socket/lmtp`,
      'admins: admin',
      'unixhierarchysep: yes',
      'allowplaintext: yes',
      'httpmodules: caldav',
      'calendar_user_address_set: example.org',
      // Any password is right.
      'sasl_pwcheck_method: alwaystrue',
      'sasl_mech_list: PLAIN',
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'cyrus.conf'),
    [
      `START { recover cmd="/usr/sbin/cyrus ctl_cyrusdb -C ${config} -r" }`,
      'SERVICES {',
      `  http cmd="httpd -C ${config}" listen="127.0.0.1:${http}" prefork=1`,
      `  imap cmd="imapd -C ${config}" listen="127.0.0.1:${imap}" prefork=0`,
      '}',
      'EVENTS {}',
      '',
    ].join('\n'),
  );
}

/** Makes the mailboxes of people, without which they have no calendars. */
async function makePeople(port: number, names: readonly string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  const commands = ['LOGIN admin x', ...names.map((name) => `CREATE user/${name}`)];
  for (const [index, command] of commands.entries()) {
    socket.write(`a${index} ${command}\r\n`);
    while (!said.includes(`\na${index} `)) await once(socket, 'data');
    if (!said.includes(`\na${index} OK`)) throw new Error(said);
  }
  socket.destroy();
}

export async function startCyrus(): Promise<Cyrus> {
  const folder = mkdtempSync(join(tmpdir(), 'cyrus-'));
  const [http, imap] = [await freePort(), await freePort()];
  configure(folder, http, imap);
  // With a group of its own, so that its children end with it.
  const child = spawn(
    'cyrmaster',
    ['-D', '-C', join(folder, 'imapd.conf'), '-M', join(folder, 'cyrus.conf'), '-p', join(folder, 'pid')],
    { cwd: folder, stdio: 'ignore', detached: true },
  );
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', kill);
  const ended = once(child, 'exit');
  while (!((await answers(http)) && (await answers(imap)))) {
    if (child.exitCode !== null) throw new Error(`Cyrus ended with ${child.exitCode}`);
    await setTimeout(50);
  }
  await makePeople(imap, ['anna', 'otto']);
  const url = `http://127.0.0.1:${http}/`;
  const person = (user: string): Person => ({
    calendar: `${url}dav/calendars/user/${user}/Default/`,
    address: `${user}@example.org`,
    login: { user, password: 'x' },
  });
  const [anna, otto] = [person('anna'), person('otto')];
  // The first look makes a person's calendars; until then nobody can invite them.
  for (const { calendar, login } of [anna, otto]) await look(calendar, login);
  return {
    url,
    anna,
    otto,
    [Symbol.asyncDispose]: async () => {
      kill();
      process.off('exit', kill);
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function look(url: string, { user, password }: Login): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const reply = await fetch(url, { method: 'PROPFIND', headers: { authorization, depth: '0' } });
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  await reply.body?.cancel();
}
