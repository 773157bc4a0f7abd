import type { Problem } from '../../shared/problem.ts';
import {
  defaultSettings,
  migrateSettings,
  settings as settingsSchema,
  type Settings,
} from '../../shared/settings/settings.ts';
import { isUsableZone } from '../../shared/systemZone.ts';
import type { Store } from '../ports.ts';
import type { Problems } from '../problems.ts';
import { createSignal, type Signal } from '../signal.ts';

/** The user's choices: read once, kept in memory, written with every change. */
export interface SettingsModel {
  current(): Settings;
  /** Stores and announces what really changes; returns all settings as they are then. */
  change(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings;
  readonly changed: Signal<Settings>;
}

const notStored: Problem = {
  code: 'settings/notStored',
  title: 'Your settings could not be saved',
  detail: 'They hold until the app ends. Look whether the disk is full or write-protected.',
};

/** An IANA name that this machine knows, or the computer's own zone. */
const isZone = (zone: string): boolean => zone === 'system' || isUsableZone(zone);

/** Settings over the store. What cannot be read falls back to its default, each value by itself. */
export function openSettings(store: Store, problems: Problems): SettingsModel {
  const stored = settingsSchema.safeParse(migrateSettings(store.read('settings') ?? {}));
  let current = stored.success ? stored.data : defaultSettings;
  if (!isZone(current.zone)) current = { ...current, zone: 'system' };
  const changed = createSignal<Settings>();
  return {
    current: () => current,
    changed,
    change: (change) => {
      // A zone that this machine does not know would break every time on screen.
      const { zone = current.zone } = change;
      const wanted = { ...current, ...change, zone: isZone(zone) ? zone : current.zone };
      const next = settingsSchema.parse(wanted);
      if (JSON.stringify(next) === JSON.stringify(current)) return current;
      current = next;
      try {
        store.write('settings', next);
      } catch {
        problems.report(notStored);
      }
      changed.emit(next);
      return next;
    },
  };
}

/** The zone that times are shown in. */
export const viewerZone = (settings: Settings, computerZone: string): string =>
  settings.zone === 'system' ? computerZone : settings.zone;
