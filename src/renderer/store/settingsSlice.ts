import type { StateCreator } from 'zustand';
import type { Settings } from '#core/settings/settings.ts';

export interface SettingsSlice {
  /** null until main has answered: nothing that depends on a choice is shown before it is known. */
  readonly settings: Settings | null;
  readonly settingsReceived: (settings: Settings) => void;
}

export const createSettingsSlice: StateCreator<SettingsSlice> = (set) => ({
  settings: null,
  settingsReceived: (settings) => set({ settings }),
});
