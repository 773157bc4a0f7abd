import { defaultSettings, type Settings, type SettingsChange } from '#core/settings/settings.ts';
import type { Result } from '#base';
import type { UndoEntry } from '../store/undoSlice.ts';
import type { App } from './AppContext.tsx';

/** The toast that offers to undo a change of settings. */
export interface SettingsUndo extends Pick<UndoEntry, 'words' | 'undone'> {
  /** The change that undoes it; left out to restore the whole previous values. */
  readonly back?: (present: Settings) => SettingsChange;
}

/** The present values of the settings that a change names. */
const valuesOf = (settings: Settings, change: SettingsChange): SettingsChange =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(change, name)));

/** It would change something. */
const isNew = (settings: Settings, change: SettingsChange): boolean => {
  const present: Readonly<Record<string, unknown>> = settings;
  return Object.entries(change).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(present[name]),
  );
};

/** The last change of each window that waits for its turn. */
const lastTurn = new WeakMap<App['store'], Promise<void>>();

/**
 * Changes settings by what they are once earlier changes of this kind have arrived. A change of one entry of a record,
 * like a calendar's, would otherwise overwrite that of another entry made a moment before.
 */
export function changeSettingsInTurn(
  app: Pick<App, 'api' | 'store'>,
  changeOf: (present: Settings) => SettingsChange,
  undo?: SettingsUndo,
): Promise<void> {
  const turn = (lastTurn.get(app.store) ?? Promise.resolve()).then(() =>
    changeSettings(app, changeOf(app.store.getState().settings ?? defaultSettings), undo),
  );
  // A failed change must not hold up the next one.
  lastTurn.set(
    app.store,
    turn.catch(() => undefined),
  );
  return turn;
}

/** Changes settings. Main's reply is the new state. */
export async function changeSettings(
  { api, store }: Pick<App, 'api' | 'store'>,
  wanted: SettingsChange,
  undo?: SettingsUndo,
): Promise<void> {
  const send = async (change: SettingsChange): Promise<Result<Settings>> => {
    const outcome = await api.invoke('settings:change', change);
    if (outcome.ok) store.getState().settingsReceived(outcome.value);
    return outcome;
  };
  const { settings: before } = store.getState();
  const outcome = await send(wanted);
  if (!outcome.ok) return store.getState().problemReported(outcome.problem);
  if (undo === undefined || before === null) return;
  const { words, undone, back = () => valuesOf(before, wanted) } = undo;
  store.getState().undoOffered({
    words,
    undone,
    takeBack: () => {
      const { settings } = store.getState();
      return send(back(settings ?? before));
    },
    isStill: () => {
      const { settings } = store.getState();
      return settings !== null && isNew(settings, back(settings));
    },
  });
}
