import { z } from 'zod';

/** Documents and channels of a meeting, https only; null where the source gives none. */
export const documentLinks = z.object({
  agenda: z.string().nullable(),
  notes: z.string().nullable(),
  recordings: z.string().nullable(),
  chat: z.string().nullable(),
  mailingList: z.string().nullable(),
  page: z.string().nullable(),
});
export type DocumentLinks = z.infer<typeof documentLinks>;
