import type { Occurrence } from './occurrence.ts';

/** Whether two lists have equal occurrences in the same order. Compares shared objects by identity first. */
export const sameOccurrences = (one: readonly Occurrence[], other: readonly Occurrence[]): boolean =>
  one.length === other.length && one.every((occurrence, index) => isSame(occurrence, other[index]));

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return (
    mine.length === theirs.length &&
    mine.every(([name, value], index) => theirs[index]?.[0] === name && isSame(value, theirs[index]?.[1]))
  );
}
