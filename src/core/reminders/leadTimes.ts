import { MINUTE } from '#base';
import type { Slot } from '../keys.ts';
import { loudnessOf } from './loudnessOf.ts';
import type { Loudness, ReminderKind, ReminderLead } from './reminderRules.ts';

/** A lead, with what is the same for all meetings that have it. */
export interface LeadTime {
  readonly slot: Slot;
  /** How long before the start, ms. */
  readonly before: number;
  readonly kind: ReminderKind;
  readonly loudness: Loudness;
}

/** The times of some leads. */
export interface LeadTimes {
  readonly all: readonly LeadTime[];
  /** The longest time before the start, ms. */
  readonly longest: number;
}

/** Computes the times of leads, once for each list: nearly all meetings of a plan have the same one. */
export function createLeadTimes(): (leads: readonly ReminderLead[]) => LeadTimes {
  const known = new Map<readonly ReminderLead[], LeadTimes>();
  return (leads) => {
    let times = known.get(leads);
    if (times === undefined) {
      const all = leads.map(({ minutes, kind }): LeadTime => {
        const slot = `before-${minutes}` as const;
        return { slot, before: minutes * MINUTE, kind, loudness: loudnessOf(slot, leads) };
      });
      times = { all, longest: Math.max(0, ...all.map(({ before }) => before)) };
      known.set(leads, times);
    }
    return times;
  };
}
