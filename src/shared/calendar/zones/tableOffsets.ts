import type { ZoneChange } from '../series.ts';
import type { Offsets } from './zone.ts';

/** Offsets from a list of changes, ascending; before the first change its own offset holds. UTC where there is none. */
export function tableOffsets(changes: readonly ZoneChange[]): Offsets {
  return (instant) => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.at ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    const current = changes[Math.max(0, low - 1)];
    return {
      from: low === 0 ? -Infinity : (current?.at ?? -Infinity),
      to: changes[low]?.at ?? Infinity,
      offset: current?.offset ?? 0,
    };
  };
}
