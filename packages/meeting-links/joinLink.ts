import { z } from 'zod';

/** A link to a meeting room. Each URL is parsed and rebuilt; no string from a feed is copied. */
export const joinLink = z.object({
  /** Machine name of the service, for example `zoom`. */
  service: z.string(),
  /** Display name, for example `Zoom`. */
  serviceName: z.string(),
  /** https address; works in every browser. */
  url: z.string(),
  /** Address of the room in the service's own app (`zoommtg:` …); null if it has none. */
  nativeUrl: z.string().nullable(),
  /** What identifies the room at its service. See `typedId` for what to show. */
  meetingId: z.string().nullable(),
  /** The number to type where `meetingId` is a key, as of Teams and Webex; null if the invitation states none. */
  typedId: z.string().nullable().optional(),
  /**
   * The passcode to type: as written, or a few digits from the address. Null if the passcode is only in the address
   * (see linkPasscode.ts). Case-sensitive. Never log it or show it in a notification.
   */
  passcode: z.string().nullable(),
  /** The field in which it was found; dedicated fields rank above running text. */
  source: z.enum(['conference', 'url', 'location', 'description', 'title']),
  /** The feeds that contain this room, if other feeds with the same meeting do not. */
  feedNames: z.array(z.string()).readonly().optional(),
});
export type JoinLink = z.infer<typeof joinLink>;
