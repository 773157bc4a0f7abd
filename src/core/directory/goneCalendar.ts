import type { Problem } from '#base';
import { hasCode } from '../problemCodes.ts';

/** Why a server has no calendar any more. Other failures pass. */
const GONE = ['feed/notFound', 'feed/refused', 'feed/webPage', 'feed/notCalendar', 'feed/empty'] as const;

/** What is no failure of the connection or of the server. */
const OTHER = ['directory/empty', 'directory/notFollowable', 'feed/known', 'feed/isList'] as const;

/** The calendar is gone; it will not answer later. */
export const isGone = (problem: Problem | null): boolean => GONE.some((code) => hasCode(problem, code));

/** The calendar did not answer now, for example offline, and may later. */
export const mayAnswerLater = (problem: Problem): boolean =>
  !isGone(problem) && !OTHER.some((code) => hasCode(problem, code));
