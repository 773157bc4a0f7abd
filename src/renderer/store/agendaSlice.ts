import type { StateCreator } from 'zustand';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';

export interface AgendaSlice {
  /** null until main has answered for the first time. */
  readonly agenda: AgendaSnapshot | null;
  readonly agendaReceived: (agenda: AgendaSnapshot) => void;
}

export const createAgendaSlice: StateCreator<AgendaSlice> = (set) => ({
  agenda: null,
  agendaReceived: (agenda) => set({ agenda }),
});

const NONE: readonly Occurrence[] = [];

/** All occurrences, sorted by start. */
export const occurrencesOf = (state: Pick<AgendaSlice, 'agenda'>): readonly Occurrence[] =>
  state.agenda?.occurrences ?? NONE;

/** The occurrence with that key in one of its feeds; null if it is not in the agenda. */
export const occurrenceOf =
  (key: string | null) =>
  (state: Pick<AgendaSlice, 'agenda'>): Occurrence | null =>
    key === null
      ? null
      : (occurrencesOf(state).find(({ sources }) => sources.some((source) => source.key === key)) ?? null);
