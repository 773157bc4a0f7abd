import { z } from 'zod';
import { doubt, reading } from '#calendar';
import { conduct } from './conduct.ts';
import { meetingSchedule } from './meetingSchedule.ts';

/** A person to contact. */
export const contact = z.object({ name: z.string(), detail: z.string() });

/** One meeting of a community. Addresses are null if the source has none. */
const communityMeeting = z.object({
  uid: z.string(),
  title: z.string(),
  /** `every 2 weeks on Friday`; empty if unknown. */
  rhythm: z.string(),
  /** True if it is unknown on which of its dates it takes place. */
  isWeekUnknown: z.boolean(),
  /** The readings of the words about its dates, if there are several. */
  readings: z.array(reading).readonly(),
  /** True if it appears in the agenda when followed; false if its dates are unknown. */
  isDated: z.boolean(),
  /** When it takes place; null if its dates are unknown. */
  schedule: meetingSchedule.nullable(),
  recorded: z.enum(['always', 'usually', 'rarely']).nullable(),
  agenda: z.string().nullable(),
  notes: z.string().nullable(),
  recordings: z.string().nullable(),
  calendar: z.string().nullable(),
  /** The user’s answer whether it still takes place, if only a text states it; null without an answer. */
  isStillOn: z.boolean().nullable(),
  /** Open questions, without those about its dates once these are known. */
  questions: z.array(doubt).readonly(),
});

/** A SIG, working group, committee or project, for the Communities screen. */
export const community = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['sig', 'wg', 'committee', 'project', 'group']),
  description: z.string(),
  chat: z.string().nullable(),
  mailingList: z.string().nullable(),
  page: z.string().nullable(),
  charter: z.string().nullable(),
  calendar: z.string().nullable(),
  leads: z.array(contact).readonly(),
  /** How to report a concern. */
  conduct: conduct.nullable(),
  /** The source of these facts; `date` is null if the source has none. */
  source: z.object({ name: z.string(), url: z.string(), date: z.string().nullable() }).nullable(),
  meetings: z.array(communityMeeting).readonly(),
});
export type Community = z.infer<typeof community>;
