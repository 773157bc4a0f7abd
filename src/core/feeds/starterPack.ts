import { z } from 'zod';
import { problem } from '#base';
import { isHttps } from './httpsAddress.ts';

/**
 * A starter pack: what a team follows, in one file that others import. It holds no private address, no file and nothing
 * that a person decided. What a data file of a foundation lists is offered in the same form.
 */

const name = z.string().trim().min(1).max(300);
const communityId = z.string().regex(/^[a-z0-9-]{1,100}$/);
/** UIDs and marks of groups, as in `Feed.followed`. */
const followed = z.union([
  z.literal('all'),
  z.array(z.string().min(1).max(500)).min(1).max(10_000).readonly(),
]);

export const packEntry = z.discriminatedUnion('kind', [
  /** A calendar, page or data file on the web. */
  z.strictObject({ kind: z.literal('calendar'), name, address: z.string().max(2048).refine(isHttps) }),
  /** Meetings of a catalogue that comes with the app. */
  z.strictObject({ kind: z.literal('groups'), name, catalogue: communityId, followed }),
  /** A community of the directory: its stated meetings. */
  z.strictObject({ kind: z.literal('stated'), name, community: communityId }),
]);
export type PackEntry = z.infer<typeof packEntry>;

/** The mark of the file. */
export const PACK_KIND = 'office-hours-pack';

/** More than any team follows. */
export const MOST_ENTRIES = 500;

export const starterPack = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  kind: z.literal(PACK_KIND),
  name,
  entries: z.array(packEntry).min(1).max(MOST_ENTRIES).readonly(),
});

/** The text of a pack, which {@link starterPack} reads. */
export const packText = (title: string, entries: readonly PackEntry[]): string =>
  `${JSON.stringify({ format: 1, kind: PACK_KIND, name: title, entries }, null, 2)}\n`;

/** What following an entry led to. */
export const entryOutcome = z.object({
  /** Its place among the entries. */
  at: z.number(),
  name: z.string(),
  /** Null if it is followed now. */
  problem: problem.nullable(),
});
export type EntryOutcome = z.infer<typeof entryOutcome>;

/** What the user follows, and what of it cannot be shared. */
export const shareable = z.object({
  entries: z.array(packEntry).readonly(),
  /** Names of calendars that stay: their addresses are private, or files of this computer. */
  left: z.array(z.string()).readonly(),
});
export type Shareable = z.infer<typeof shareable>;
