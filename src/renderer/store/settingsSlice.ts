import type { StateCreator } from 'zustand';
import type { Settings } from '#core/settings/settings.ts';

export interface SettingsSlice {
  /** Null until main has answered; until then nothing that depends on a setting is shown. */
  readonly settings: Settings | null;
  readonly settingsReceived: (settings: Settings) => void;
}

export const createSettingsSlice: StateCreator<SettingsSlice> = (set) => ({
  settings: null,
  settingsReceived: (settings) => set({ settings }),
});
