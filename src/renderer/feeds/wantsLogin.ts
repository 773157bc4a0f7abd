import { hasCode } from '#core/problemCodes.ts';
import type { Problem } from '#base';

/** Whether a name and a password help. */
export const wantsLogin = (problem: Problem | null): boolean =>
  hasCode(problem, 'feed/loginWanted') ||
  hasCode(problem, 'feed/loginRefused') ||
  hasCode(problem, 'feed/loginLocked');
