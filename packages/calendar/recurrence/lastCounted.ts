import { DAY } from '#base';
import type { Pattern } from '../series.ts';
import { isOnWallLine } from '../timeLine.ts';
import type { WallTime } from '../wallTime.ts';
import type { Zone } from '../zones/zone.ts';
import type { RecurrenceRule } from './rule.ts';
import type { Budget } from './walk.ts';
import { walkRule } from './walkRule.ts';

const cache = new WeakMap<RecurrenceRule, { zone: Zone; last: number; walkedTo: WallTime }>();

/** Windows move forward in small steps, so count further than requested. */
const EXTRA_WALK = 400 * DAY;

/**
 * The last date of a rule with COUNT, on its pattern's time line; infinite if it is after `to`. DTSTART counts as the
 * first, dates in a gap do not count, excluded dates do (RFC 5545 §3.3.10, §3.8.5.1). Found by one walk, then cached.
 */
export function lastCounted(
  { rule, count, to }: { rule: RecurrenceRule; count: number; to: WallTime },
  pattern: Pattern,
  zone: Zone,
  budget: Budget,
): number {
  const cached = cache.get(rule);
  if (cached?.zone === zone && cached.walkedTo >= to) return cached.last;
  const isWall = isOnWallLine(pattern);
  const walkTo = to + EXTRA_WALK;
  let last = isWall ? pattern.start : zone.instant(pattern.start);
  let left = count - 1;
  let isOver = left <= 0;
  if (!isOver) {
    const visit = (wall: WallTime) => {
      if (wall === pattern.start) return true;
      if (wall > walkTo) return false;
      const instant = zone.instant(wall);
      const at = isWall ? wall : instant;
      isOver = rule.until !== null && at > rule.until;
      if (isOver || zone.wallTime(instant) !== wall) return !isOver;
      last = at;
      left -= 1;
      isOver = left <= 0;
      return !isOver;
    };
    walkRule(rule, pattern.start, { from: pattern.start, to: walkTo, budget, visit });
  }
  if (!isOver) last = Infinity;
  if (budget.steps >= 0) cache.set(rule, { zone, last, walkedTo: isOver ? Infinity : walkTo });
  return last;
}
