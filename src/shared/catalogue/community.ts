import { z } from 'zod';
import { conduct } from './conduct.ts';

/** A person to ask. */
export const contact = z.object({ name: z.string(), detail: z.string() });

/** Who runs meetings: a SIG, working group, committee or project, as the Communities screen shows it. */
export const community = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['sig', 'wg', 'committee', 'project', 'group']),
  description: z.string(),
  chat: z.string().nullable(),
  mailingList: z.string().nullable(),
  page: z.string().nullable(),
  leads: z.array(contact).readonly(),
  /** How to report a concern. */
  conduct: conduct.nullable(),
  meetings: z
    .array(z.object({ uid: z.string(), title: z.string(), rhythm: z.string(), isWeekUnknown: z.boolean() }))
    .readonly(),
});
export type Community = z.infer<typeof community>;
