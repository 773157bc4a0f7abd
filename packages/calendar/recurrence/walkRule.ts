import type { WallTime } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';
import type { Walk } from './walk.ts';
import { walkDays } from './walkDays.ts';
import { walkTimes } from './walkTimes.ts';

/**
 * Visits the wall times that a rule names, ascending, from the period that contains `from`. The first may be before
 * `from` and the last after `to`; none is before `start`. The caller applies COUNT, UNTIL and zones.
 * Ends when `visit` returns false, at `to`, or when the budget is spent.
 */
export function walkRule(rule: RecurrenceRule, start: WallTime, walk: Walk): void {
  const { frequency } = rule;
  const isFinerThanDay = frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY';
  if (isFinerThanDay) walkTimes(rule, start, walk);
  else walkDays(rule, start, walk);
}
