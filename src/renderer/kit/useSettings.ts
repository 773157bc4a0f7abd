import { defaultSettings, type Settings, type SettingsChange } from '#core/settings/settings.ts';
import { useApi, useApp, useAppStore } from './AppContext.tsx';

export interface SettingsAccess {
  readonly settings: Settings;
  readonly change: (change: SettingsChange) => void;
}

/** The settings, and a function that changes some of them. Main's reply is the new state. */
export function useSettings(): SettingsAccess {
  const api = useApi();
  const store = useAppStore();
  const settings = useApp((state) => state.settings) ?? defaultSettings;
  const change = async (wanted: SettingsChange): Promise<void> => {
    const outcome = await api.invoke('settings:change', wanted);
    if (outcome.ok) store.getState().settingsReceived(outcome.value);
    else store.getState().problemReported(outcome.problem);
  };
  return { settings, change: (wanted) => void change(wanted) };
}
