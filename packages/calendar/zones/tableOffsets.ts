import { lowerBound } from '#base';
import type { ZoneChange } from '../series.ts';
import type { Offsets } from './offsetSpan.ts';

/**
 * Offsets from an ascending list of changes; the first change's offset also applies before it. UTC if the list is
 * empty.
 */
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
