import { z } from 'zod';

/** A way into a meeting's room. Every URL was parsed and rebuilt by us; none is a string taken over from a feed. */
export const joinLink = z.object({
  /** Machine name of the service, for example `zoom`. */
  service: z.string(),
  /** Its name for people, for example `Zoom`. */
  serviceName: z.string(),
  /** https address; works in every browser. */
  url: z.string(),
  /** The same room in the service's own app (`zoommtg:` …), where there is such a scheme. */
  nativeUrl: z.string().nullable(),
  meetingId: z.string().nullable(),
  /**
   * What people can type: as it was said, or a few digits that the address carries. Null where only the address lets in
   * (see linkPasscode.ts). Case matters. Never logged, never put into a notification.
   */
  passcode: z.string().nullable(),
  /** Where it was found; a field made for it counts more than running text. */
  source: z.enum(['conference', 'url', 'location', 'description', 'title']),
  /** The feeds that name this room, where others that hold the meeting do not. */
  feedNames: z.array(z.string()).readonly().optional(),
});
export type JoinLink = z.infer<typeof joinLink>;
