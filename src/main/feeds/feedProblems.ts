import { feedsProblem } from '#core/feeds/problems.ts';
import type { Problem } from '#base';
import type { HttpFailure, HttpFailureReason } from '../ports/http.ts';
import { hostAdvice } from './hostAdvice.ts';

const problems = {
  unreachable: () => feedsProblem('feed/unreachable'),
  certificate: () => feedsProblem('feed/certificate'),
  silence: () => feedsProblem('feed/silent'),
  cutOff: () => feedsProblem('feed/cutOff'),
  tooLarge: () => feedsProblem('feed/tooLarge'),
  redirect: () => feedsProblem('feed/redirected'),
} satisfies Readonly<Record<Exclude<HttpFailureReason, 'status'>, () => Problem>>;

/** Why a request gave no calendar. @param address of the feed; only its server is named */
export const problemOfFailure = ({ reason, status }: HttpFailure, address: string): Problem =>
  reason === 'status' ? problemOfStatus(status, address) : problems[reason]();

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
