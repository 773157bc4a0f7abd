import { z } from 'zod';
import { problem } from '#base';

/** What kind of source a feed is; it decides how its bytes are read. */
export const feedKind = z.enum(['catalogue', 'ics', 'sigs', 'markdown']);
export type FeedKind = z.infer<typeof feedKind>;

/** What an address begins with that the system has encrypted and could not open. */
export const ENCRYPTED = 'sealed:';

/** A source of meetings that the user follows. */
export const feed = z.object({
  id: z.string(),
  kind: feedKind,
  name: z.string(),
  /** https/http address, absolute file path, the catalogue's id, or {@link SEALED} and base64. May hold a token: never log it, show it masked. */
  address: z.string(),
  /** What is followed: all, or UIDs of series and marks of whole groups (see followed.ts). */
  followed: z.union([z.literal('all'), z.array(z.string()).readonly()]),
  /** Number 0–7 of the colour that marks this feed's meetings. */
  color: z.number().int().min(0).max(7),
});
export type Feed = z.infer<typeof feed>;

/** Whether it is a catalogue that comes with the app, and not a community file that the user added. */
export const isBuiltIn = ({
  kind,
  address,
}: {
  readonly kind: FeedKind | null;
  readonly address: string;
}): boolean => kind === 'catalogue' && /^[a-z0-9-]+$/.test(address);

/** Whether it is text that the user pasted: it then lies in a file of the app's own. */
export const isPasted = ({ address }: Pick<Feed, 'address'>): boolean =>
  /[\\/]pasted[\\/][0-9a-f]{16}\.txt$/.test(address);

/** How a feed is doing, for people. Times are instants in ms. */
export const feedHealth = z.object({
  state: z.enum(['fresh', 'syncing', 'stale', 'failing', 'never']),
  lastSuccess: z.number().nullable(),
  nextTry: z.number().nullable(),
  /** Why the last attempt failed; null when it did not. */
  failure: problem.nullable(),
  /** What in the feed could not be read; the rest was kept. */
  problems: z.array(problem).readonly(),
  /** null while there is no copy of it: it was never read, or the copy was damaged. */
  seriesCount: z.number().nullable(),
  /** The day of what is shown (an ISO date) while it is the copy that came with the app; null for everything else. */
  asOf: z.string().nullable(),
  /** A new copy that is not believed: what it holds, and when it will be used all the same; null when there is none. */
  doubt: z.object({ seriesCount: z.number(), usedFrom: z.number() }).nullable(),
});
export type FeedHealth = z.infer<typeof feedHealth>;

export const feedStatus = z.object({ feed, maskedAddress: z.string(), health: feedHealth });
export type FeedStatus = z.infer<typeof feedStatus>;
