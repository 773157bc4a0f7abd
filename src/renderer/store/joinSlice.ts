import type { StateCreator } from 'zustand';
import type { OccurrenceKey } from '../../shared/calendar/occurrence.ts';

/** What was joined, and what is to be chosen among. */
export interface JoinSlice {
  /** Meetings that were joined through us. */
  readonly joined: ReadonlySet<OccurrenceKey>;
  /** Several meetings could be meant by “join”: which one? Null while nothing is asked. */
  readonly whichMeeting: readonly OccurrenceKey[] | null;
  readonly joinedReceived: (keys: readonly OccurrenceKey[]) => void;
  readonly whichMeetingAsked: (keys: readonly OccurrenceKey[] | null) => void;
}

export const createJoinSlice: StateCreator<JoinSlice> = (set) => ({
  joined: new Set(),
  whichMeeting: null,
  joinedReceived: (keys) => set({ joined: new Set(keys) }),
  whichMeetingAsked: (whichMeeting) => set({ whichMeeting }),
});
