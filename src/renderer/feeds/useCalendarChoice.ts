import { hueOfOccurrence, type Hue } from '#core/format/hue.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { Settings } from '#core/settings/settings.ts';
import { useSettings } from '../kit/useSettings.ts';

type Choice = Settings['calendars'][string];

/** What the user chose for a calendar, with the defaults filled in. */
export interface CalendarChoice {
  readonly hue: Hue;
  readonly name: string;
  readonly isShown: boolean;
  readonly isAnnounced: boolean;
  /** Changes some of it. */
  readonly choose: (change: Choice) => void;
  /** The calendar gets its own name back. */
  readonly forgetName: () => void;
}

/** The user's choices for a calendar. */
export function useCalendarChoice({ id, name }: Pick<Feed, 'id' | 'name'>): CalendarChoice {
  const { settings, change } = useSettings();
  const chosen = settings.calendars[id] ?? {};
  const put = (choice: Choice): void => change({ calendars: { ...settings.calendars, [id]: choice } });
  return {
    hue: hueOfOccurrence({ community: null, feedId: id }, settings),
    name: chosen.name ?? name,
    isShown: chosen.isShown ?? true,
    isAnnounced: chosen.isAnnounced ?? true,
    choose: (some) => put({ ...chosen, ...some }),
    forgetName: () => {
      const { name: _name, ...others } = chosen;
      put(others);
    },
  };
}
