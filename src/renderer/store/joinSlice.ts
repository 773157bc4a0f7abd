import type { StateCreator } from 'zustand';
import type { OccurrenceKey } from '#core/keys.ts';
import type { RoomVisit } from '#core/join/roomVisit.ts';

/** Visits, and the open question which meeting to join. */
export interface JoinSlice {
  /** Rooms that the user opened or joined near the start, by meeting. */
  readonly visits: ReadonlyMap<OccurrenceKey, RoomVisit>;
  /** Keys of the meetings to choose from when “join” could mean several; null for no question. */
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
