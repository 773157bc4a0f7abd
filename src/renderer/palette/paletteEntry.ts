import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import type { NotedAction, NoteSummary } from '#core/notes/note.ts';
import type { CalendarDate } from '#base';
import type { SettingsSection } from '#core/settings/settingSections.ts';
import type { PaletteActionName } from './paletteActions.ts';

/** A thing that the palette finds. `id` is the same on every start; `name` and `others` are searched. */
export type PaletteEntry = {
  readonly id: string;
  readonly name: string;
  readonly others: readonly (string | null)[];
} & PaletteThing;

/** The thing that an entry opens or does. */
export type PaletteThing =
  /** A series, represented by its next occurrence, or else by its last. */
  | { readonly kind: 'meeting'; readonly occurrence: Occurrence; readonly isBelowItsDay?: true }
  /** A person, with the next meeting that invites them. */
  | { readonly kind: 'person'; readonly occurrence: Occurrence }
  | { readonly kind: 'note'; readonly note: NoteSummary }
  /** An open action item of a note. */
  | { readonly kind: 'todo'; readonly item: NotedAction }
  | { readonly kind: 'action'; readonly action: PaletteActionName }
  | { readonly kind: 'setting'; readonly section: SettingsSection; readonly label: string | null }
  | { readonly kind: 'community'; readonly community: FollowableCommunity }
  /** A community of the directory. */
  | { readonly kind: 'listed'; readonly row: ListedCommunity }
  /** `meetingCount`: of all meetings on that date; the palette lists the first. */
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly meetingCount: number }
  /** The week of a date, or a new note for it. */
  | { readonly kind: 'week' | 'dayNote'; readonly date: CalendarDate };

/** A heading of the palette, in the order of the palette. */
export type PaletteGroupName =
  | 'recent'
  | 'date'
  | 'onThatDay'
  | 'people'
  | 'meetings'
  | 'notes'
  | 'actions'
  | 'settings'
  | 'communities'
  | 'further';

/** The group of each kind. */
export const GROUP_OF: Readonly<Record<PaletteThing['kind'], PaletteGroupName>> = {
  date: 'date',
  person: 'people',
  meeting: 'meetings',
  note: 'notes',
  todo: 'notes',
  action: 'actions',
  week: 'actions',
  dayNote: 'actions',
  setting: 'settings',
  community: 'communities',
  listed: 'communities',
};
