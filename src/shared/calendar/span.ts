import { DAY } from '../time.ts';
import type { TimeWindow } from '../time.ts';
import type { Length, Override, Pattern } from './series.ts';

/** A time that a length does not exceed on any clock; a day may take an hour or two more. */
export const reachOf = ({ days, ms }: Length): number => days * (DAY + DAY / 12) + ms;

/** The span of a series (see there) by what it consists of. Each clock is less than a day away from UTC. */
export function spanOf(pattern: Pattern | null, overrides: readonly Override[]): TimeWindow {
  // What moves all dates that follow may move them anywhere.
  if (overrides.some(({ isThisAndFuture }) => isThisAndFuture)) return { from: -Infinity, to: Infinity };
  let [from, to] = [Infinity, -Infinity];
  const reach = (first: number, last: number) => {
    from = Math.min(from, first - DAY);
    to = Math.max(to, last + DAY);
  };
  if (pattern !== null) {
    const { start, length, rules, added } = pattern;
    const longest = reachOf(length);
    reach(start, start + longest);
    for (const { until } of rules) reach(start, (until ?? Infinity) + longest);
    for (const { at, length: own } of added) reach(at, at + (own === null ? longest : reachOf(own)));
  }
  for (const { start, length } of overrides) reach(start, start + reachOf(length));
  return { from, to };
}
