import { hasCode, type ProblemCode } from '#core/problemCodes.ts';
import type { Problem } from '#base';
import { advice } from './texts.ts';

/** Problems that the window lets the user solve by a field or a button, and the command line otherwise. */
const OWN_ADVICE = [
  ['feed/loginWanted', advice.login],
  ['network/proxyLogin', advice.proxyLogin],
  ['network/proxyLoginRefused', advice.proxyLogin],
] as const satisfies readonly (readonly [ProblemCode, string])[];

/** A problem of an address that was given to a command, in one line, with what to do about it at the command line. */
export function problemLine(problem: Problem): string {
  const own = OWN_ADVICE.find(([code]) => hasCode(problem, code));
  return `${problem.title}. ${own?.[1] ?? problem.detail}`;
}
