import { hueOfOccurrence, type Hue } from '#core/format/hue.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { Instant } from '#base';
import type { Settings } from '#core/settings/settings.ts';
import { useSettings } from '../kit/useSettings.ts';
import { hidingUndo, withCalendar } from '../kit/hideCalendar.ts';

type Choice = Settings['calendars'][string];

/** What the user chose for a calendar, with the defaults filled in. */
export interface CalendarChoice {
  readonly hue: Hue;
  readonly name: string;
  readonly isShown: boolean;
  readonly isAnnounced: boolean;
  /** Paused since then, ms; null if it is not. */
  readonly pausedAt: Instant | null;
  /** Changes some of it. What hides, silences or pauses the calendar offers an undo. */
  readonly choose: (change: Choice) => void;
  /** The calendar gets its own name back. */
  readonly forgetName: () => void;
}

/** The user's choices for a calendar. */
export function useCalendarChoice({ id, name: ownName }: Pick<Feed, 'id' | 'name'>): CalendarChoice {
  const { settings, changeInTurn } = useSettings();
  const chosen = settings.calendars[id] ?? {};
  const name = chosen.name ?? ownName;
  return {
    hue: hueOfOccurrence({ community: null, feedId: id }, settings),
    name,
    isShown: chosen.isShown ?? true,
    isAnnounced: chosen.isAnnounced ?? true,
    pausedAt: chosen.pausedAt ?? null,
    choose: (some) => changeInTurn((present) => withCalendar(present, id, some), hidingUndo(id, name, some)),
    forgetName: () =>
      changeInTurn(({ calendars }) => {
        const { name: _name, ...others } = calendars[id] ?? {};
        return { calendars: { ...calendars, [id]: others } };
      }),
  };
}
