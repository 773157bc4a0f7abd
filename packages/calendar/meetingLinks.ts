import { z } from 'zod';

/** Documents and channels of a meeting; null where the source is silent. All are https. */
export const meetingLinks = z.object({
  agenda: z.string().nullable(),
  notes: z.string().nullable(),
  recordings: z.string().nullable(),
  chat: z.string().nullable(),
  mailingList: z.string().nullable(),
  page: z.string().nullable(),
});
export type MeetingLinks = z.infer<typeof meetingLinks>;
