import { z } from 'zod';

/** A web address. */
export const httpsUrl = z.url({ protocol: /^https$/ });

/** The source of facts, and its date; null if it has none. */
export const source = z.strictObject({
  name: z.string().min(1),
  url: httpsUrl,
  date: z.iso.date().nullable(),
});

/**
 * How to report a concern. The file contains all of it, so that it is shown offline. Empty texts are hidden.
 */
export const conduct = z.strictObject({
  /** Of the committee, with the name of its community. */
  name: z.string().min(1),
  /** How to reach the whole committee: a mail address, or words. */
  contact: z.string().min(1),
  /** Its page. */
  url: httpsUrl,
  /** What happens after a report, and when. */
  expect: z.string().default(''),
  /** How to reach a single member. */
  members: z.string().default(''),
  /** The topics that it covers. */
  when: z.string().default(''),
  sources: z.array(source).readonly().default([]),
});
export type Conduct = z.infer<typeof conduct>;
