import { z } from 'zod';

/** Facts about this run of the app. */
export const appInfo = z.object({
  version: z.string(),
  platform: z.string(),
  locale: z.string(),
  /** Main's clock (ms) when this was sent: the window shows the same now. */
  now: z.number(),
  notesFolder: z.string(),
  hasNotifications: z.boolean(),
});
export type AppInfo = z.infer<typeof appInfo>;
