import { accountProblem } from '#core/caldav/problems.ts';
import { readMultistatus, type Multistatus } from '#core/caldav/multistatus.ts';
import { mayLogIn } from '#core/caldav/serverAddress.ts';
import type { Problem, Result } from '#base';
import type { DavFailure, DavSender, ResourceQuestion } from '../../ports/calendarSync.ts';
import { HttpFailure, type DavQuestion, type DavLogin, type DavReply, type Http } from '../../ports/http.ts';
import { problemOfFailure, problemOfStatus } from '../feedProblems.ts';
import { loginAdvice } from './loginAdvice.ts';

/** The answer to a request. `url`: of the resource that answered, after redirects. */
export type DavAnswer =
  | { readonly ok: true; readonly url: string; readonly multistatus: Multistatus }
  | ({ readonly ok: false } & DavFailure);

/** Sends requests of one account. Rejects only when the signal aborts, or on a bug. */
export type DavClient = (request: ResourceQuestion) => Promise<DavAnswer>;

export interface DavClientParts {
  readonly http: Pick<Http, 'dav'>;
  readonly login: DavLogin;
  /** URL of the account's server: only its organisation gets the login. */
  readonly server: string;
  readonly signal: AbortSignal;
  /** Lets other events in while a large answer is read; left out on a thread that does nothing else. */
  readonly turn?: (() => Promise<unknown>) | undefined;
}

/** Sends requests with the login, to servers that may get it. */
export const createDavSender =
  (parts: DavClientParts): DavSender =>
  async (request) => {
    const sent = await sendDav(parts, request);
    return sent.ok ? sent : { ok: false, failure: sent };
  };

/** Reads what the sender gets. @param turn see `DavClientParts` */
export const davClientOf =
  (send: DavSender, turn?: DavClientParts['turn']): DavClient =>
  async (request) => {
    const outcome = await send(request);
    if (!outcome.ok) return { ok: false, ...outcome.failure };
    const { reply } = outcome;
    const { status, retryAfterMs } = reply;
    if (status !== 207) return { ok: false, problem: problemOfReply(reply), status, retryAfterMs };
    const multistatus = await inSteps(readMultistatus(textOf(reply)), turn);
    return multistatus === null
      ? {
          ok: false,
          problem: accountProblem('account/brokenAnswer', nameOf(request.url)),
          status,
          retryAfterMs,
        }
      : { ok: true, url: reply.url, multistatus };
  };

async function inSteps<T>(steps: Generator<void, T>, turn: DavClientParts['turn']): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await turn?.();
  }
}

export const createDavClient = (parts: DavClientParts): DavClient =>
  davClientOf(createDavSender(parts), parts.turn);

/** Sends a request with the login of the account, to its own servers only. Any status is a reply. */
export async function sendDav(
  { http, login, server, signal }: DavClientParts,
  request: DavQuestion & { readonly url: string },
): Promise<{ readonly ok: true; readonly reply: DavReply } | ({ readonly ok: false } & DavFailure)> {
  const { url } = request;
  if (!mayLogIn(server, url))
    return refused(accountProblem('account/otherServer', nameOf(server), nameOf(url)));
  const sendAs = (own: DavLogin): Promise<DavReply> =>
    http.dav({ ...request, login: own, mayLogIn: (target) => mayLogIn(server, target) }, signal);
  try {
    const reply = await sendAs(login);
    if (reply.status !== 401 || !('renew' in login)) return { ok: true, reply };
    // The token expired or was revoked meanwhile.
    const renewed = await login.renew();
    if (!renewed.ok) return refused(renewed.problem, 401);
    const second = await sendAs(renewed.value);
    return second.status === 401
      ? refused(accountProblem('account/signInAgain'), 401)
      : { ok: true, reply: second };
  } catch (error) {
    if (signal.aborted || !(error instanceof HttpFailure)) throw error;
    const { status, retryAfterMs } = error;
    return { ok: false, problem: problemOfFailure(error, url), status, retryAfterMs };
  }
}

const refused = (problem: Problem, status = 0): { readonly ok: false } & DavFailure => ({
  ok: false,
  problem,
  status,
  retryAfterMs: null,
});

/** Host of a server, as problems name it. */
export const nameOf = (url: string): string => URL.parse(url)?.host ?? 'The server';

export function problemOfReply({ status, url, challenge, leadsTo }: DavReply): Problem {
  const server = nameOf(url);
  if (leadsTo !== null) return accountProblem('account/otherServer', server, nameOf(leadsTo));
  if (status === 401)
    return challenge !== null && !/\bbasic\b/i.test(challenge)
      ? accountProblem('account/noBasic', server)
      : accountProblem('account/wrongPassword', server, loginAdvice(url, challenge));
  if (status === 403) return accountProblem('account/forbidden', server);
  if (status === 404 || status === 410) return accountProblem('account/gone', server);
  // It answers, for example with a page, and knows no WebDAV.
  if (status < 400 || status === 405 || status === 501) return accountProblem('account/notCalDav', server);
  return problemOfStatus(status, url);
}

export const textOf = ({ body }: Pick<DavReply, 'body'>): string => new TextDecoder().decode(body);

/** A failure as a result. */
export const asResult = ({ problem }: DavFailure): Result<never> => ({ ok: false, problem });
