import { useCallback } from 'react';
import { hueOfOccurrence, type Hue } from '#core/format/hue.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { defaultSettings } from '#core/settings/settings.ts';
import { useApp } from './AppContext.tsx';

/** Gives the hue of any meeting, for screens that show many; `useHue` is for one. */
export function useHueFor(): (occurrence: Occurrence) => Hue {
  const settings = useApp((state) => state.settings) ?? defaultSettings;
  return useCallback((occurrence: Occurrence) => hueOfOccurrence(occurrence, settings), [settings]);
}
