import { useState } from 'react';
import { zoneIndex, type ZoneFacts, type ZoneIndex } from '#core/zones/findZones.ts';

const known = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Loaded on first use and cached: countries and cities are 100 kB that only this search needs. */
let facts: readonly ZoneFacts[] | null = null;

/** All zones; `load` adds their countries and cities. */
export function useZoneIndex(): { readonly index: ZoneIndex; readonly load: () => void } {
  const [index, setIndex] = useState<ZoneIndex>([]);
  const load = async (): Promise<void> => {
    if (index.length > 0) return;
    setIndex(zoneIndex(facts ?? [], known()));
    facts ??= (await import('@vvo/tzdb')).rawTimeZones;
    setIndex(zoneIndex(facts, known()));
  };
  return { index, load: () => void load() };
}
