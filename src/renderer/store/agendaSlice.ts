import type { StateCreator } from 'zustand';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { PagesSlice } from './pagesSlice.ts';
import { shownMeetings } from '#core/agenda/shownMeetings.ts';

export interface AgendaSlice {
  /** null until main has answered for the first time. */
  readonly agenda: AgendaSnapshot | null;
  /** The agenda is that of the last run; the calendars are still being read. */
  readonly isAgendaOld: boolean;
  readonly agendaReceived: (agenda: AgendaSnapshot) => void;
  readonly lastAgendaReceived: (agenda: AgendaSnapshot) => void;
}

export const createAgendaSlice: StateCreator<AgendaSlice> = (set) => ({
  agenda: null,
  isAgendaOld: false,
  agendaReceived: (agenda) => set({ agenda, isAgendaOld: false }),
  lastAgendaReceived: (agenda) => set({ agenda, isAgendaOld: true }),
});

const NONE: readonly Occurrence[] = [];

/** All occurrences, also those that the user hides, sorted by start. */
export const allOccurrencesOf = (state: Pick<AgendaSlice, 'agenda'>): readonly Occurrence[] =>
  state.agenda?.occurrences ?? NONE;

/** The occurrences that are shown, sorted by start. */
export const occurrencesOf = (state: Pick<AgendaSlice, 'agenda'>): readonly Occurrence[] =>
  shownMeetings(allOccurrencesOf(state));

/** By each of its keys; a list is indexed when it is first searched. */
const indexes = new WeakMap<readonly Occurrence[], ReadonlyMap<string, Occurrence>>();

function indexOf(occurrences: readonly Occurrence[]): ReadonlyMap<string, Occurrence> {
  const known = indexes.get(occurrences);
  if (known !== undefined) return known;
  const index = new Map(occurrences.flatMap((one) => one.sources.map(({ key }) => [key, one] as const)));
  indexes.set(occurrences, index);
  return index;
}

/**
 * The occurrence with that key in one of its feeds, in the agenda or a loaded month; null if it is in neither. Also a
 * hidden one: a reminder may lead to it.
 */
export const occurrenceOf =
  (key: string | null) =>
  (state: Pick<AgendaSlice & PagesSlice, 'agenda' | 'pages'>): Occurrence | null => {
    if (key === null) return null;
    const inAgenda = indexOf(allOccurrencesOf(state)).get(key);
    if (inAgenda !== undefined) return inAgenda;
    for (const page of state.pages.values()) {
      const found = page === null ? undefined : indexOf(page.occurrences).get(key);
      if (found !== undefined) return found;
    }
    return null;
  };

/** The occurrence with that key in what a search found, as it was then; null if it found none. */
export const foundOccurrence =
  (key: string | null) =>
  ({ further }: Pick<PagesSlice, 'further'>): Occurrence | null =>
    key === null ? null : (indexOf(further).get(key) ?? null);
