import { join } from 'node:path';
import type { Account } from '#core/accounts/account.ts';
import type { DavCalendar } from '#core/caldav/davCalendar.ts';
import { queryBody } from '#core/caldav/davBodies.ts';
import { DAY, visibleLine, type Problem } from '#base';
import { readLogins } from '#main/accounts/credentialFile.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { createDns } from '#main/adapters/network/dns.ts';
import { createDavClient, nameOf, type DavClient } from '#main/feeds/caldav/davClient.ts';
import { discoverCalendars } from '#main/feeds/caldav/discoverCalendars.ts';
import { problemOfFailure } from '#main/feeds/feedProblems.ts';
import { HttpFailure } from '#main/ports/http.ts';
import { problemLine } from './advice.ts';
import type { Terminal } from './command.ts';
import { openConnection } from './connection.ts';
import type { Finding } from './finding.ts';
import { userDataFolder } from './folders.ts';
import { readPassword } from './password.ts';
import { lazyHttp } from './sources.ts';
import { findings } from './texts.ts';

/** What became of one step. */
type Outcome = Pick<Finding, 'state' | 'detail'>;
const works = (detail: string): Outcome => ({ state: 'works', detail });
const missing = (problem: Problem): Outcome => ({
  state: 'missing',
  detail: visibleLine(problemLine(problem)),
});
const unknown = (detail: string): Outcome => ({ state: 'unknown', detail });

async function reached(terminal: Terminal, url: string): Promise<Outcome> {
  const by = (await openConnection(terminal)).reachedBy(new URL(url).origin);
  const issuer = by?.issuer ?? null;
  return works(findings.answers(by?.proxy ?? null, issuer && visibleLine(issuer)));
}

/** Whether a server answers a request without a login. */
async function reach(terminal: Terminal, url: string): Promise<Outcome> {
  const nothing = { etag: null, lastModified: null };
  try {
    await lazyHttp(terminal).get(url, nothing, new AbortController().signal);
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    // Any status is an answer, mostly the question for the login.
    if (error.status === 0) return missing(problemOfFailure(error, url));
  }
  return reached(terminal, url);
}

const HOW_KEPT = {
  system: findings.passwordInKeyring,
  passphrase: findings.passwordUnderPassphrase,
  session: findings.passwordInMemory,
} as const;

/**
 * The accounts of the app: whether their servers answer, and where their passwords are. Only the app can read those, so
 * only it can log in.
 */
export async function checkAccounts(terminal: Terminal, accounts: readonly Account[]): Promise<Finding[]> {
  if (accounts.length === 0) return [];
  const files = createFiles();
  // A damaged file is left to the app, which tells its user.
  const reading = {
    read: (path: string) => files.read(path),
    setAside: (path: string) => Promise.resolve(path),
  };
  const stored = await readLogins(reading, join(userDataFolder(terminal), 'passwords.json')).catch(
    () => null,
  );
  const found = await Promise.all(
    accounts.map(async ({ id, name, server, user }): Promise<Finding[]> => {
      const by = stored?.logins.get(id)?.password.by;
      const account = { server: nameOf(server), user };
      const check = findings.account(visibleLine(name), visibleLine(user));
      const password =
        by === undefined
          ? { state: 'missing' as const, detail: findings.noPassword }
          : unknown(HOW_KEPT[by](server, visibleLine(user)));
      return [
        { check: `${check}: ${findings.server}`, ...(await reach(terminal, server)), account },
        { check: `${check}: ${findings.password}`, ...password, account },
      ];
    }),
  );
  return found.flat();
}

/** The server is there, and the login is what it refuses. */
const ABOUT_LOGIN: ReadonlySet<string> = new Set(['account/wrongPassword', 'account/noBasic']);
/** The login is accepted. */
const ABOUT_CALENDARS: ReadonlySet<string> = new Set(['account/noCalendars', 'account/forbidden']);

/** Whether the meetings of a calendar may be read, and changed. */
async function calendarFinding(
  client: DavClient,
  { url, isReadOnly }: DavCalendar,
  terminal: Terminal,
): Promise<Outcome> {
  const now = terminal.now();
  const body = queryBody({ from: now, to: now + 7 * DAY });
  const answer = await client({ method: 'REPORT', url, depth: 1, body });
  if (!answer.ok) return missing(answer.problem);
  return works(isReadOnly ? findings.mayRead : findings.mayChange);
}

/** Logs in to an account with the password of the command, and says step by step what works. */
export async function checkAccount(
  terminal: Terminal,
  server: string,
  user: string,
): Promise<readonly Finding[]> {
  const password = await readPassword(terminal, user, server);
  const login = { user, password };
  const ports = { http: lazyHttp(terminal), dns: createDns() };
  const { signal } = new AbortController();
  const found = await discoverCalendars(ports, server, login, signal);
  const step = (check: string, outcome: Outcome, host = server): Finding => ({
    check,
    ...outcome,
    account: { server: visibleLine(host), user },
  });
  if (!found.ok) {
    const { problem } = found;
    const isLoginGood = ABOUT_CALENDARS.has(problem.code);
    if (!isLoginGood && !ABOUT_LOGIN.has(problem.code)) return [step(findings.server, missing(problem))];
    return [
      step(findings.server, works(findings.answersPlainly)),
      ...(isLoginGood
        ? [step(findings.login, works(findings.accepted)), step(findings.calendars, missing(problem))]
        : [step(findings.login, missing(problem))]),
    ];
  }
  const { calendars, server: url } = found.value;
  const host = nameOf(url);
  const client = createDavClient({ http: ports.http, login, server: url, signal });
  return [
    step(findings.server, await reached(terminal, url), host),
    step(findings.login, works(findings.accepted), host),
    ...(await Promise.all(
      calendars.map(async (one) =>
        step(findings.calendar(visibleLine(one.name)), await calendarFinding(client, one, terminal), host),
      ),
    )),
  ];
}
