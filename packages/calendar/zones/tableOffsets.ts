import { lowerBound } from '#base';
import type { ZoneChange } from '../series.ts';
import type { Offsets } from './offsetSpan.ts';

/** Offsets from a list of changes, ascending; before the first change its own offset holds. UTC where there is none. */
export function tableOffsets(changes: readonly ZoneChange[]): Offsets {
  return (instant) => {
    const next = lowerBound(changes, ({ at }) => at > instant);
    const current = changes[Math.max(0, next - 1)];
    return {
      from: next === 0 ? -Infinity : (current?.at ?? -Infinity),
      to: changes[next]?.at ?? Infinity,
      offset: current?.offset ?? 0,
    };
  };
}
