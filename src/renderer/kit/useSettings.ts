import { defaultSettings, type Settings, type SettingsChange } from '#core/settings/settings.ts';
import type { UndoEntry } from '../store/undoSlice.ts';
import { useApi, useApp, useAppStore } from './AppContext.tsx';

export interface SettingsAccess {
  readonly settings: Settings;
  /** @param undo the toast that offers to restore the previous values; left out where the control itself shows them */
  readonly change: (change: SettingsChange, undo?: Pick<UndoEntry, 'words' | 'undone'>) => void;
}

/** The settings, and a function that changes some of them. Main's reply is the new state. */
export function useSettings(): SettingsAccess {
  const api = useApi();
  const store = useAppStore();
  const settings = useApp((state) => state.settings) ?? defaultSettings;
  const send = async (wanted: SettingsChange) => {
    const outcome = await api.invoke('settings:change', wanted);
    if (outcome.ok) store.getState().settingsReceived(outcome.value);
    return outcome;
  };
  const change = async (
    wanted: SettingsChange,
    undo?: Pick<UndoEntry, 'words' | 'undone'>,
  ): Promise<void> => {
    const before = valuesOf(settings, wanted);
    const outcome = await send(wanted);
    if (!outcome.ok) store.getState().problemReported(outcome.problem);
    else if (undo !== undefined) store.getState().undoOffered({ ...undo, takeBack: () => send(before) });
  };
  return { settings, change: (wanted, undo) => void change(wanted, undo) };
}

/** The present values of the settings that a change names. */
const valuesOf = (settings: Settings, change: SettingsChange): SettingsChange =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(change, name)));
