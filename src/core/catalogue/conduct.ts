import { z } from 'zod';

/** An address of the web. */
export const httpsUrl = z.url({ protocol: /^https$/ });

/** Where facts come from, and of which day they are; null where the source bears no date. */
export const source = z.strictObject({
  name: z.string().min(1),
  url: httpsUrl,
  date: z.iso.date().nullable(),
});

/** How to report a concern: all of it is shown without a network, so it stands here in full. Empty texts are not shown. */
export const conduct = z.strictObject({
  /** What reaches the whole committee: a mail address, or words. */
  contact: z.string().min(1),
  /** Its page. */
  url: httpsUrl,
  /** What happens then, and how soon. */
  expect: z.string(),
  /** How to reach a single one of its members. */
  members: z.string(),
  /** What it may be asked about. */
  when: z.string(),
  sources: z.array(source).readonly(),
});
export type Conduct = z.infer<typeof conduct>;
