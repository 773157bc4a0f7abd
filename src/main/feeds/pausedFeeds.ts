import type { SettingsModel } from '../settings/settings.ts';
import type { FeedSync } from './feedSync.ts';

type PauseSettings = Pick<SettingsModel, 'current' | 'changed'>;

/** Whether the user paused that feed. */
export const isPausedIn = (settings: Pick<SettingsModel, 'current'>, id: string): boolean =>
  settings.current().calendars[id]?.pausedAt !== undefined;

/** Stops fetching a feed when the user pauses it, and fetches it at once when they end the pause. */
export function followPauses(settings: PauseSettings, sync: Pick<FeedSync, 'restart'>): Disposable {
  const pausedNow = (): ReadonlySet<string> =>
    new Set(Object.keys(settings.current().calendars).filter((id) => isPausedIn(settings, id)));
  let paused = pausedNow();
  return settings.changed.on(() => {
    const before = paused;
    paused = pausedNow();
    for (const id of before.symmetricDifference(paused)) void sync.restart(id);
  });
}
