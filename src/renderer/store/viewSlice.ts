import type { StateCreator } from 'zustand';
import type { Route } from '#core/desktop/route.ts';
import type { OccurrenceKey } from '#core/keys.ts';

export type ScreenName = Route['screen'];

/** What a concern is about. */
export interface ConductAbout {
  /** Whose committee is shown: of the community that runs the meeting, or null where none is named. */
  readonly community: string | null;
  /** The meeting in words; empty where there is none. */
  readonly meeting: string;
  /** The private notes are shown instead of whom to write to. */
  readonly isPrivate: boolean;
}

/** What the user looks at. */
export interface ViewSlice {
  readonly screen: ScreenName;
  /** The occurrence whose details are open. */
  readonly selectedKey: OccurrenceKey | null;
  readonly isShortcutsOpen: boolean;
  /** The list of past meetings is shown. */
  readonly isPastOpen: boolean;
  /** What was sent to the field of Feeds, to be looked at or to change a pasted text; `number` tells one from the next. */
  readonly wishedFeed: {
    readonly text: string;
    readonly replaces: string | null;
    readonly number: number;
  } | null;
  /** Shows Feeds with the text in its field. @param replaces id of the feed whose text it is */
  readonly feedWished: (text: string, replaces: string | null) => void;
  readonly conductAbout: ConductAbout | null;
  readonly screenShown: (screen: ScreenName) => void;
  readonly occurrenceSelected: (key: OccurrenceKey | null) => void;
  readonly shortcutsToggled: (isOpen: boolean) => void;
  readonly pastShown: (isOpen: boolean) => void;
  readonly conductShown: (about: ConductAbout | null) => void;
}

export const createViewSlice: StateCreator<ViewSlice> = (set) => ({
  screen: 'agenda',
  selectedKey: null,
  isShortcutsOpen: false,
  isPastOpen: false,
  conductAbout: null,
  wishedFeed: null,
  feedWished: (text, replaces) =>
    set(({ wishedFeed }) => ({
      wishedFeed: { text, replaces, number: (wishedFeed?.number ?? 0) + 1 },
      screen: 'feeds',
    })),
  screenShown: (screen) => set({ screen, wishedFeed: null }),
  occurrenceSelected: (selectedKey) => set({ selectedKey }),
  shortcutsToggled: (isShortcutsOpen) => set({ isShortcutsOpen }),
  pastShown: (isPastOpen) => set({ isPastOpen }),
  conductShown: (conductAbout) => set({ conductAbout }),
});
