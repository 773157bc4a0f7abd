import { z } from 'zod';
import { doubt, reading } from '#calendar';
import { conduct } from './conduct.ts';

/** A person to ask. */
export const contact = z.object({ name: z.string(), detail: z.string() });

/** What is known of one meeting of a community. Addresses are null where the source is silent. */
const communityMeeting = z.object({
  uid: z.string(),
  title: z.string(),
  /** `every 2 weeks on Friday`; empty where that is not known. */
  rhythm: z.string(),
  /** It is not known on which of its dates it takes place. */
  isWeekUnknown: z.boolean(),
  /** The ways to read what is said of its dates, where there are several. */
  readings: z.array(reading).readonly(),
  /** It is in the agenda when it is followed; otherwise nobody wrote down when it is. */
  isDated: z.boolean(),
  recorded: z.enum(['always', 'usually', 'rarely']).nullable(),
  agenda: z.string().nullable(),
  notes: z.string().nullable(),
  recordings: z.string().nullable(),
  calendar: z.string().nullable(),
  /** What its source leaves open; without the questions about its dates once these are known. */
  questions: z.array(doubt).readonly(),
});

/** Who runs meetings: a SIG, working group, committee or project, as the Communities screen shows it. */
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
  /** Where these facts are from; `date` is null where the source bears none. */
  source: z.object({ name: z.string(), url: z.string(), date: z.string().nullable() }).nullable(),
  meetings: z.array(communityMeeting).readonly(),
});
export type Community = z.infer<typeof community>;
