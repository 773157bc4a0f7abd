import { hueOfOccurrence, type Hue } from '#core/format/hue.ts';
import { defaultSettings } from '#core/settings/settings.ts';
import { useApp } from './AppContext.tsx';

/** The hue of a meeting, for a class `c-…` (base.css). */
export const useHue = (occurrence: { readonly community: string | null; readonly feedId: string }): Hue =>
  useApp((state) => hueOfOccurrence(occurrence, state.settings ?? defaultSettings));
