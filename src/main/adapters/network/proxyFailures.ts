import { challengeOf, readChallenges } from '#core/network/challenges.ts';
import { networkProblem } from '#core/network/problems.ts';
import type { Problem } from '#base';
import { HttpFailure } from '../../ports/http.ts';

/** What a proxy did instead of leading to the server. */
type ProxyFault = 'unreachable' | 'broken' | { readonly status: number; readonly challenge: string | null };

/** A proxy did not lead to the server. */
export class ProxyFailure extends Error {
  readonly fault: ProxyFault;
  constructor(fault: ProxyFault) {
    super(typeof fault === 'string' ? fault : `status ${fault.status}`);
    this.fault = fault;
  }
}

/** What the proxy asks for, if it wants a login; null otherwise. */
export const proxyChallenge = ({ fault }: ProxyFailure): string | null =>
  typeof fault === 'object' && fault.status === 407 ? (fault.challenge ?? '') : null;

/** A failure as the caller of a request gets it. @param proxy host and port */
export const failureOfProxy = (
  { fault, message }: ProxyFailure,
  proxy: string,
  wasRefused: boolean,
): HttpFailure =>
  new HttpFailure(0, `The proxy failed (${message}).`, 'proxy', {
    problem: problemOf(fault, proxy, wasRefused),
  });

function problemOf(fault: ProxyFault, proxy: string, wasRefused: boolean): Problem {
  if (fault === 'unreachable') return networkProblem('network/proxyUnreachable', proxy);
  if (fault === 'broken') return networkProblem('network/proxyBroken', proxy);
  if (fault.status !== 407) return networkProblem('network/proxyRefused', proxy, fault.status);
  const challenges = readChallenges(fault.challenge);
  if (challengeOf(challenges, 'basic') === null)
    return networkProblem(
      'network/proxyLoginKind',
      proxy,
      challenges.map(({ scheme }) => scheme).join(', ') || '407',
    );
  return networkProblem(wasRefused ? 'network/proxyLoginRefused' : 'network/proxyLogin', proxy);
}
