import type { Login } from '#main/ports/http.ts';
import { success, visibleLine, type Result } from '#base';
import { BadInput, type Terminal } from './command.ts';
import { badInput, questions } from './texts.ts';

/**
 * The password of an account: from the environment, or from the person at the terminal. Never from an argument, which
 * every user of the computer can read.
 * @throws BadInput if there is neither
 */
export async function readPassword(terminal: Terminal, user: string, server: string): Promise<string> {
  const given = terminal.env['OFFICE_HOURS_PASSWORD'];
  if (given !== undefined && given !== '') return given;
  const typed = await terminal.askSecret(questions.password(visibleLine(user), visibleLine(server)));
  if (typed === null || typed === '') throw new BadInput(badInput.noPassword);
  return typed;
}

/** Asks once for each user of a server. */
export function askedLogins(
  terminal: Terminal,
): (server: { readonly url: string; readonly user: string }) => Promise<Result<Login>> {
  const known = new Map<string, Promise<string>>();
  return async ({ url, user }) => {
    const { host } = new URL(url);
    const key = `${user} ${host}`;
    const password = known.get(key) ?? readPassword(terminal, user, host);
    known.set(key, password);
    return success({ user, password: await password });
  };
}
