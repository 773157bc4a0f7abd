import {
  defaultSettings,
  migrateSettings,
  settings as settingsSchema,
  type Settings,
} from '#core/settings/settings.ts';
import { isUsableZone } from '#core/zones/systemZone.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Store } from '../ports/store.ts';
import { createSignal, type Signal } from '#base';
import type { ConfigEdits } from './configEdits.ts';

/** The settings: in memory, written with every change, and read again when the file was edited. */
export interface SettingsModel {
  current(): Settings;
  /** Stores and emits real changes; returns all settings afterwards. */
  change(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings;
  readonly changed: Signal<Settings>;
}

/** Whether it is an IANA name that this computer knows, or `system`. */
const isZone = (zone: string): boolean => zone === 'system' || isUsableZone(zone);

/** The stored settings; each invalid value falls back to its default. */
function readSettings(raw: unknown): Settings {
  const stored = settingsSchema.safeParse(migrateSettings(raw ?? {}));
  const read = stored.success ? stored.data : defaultSettings;
  return isZone(read.zone) ? read : { ...read, zone: 'system' };
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export function openSettings(
  store: Store,
  edits: Pick<ConfigEdits, 'look' | 'taken'>,
  writer: Pick<DiskWriter, 'write'>,
): SettingsModel {
  let current = readSettings(store.read('settings'));
  /** Changes that are not in the file yet. */
  let unsaved: Partial<Settings> = {};
  const changed = createSignal<Settings>();

  const become = (next: Settings): void => {
    if (isEqual(next, current)) return;
    current = next;
    changed.emit(next);
  };
  const save = (): void => {
    store.write('settings', current);
    unsaved = {};
  };
  edits.taken.on((sections) => {
    if (sections.includes('settings')) become({ ...readSettings(store.read('settings')), ...unsaved });
  });
  return {
    current: () => current,
    changed,
    change: (change) => {
      // Accept an edit of the file first, so that this write does not lose it.
      edits.look();
      // A zone that this computer does not know would break every time on the screen.
      const { zone = current.zone } = change;
      const wanted = { ...current, ...change, zone: isZone(zone) ? zone : current.zone };
      const next = settingsSchema.parse(wanted);
      if (isEqual(next, current)) return current;
      const names = Object.keys(change);
      unsaved = {
        ...unsaved,
        ...Object.fromEntries(Object.entries(next).filter(([name]) => names.includes(name))),
      };
      current = next;
      void writer.write('settings', 'your settings', save);
      changed.emit(next);
      return next;
    },
  };
}

/** The zone in which times are shown. */
export const viewerZone = (settings: Settings, computerZone: string): string =>
  settings.zone === 'system' ? computerZone : settings.zone;
