import { z } from 'zod';

/** Versions and folders of this installation. */
export const about = z.object({
  version: z.string(),
  /** `Linux 6.1.0 (x64)` */
  system: z.string(),
  /** `Electron 45.4.1, Chromium 150.0.1, Node 24.21.0` */
  runtime: z.string(),
  /** The zone in which times are shown (IANA). */
  zone: z.string(),
  locale: z.string(),
  /** Absolute paths. */
  folders: z.object({ settings: z.string(), notes: z.string(), logs: z.string() }),
});
export type About = z.infer<typeof about>;

/** A folder that the window may ask to open; only main knows its path. */
export const ownFolder = z.enum(['settings', 'notes', 'logs']);
export type OwnFolder = z.infer<typeof ownFolder>;
