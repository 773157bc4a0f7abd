import type { Pattern } from '../series.ts';
import type { WallTime } from '../wallTime.ts';
import type { Zone } from '../zones/zone.ts';
import type { RecurrenceRule } from './rule.ts';
import { walkRule } from './walkRule.ts';
import type { Budget } from './walk.ts';

const known = new WeakMap<RecurrenceRule, { zone: Zone; last: number }>();

/**
 * The last date of a rule with COUNT, on its pattern's time line. DTSTART is the first that counts, dates in a gap
 * do not count, excluded ones do (RFC 5545 §3.3.10, §3.8.5.1). Found by walking once, then remembered.
 */
export function lastCounted(
  rule: RecurrenceRule,
  count: number,
  pattern: Pattern,
  zone: Zone,
  isWall: boolean,
  budget: Budget,
): number {
  const remembered = known.get(rule);
  if (remembered?.zone === zone) return remembered.last;
  let last = isWall ? pattern.start : zone.instant(pattern.start);
  let left = count - 1;
  if (left > 0) {
    const visit = (wall: WallTime) => {
      if (wall === pattern.start) return true;
      const instant = zone.instant(wall);
      const at = isWall ? wall : instant;
      if (rule.until !== null && at > rule.until) return false;
      if (zone.wallTime(instant) !== wall) return true;
      last = at;
      left -= 1;
      return left > 0;
    };
    walkRule(rule, pattern.start, { from: pattern.start, to: Infinity, budget, visit });
  }
  if (budget.steps >= 0) known.set(rule, { zone, last });
  return last;
}
