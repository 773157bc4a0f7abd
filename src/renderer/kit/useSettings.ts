import { defaultSettings, type Settings, type SettingsChange } from '#core/settings/settings.ts';
import { useApi, useApp, useAppStore } from './AppContext.tsx';
import { changeSettings, changeSettingsInTurn, type SettingsUndo } from './changeSettings.ts';

export interface SettingsAccess {
  readonly settings: Settings;
  /** @param undo the toast that offers to undo it; left out where the control itself shows the previous value */
  readonly change: (change: SettingsChange, undo?: SettingsUndo) => void;
  /** See `changeSettingsInTurn`. */
  readonly changeInTurn: (changeOf: (present: Settings) => SettingsChange, undo?: SettingsUndo) => void;
}

/** The settings, and a function that changes some of them. */
export function useSettings(): SettingsAccess {
  const api = useApi();
  const store = useAppStore();
  const settings = useApp((state) => state.settings) ?? defaultSettings;
  return {
    settings,
    change: (wanted, undo) => void changeSettings({ api, store }, wanted, undo),
    changeInTurn: (changeOf, undo) => void changeSettingsInTurn({ api, store }, changeOf, undo),
  };
}
