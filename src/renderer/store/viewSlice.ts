import type { StateCreator } from 'zustand';
import type { Route } from '#core/desktop/route.ts';
import type { SettingsSection } from '#core/settings/settingSections.ts';
import type { CalendarDate } from '#base';
import type { OccurrenceKey, SeriesName } from '#core/keys.ts';

export type ScreenName = Route['screen'];

/** The forms of the agenda. */
export type AgendaView = 'list' | 'day' | 'week';

/** What the side of Notes lists. */
export type NotesList = 'notes' | 'actions' | 'transcripts';

/** A community, by its id and the feeds that may name it: another feed may use the same id for another community. */
export interface NamedCommunity {
  readonly id: string;
  readonly feedIds: readonly string[];
}

/** What a concern is about. */
export interface ConductAbout {
  /** The community that runs the meeting, or whose committee was chosen; null if none is known. */
  readonly community: NamedCommunity | null;
  /** The meeting's title; empty for none. */
  readonly meeting: string;
  /** Shows the private notes instead of the contact. */
  readonly isPrivate: boolean;
}

/** What the user sees: screen, details, dialogs. */
export interface ViewSlice {
  /** The first screen is on the screen, so the other parts of the window may be loaded. */
  readonly isDrawn: boolean;
  readonly firstScreenDrawn: () => void;
  readonly screen: ScreenName;
  readonly agendaView: AgendaView;
  /** The day that the agenda was asked to show, in every view; null for today. */
  readonly shownDate: CalendarDate | null;
  /** How often a day was asked for, so that the same day can be asked for again. */
  readonly dateRequest: number;
  /** The series whose page covers the agenda. */
  readonly shownSeries: SeriesName | null;
  /** The meeting whose brief covers the agenda. */
  readonly shownBrief: OccurrenceKey | null;
  readonly isPaletteOpen: boolean;
  /** Key of the occurrence with open details. */
  readonly selectedKey: OccurrenceKey | null;
  /** Key of the occurrence whose reminders are to be changed, once its details show them. */
  readonly changedReminders: OccurrenceKey | null;
  readonly notesList: NotesList;
  readonly isShortcutsOpen: boolean;
  /** True while the list of past meetings is open. */
  readonly isPastOpen: boolean;
  /** Text for the field of Calendars, to preview it or to edit a pasted text; `number` is unique. */
  readonly requestedFeed: {
    readonly text: string;
    readonly replaces: string | null;
    readonly number: number;
  } | null;
  /**
   * Shows Calendars with the text in its field.
   * @param replaces id of the feed with that text
   */
  readonly feedRequested: (text: string, replaces: string | null) => void;
  readonly conductAbout: ConductAbout | null;
  /**
   * What to show in Communities: a community of the directory by its id, null for the whole directory; or a group by the
   * id of its row. `number` is unique.
   */
  readonly shownCommunity:
    | { readonly kind: 'directory'; readonly id: string | null; readonly number: number }
    | { readonly kind: 'group'; readonly id: string; readonly number: number }
    | null;
  /** Shows the directory in Communities. @param id of the community to open; null for none */
  readonly directoryShown: (id: string | null) => void;
  /** Shows a group in Communities, among all. @param id of its row */
  readonly groupShown: (id: string) => void;
  /** The section of the settings that is shown, or shown next. */
  readonly settingsSection: SettingsSection;
  /** A row of that section to light up and focus, by its label. `number` is unique. */
  readonly shownSetting: { readonly label: string; readonly number: number } | null;
  /** Shows a section of the settings. @param label of a row to light up and focus */
  readonly settingShown: (section: SettingsSection, label: string | null) => void;
  /** Ends the light of the row with that number. */
  readonly settingLeft: (number: number) => void;
  /** Shows the agenda in that view. */
  readonly agendaViewShown: (view: AgendaView) => void;
  /** Shows that day in the agenda's present view; null for today. */
  readonly dateShown: (date: CalendarDate | null) => void;
  readonly seriesShown: (series: SeriesName | null) => void;
  /** Shows the brief of a meeting; null closes it. */
  readonly briefShown: (key: OccurrenceKey | null) => void;
  readonly paletteToggled: (isOpen: boolean) => void;
  readonly screenShown: (screen: ScreenName) => void;
  readonly occurrenceSelected: (key: OccurrenceKey | null) => void;
  /** Shows the details of an occurrence, with the form that changes its reminders. */
  readonly remindersChanged: (key: OccurrenceKey) => void;
  /** Forgets the wish. */
  readonly remindersReached: () => void;
  /** Shows Notes with that list. */
  readonly notesListShown: (list: NotesList) => void;
  readonly shortcutsToggled: (isOpen: boolean) => void;
  readonly pastShown: (isOpen: boolean) => void;
  readonly conductShown: (about: ConductAbout | null) => void;
}

