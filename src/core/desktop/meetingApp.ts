import { z } from 'zod';

/** A program on this computer that opens rooms. */
export const meetingApp = z.object({
  /** The scheme of its addresses, which `settings.joinApps` lists. */
  scheme: z.string(),
  /** The service. */
  name: z.string(),
  /** The program's name in the system. */
  program: z.string(),
});
export type MeetingApp = z.infer<typeof meetingApp>;
