import type { StateCreator } from 'zustand';
import type { OccurrenceKey } from '#core/keys.ts';
import type { RoomVisit } from '#core/reminders/roomVisit.ts';

/** Where the user went, and what is to be chosen among. */
export interface JoinSlice {
  /** Meetings into whose room the user went near the start. */
  readonly visits: ReadonlyMap<OccurrenceKey, RoomVisit>;
  /** Several meetings could be meant by “join”: which one? Null while nothing is asked. */
  readonly whichMeeting: readonly OccurrenceKey[] | null;
  readonly visitsReceived: (visits: readonly RoomVisit[]) => void;
  readonly whichMeetingAsked: (keys: readonly OccurrenceKey[] | null) => void;
}

export const createJoinSlice: StateCreator<JoinSlice> = (set) => ({
  visits: new Map(),
  whichMeeting: null,
  visitsReceived: (visits) => set({ visits: new Map(visits.map((visit) => [visit.key, visit])) }),
  whichMeetingAsked: (whichMeeting) => set({ whichMeeting }),
});
