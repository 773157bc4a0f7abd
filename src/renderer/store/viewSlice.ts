import type { StateCreator } from 'zustand';
import type { Route } from '../../shared/ipc/contract.ts';
import type { OccurrenceKey } from '../../shared/calendar/occurrence.ts';

export type ScreenName = Route['screen'];

/** What the user looks at. */
export interface ViewSlice {
  readonly screen: ScreenName;
  /** The occurrence whose details are open. */
  readonly selectedKey: OccurrenceKey | null;
  readonly isShortcutsOpen: boolean;
  /** Whose committee is shown: of the community that runs a meeting, or null where none is named. */
  readonly conductAbout: { readonly community: string | null } | null;
  readonly screenShown: (screen: ScreenName) => void;
  readonly occurrenceSelected: (key: OccurrenceKey | null) => void;
  readonly shortcutsToggled: (isOpen: boolean) => void;
  readonly conductShown: (about: ViewSlice['conductAbout']) => void;
}

export const createViewSlice: StateCreator<ViewSlice> = (set) => ({
  screen: 'agenda',
  selectedKey: null,
  isShortcutsOpen: false,
  conductAbout: null,
  screenShown: (screen) => set({ screen }),
  occurrenceSelected: (selectedKey) => set({ selectedKey }),
  shortcutsToggled: (isShortcutsOpen) => set({ isShortcutsOpen }),
  conductShown: (conductAbout) => set({ conductAbout }),
});
