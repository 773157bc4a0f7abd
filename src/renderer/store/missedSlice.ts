import type { StateCreator } from 'zustand';
import type { MissedMeeting } from '#core/reminders/missedMeetings.ts';

export interface MissedSlice {
  /** Missed meetings that were not dismissed, earliest first. */
  readonly missed: readonly MissedMeeting[];
  readonly missedReceived: (missed: readonly MissedMeeting[]) => void;
}

export const createMissedSlice: StateCreator<MissedSlice> = (set) => ({
  missed: [],
  missedReceived: (missed) => set({ missed }),
});
