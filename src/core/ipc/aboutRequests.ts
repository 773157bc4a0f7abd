import { z } from 'zod';
import { resultOf } from '#base';

/** The part of the contract that is about this installation of the app. */

/** What the app is, runs on, and where it keeps things. */
export const about = z.object({
  version: z.string(),
  /** `Linux 6.1.0 (x64)` */
  system: z.string(),
  /** `Electron 45.4.1, Chromium 150.0.1, Node 24.21.0` */
  runtime: z.string(),
  /** The zone that times are shown in (IANA). */
  zone: z.string(),
  locale: z.string(),
  /** Absolute paths. */
  folders: z.object({ settings: z.string(), notes: z.string(), logs: z.string() }),
});
export type About = z.infer<typeof about>;

/** A folder that the window may ask to open; only main knows its path. */
export const ownFolder = z.enum(['settings', 'notes', 'logs']);
export type OwnFolder = z.infer<typeof ownFolder>;

export const aboutRequests = {
  'about:get': { args: z.tuple([]), reply: about },
  'about:openFolder': { args: z.tuple([ownFolder]), reply: resultOf(z.null()) },
  /** The licences of the app and of every library in it, as one text. */
  'about:notices': { args: z.tuple([]), reply: resultOf(z.string()) },
} as const;
