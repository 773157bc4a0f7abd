import type { WallTime } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';

/** What BYSETPOS leaves of a period's ascending dates (RFC 5545 §3.3.10); positions beyond either end name none. */
export function atPositions(
  { byPosition }: Pick<RecurrenceRule, 'byPosition'>,
  walls: readonly WallTime[],
): readonly WallTime[] {
  if (byPosition.length === 0) return walls;
  const indexes = new Set(
    byPosition.map((position) => (position < 0 ? walls.length + position : position - 1)),
  );
  return walls.filter((_, index) => indexes.has(index));
}
