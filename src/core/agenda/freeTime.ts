import { isMeeting } from './agenda.ts';
import { DAY_MINUTES, type GridSlot } from './gridSlots.ts';

/** A stretch without a meeting. Minutes of the wall clock since midnight. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The hours of a working day, as minutes of the wall clock. */
export const WORKING_HOURS: Gap = { from: 9 * 60, to: 18 * 60 };

/** A shorter gap is no free time. */
const SHORTEST_GAP = 30;

/**
 * The stretches between two times of a day in which the user has no meeting; one that may be on counts as a meeting.
 * @param slots sorted by `from`
 */
export function gapsOf(slots: readonly GridSlot[], { from, to }: Gap): readonly Gap[] {
  const gaps: Gap[] = [];
  let end = from;
  const close = (next: number): void => {
    if (next - end >= SHORTEST_GAP) gaps.push({ from: end, to: next });
  };
  for (const slot of slots) {
    if (!isMeeting(slot.occurrence) || slot.to <= end) continue;
    if (slot.from >= to) break;
    close(slot.from);
    end = slot.to;
  }
  close(to);
  return gaps;
}

/** Free minutes of a working day. */
export const freeMinutes = (slots: readonly GridSlot[]): number =>
  gapsOf(slots, WORKING_HOURS).reduce((sum, { from, to }) => sum + to - from, 0);

/** The free time that is left of today. */
export const restOfDay = (slots: readonly GridSlot[], nowMinutes: number): readonly Gap[] =>
  gapsOf(slots, { from: nowMinutes, to: DAY_MINUTES });
