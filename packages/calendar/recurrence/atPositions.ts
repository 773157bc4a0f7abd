import type { WallTime } from '../wallTime.ts';
import type { RecurrenceRule } from './rule.ts';

/** Applies BYSETPOS to a period's ascending dates (RFC 5545 §3.3.10); positions out of range select nothing. */
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
