import type { Settings, SettingsChange } from '#core/settings/settings.ts';
import type { SettingsUndo } from './changeSettings.ts';
import { texts } from './texts.ts';

type Choice = Settings['calendars'][string];

/** The change of some choices for a calendar. */
export const withCalendar = (
  { calendars }: Pick<Settings, 'calendars'>,
  id: string,
  change: Choice,
): SettingsChange => ({ calendars: { ...calendars, [id]: { ...calendars[id], ...change } } });

/** The undo of a change that hides, silences or pauses a calendar; undefined for other changes. */
export function hidingUndo(id: string, name: string, change: Choice): SettingsUndo | undefined {
  if (change.isShown === false)
    return { ...texts.calendarHidden(name), back: (present) => withCalendar(present, id, { isShown: true }) };
  if (change.isAnnounced === false)
    return {
      ...texts.calendarSilenced(name),
      back: (present) => withCalendar(present, id, { isAnnounced: true }),
    };
  if (change.pausedAt !== undefined)
    return {
      ...texts.calendarPaused(name),
      back: (present) => withCalendar(present, id, { pausedAt: undefined }),
    };
  return undefined;
}
