import type { WallTime } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';
import type { Walk } from './walk.ts';
import { walkDays } from './walkDays.ts';
import { walkTimes } from './walkTimes.ts';

/**
 * Gives the wall times that a rule names, ascending, from the period that holds `from` on; the first ones may lie
 * before `from` and the last ones after `to`, none lies before `start`. COUNT, UNTIL and zones are the caller's affair.
 * Ends when `visit` returns false, at `to`, or when the budget is spent.
 */
export function walkRule(rule: RecurrenceRule, start: WallTime, walk: Walk): void {
  const { frequency } = rule;
  const isFinerThanDay = frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY';
  if (isFinerThanDay) walkTimes(rule, start, walk);
  else walkDays(rule, start, walk);
}