/** Shows a screen, in place of what covers the agenda and of what was asked of another screen. */
const on = (screen: ScreenName) => ({
  screen,
  shownSeries: null,
  shownBrief: null,
  requestedFeed: null,
  shownCommunity: null,
});
const numberAfter = (last: { readonly number: number } | null): number => (last?.number ?? 0) + 1;

export const createViewSlice: StateCreator<ViewSlice> = (set) => ({
  isDrawn: false,
  firstScreenDrawn: () => set({ isDrawn: true }),
  screen: 'agenda',
  agendaView: 'list',
  shownDate: null,
  dateRequest: 0,
  shownSeries: null,
  shownBrief: null,
  isPaletteOpen: false,
  selectedKey: null,
  changedReminders: null,
  notesList: 'notes',
  isShortcutsOpen: false,
  isPastOpen: false,
  conductAbout: null,
  shownCommunity: null,
  directoryShown: (id) =>
    set(({ shownCommunity }) => ({
      ...on('communities'),
      shownCommunity: { kind: 'directory', id, number: numberAfter(shownCommunity) },
    })),
  groupShown: (id) =>
    set(({ shownCommunity }) => ({
      ...on('communities'),
      shownCommunity: { kind: 'group', id, number: numberAfter(shownCommunity) },
    })),
  settingsSection: 'general',
  shownSetting: null,
  settingShown: (settingsSection, label) =>
    set(({ shownSetting }) => ({
      ...on('settings'),
      settingsSection,
      shownSetting: label === null ? null : { label, number: numberAfter(shownSetting) },
    })),
  settingLeft: (number) =>
    set(({ shownSetting }) => (shownSetting?.number === number ? { shownSetting: null } : {})),
  requestedFeed: null,
  feedRequested: (text, replaces) =>
    set(({ requestedFeed }) => ({
      ...on('feeds'),
      requestedFeed: { text, replaces, number: numberAfter(requestedFeed) },
    })),
  agendaViewShown: (agendaView) => set({ ...on('agenda'), agendaView }),
  dateShown: (shownDate) =>
    set(({ dateRequest }) => ({
      ...on('agenda'),
      shownDate,
      dateRequest: dateRequest + 1,
    })),
  seriesShown: (shownSeries) => set({ ...on('agenda'), shownSeries }),
  briefShown: (shownBrief) => set({ screen: 'agenda', shownBrief }),
  paletteToggled: (isPaletteOpen) => set({ isPaletteOpen }),
  // Notes begins with its notes, unless it is shown already.
  screenShown: (screen) =>
    set(({ screen: before, notesList }) => ({
      ...on(screen),
      notesList: before === screen ? notesList : 'notes',
    })),
  occurrenceSelected: (selectedKey) => set({ selectedKey }),
  remindersChanged: (key) => set({ ...on('agenda'), selectedKey: key, changedReminders: key }),
  remindersReached: () => set({ changedReminders: null }),
  notesListShown: (notesList) => set({ ...on('notes'), notesList }),
  shortcutsToggled: (isShortcutsOpen) => set({ isShortcutsOpen }),
  pastShown: (isPastOpen) => set({ isPastOpen }),
  conductShown: (conductAbout) => set({ conductAbout }),
});
