import type { Occurrence } from './occurrence.ts';

/** Whether two lists have equal occurrences in the same order. Compares shared objects by identity first. */
export const sameOccurrences = (one: readonly Occurrence[], other: readonly Occurrence[]): boolean =>
  one.length === other.length && one.every((occurrence, index) => isSame(occurrence, other[index]));

/** The occurrences, as the former objects where those are equal, so that later comparisons are quick. */
export function withFormerObjects(
  former: readonly Occurrence[],
  present: readonly Occurrence[],
): Occurrence[] {
  const byKey = new Map(former.map((occurrence) => [occurrence.key, occurrence]));
  return present.map((occurrence) => {
    const before = byKey.get(occurrence.key);
    return before !== undefined && isSame(before, occurrence) ? before : occurrence;
  });
}

/** Compares without lists of entries in between, since the agenda asks for thousands of occurrences at each change. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  let count = 0;
  for (const name in one) {
    if (!(name in other) || !isSame(one[name], other[name])) return false;
    count += 1;
  }
  for (const _ in other) count -= 1;
  return count === 0;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
