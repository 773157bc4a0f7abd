import { feedsProblem } from '#core/feeds/problems.ts';
import { readChallenges } from '#core/network/challenges.ts';
import type { Problem } from '#base';
import type { HttpFailure, HttpFailureReason } from '../ports/http.ts';
import { loginAdvice } from './caldav/loginAdvice.ts';
import { hostAdvice } from './hostAdvice.ts';

/** Their failures carry a problem, or a status. */
type HasOwnWords = 'certificate' | 'proxy' | 'status';

const problems = {
  unreachable: () => feedsProblem('feed/unreachable'),
  silence: () => feedsProblem('feed/silent'),
  cutOff: () => feedsProblem('feed/cutOff'),
  tooLarge: () => feedsProblem('feed/tooLarge'),
  redirect: () => feedsProblem('feed/redirected'),
} satisfies Readonly<Record<Exclude<HttpFailureReason, HasOwnWords>, () => Problem>>;

/**
 * Why a request gave no calendar.
 * @param address of the feed; only its server is named
 * @param hadLogin the server could have had a login
 */
export function problemOfFailure(
  { reason, status, problem, challenge }: HttpFailure,
  address: string,
  hadLogin = false,
): Problem {
  if (problem !== null) return problem;
  if (reason !== 'status')
    return reason === 'certificate' || reason === 'proxy' ? problems.unreachable() : problems[reason]();
  return (
    (status === 401 ? problemOfLogin(challenge, address, hadLogin) : null) ?? problemOfStatus(status, address)
  );
}

/** Why a server asks for a login; null if it names no way to log in, so that the address itself is wrong. */
function problemOfLogin(challenge: string | null, address: string, hadLogin: boolean): Problem | null {
  const server = URL.parse(address)?.host ?? 'The server';
  const schemes = readChallenges(challenge).map(({ scheme }) => scheme);
  if (schemes.length === 0 || hostAdvice(address).whenRefused !== undefined) return null;
  if (!schemes.some((scheme) => /^(?:basic|digest)$/i.test(scheme)))
    return feedsProblem('feed/loginKind', server, schemes.join(', '));
  return hadLogin
    ? feedsProblem('feed/loginRefused', server, loginAdvice(address, challenge))
    : feedsProblem('feed/loginWanted', server);
}

/** Why a server sent no body, by its HTTP status; 0 if it was not reached. */
export function problemOfStatus(status: number, address: string): Problem {
  if (status === 0) return feedsProblem('feed/unreachable');
  if (status === 413) return feedsProblem('feed/tooLarge');
  const { server, whenGone, whenRefused } = hostAdvice(address);
  if (status === 404 || status === 410)
    return feedsProblem('feed/notFound', server, status, whenGone ?? null);
  if (status === 401 || status === 403)
    return feedsProblem('feed/refused', server, status, whenRefused ?? null);
  if (status === 429) return feedsProblem('feed/tooOften', server);
  if (status >= 500) return feedsProblem('feed/serverTrouble', server, status);
  return feedsProblem('feed/unexpected', server, status);
}
