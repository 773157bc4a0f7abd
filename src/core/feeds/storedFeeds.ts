import { z } from 'zod';
import { followedToday } from '../catalogue/formerUids.ts';
import { feed, type Feed } from './feed.ts';
import type { SourceAddress } from './sourceAddress.ts';

/** The stored form of the list of feeds: the section `feeds` of config.json, and the feeds of an export. */

/** Id of the built-in catalogue of the first version. */
export const KUBERNETES = 'kubernetes';

export const feedSection = z.object({ version: z.literal(2), feeds: z.array(feed) });

/** Version 1: `kind` is the format, and `address` one string for every kind of source. */
const sectionV1 = z.looseObject({
  version: z.literal(1),
  /** Present if UIDs are those of the present catalogue of Kubernetes; see formerUids.ts. */
  catalogue: z.literal(2).optional(),
  feeds: z.array(z.unknown()),
});
const feedV1 = z.looseObject({ kind: z.unknown(), address: z.string() });
const followed = z.union([z.literal('all'), z.array(z.string())]);

const ENCRYPTED_V1 = 'sealed:';

/** A path `…/pasted/<16 hexadecimal digits>.txt`, of Windows or POSIX. */
const PASTED_V1 = /[\\/]pasted[\\/]([0-9a-f]{16})\.txt$/;

function sourceOfV1(format: unknown, address: string): SourceAddress {
  if (format === 'catalogue' && /^[a-z0-9-]+$/.test(address)) return { kind: 'builtIn', id: address };
  const [, pastedId] = PASTED_V1.exec(address) ?? [];
  if (pastedId !== undefined) return { kind: 'pasted', id: pastedId };
  if (address.startsWith(ENCRYPTED_V1))
    return { kind: 'locked', encrypted: address.slice(ENCRYPTED_V1.length) };
  return /^https?:\/\//i.test(address) ? { kind: 'web', url: address } : { kind: 'file', path: address };
}

/** A feed of version 1 in the present form. Any other value is returned unchanged. */
export function migrateFeed(stored: unknown): unknown {
  const read = feedV1.safeParse(stored);
  if (!read.success) return stored;
  const { kind, address, ...rest } = read.data;
  return { ...rest, format: kind, source: sourceOfV1(kind, address) };
}

/** The catalogue of Kubernetes with today's UIDs instead of its former ones. */
function withUidsOfToday(stored: unknown): unknown {
  const kubernetes = z.looseObject({ id: z.literal(KUBERNETES), followed }).safeParse(stored);
  return kubernetes.success
    ? { ...kubernetes.data, followed: followedToday(kubernetes.data.followed) }
    : stored;
}

/** The section of any version in the present form. Any other value is returned unchanged. */
export function migrateFeedSection(stored: unknown): unknown {
  const read = sectionV1.safeParse(stored);
  if (!read.success) return stored;
  const { catalogue, feeds } = read.data;
  const isOfToday = catalogue !== undefined;
  return { version: 2, feeds: feeds.map((one) => migrateFeed(isOfToday ? one : withUidsOfToday(one))) };
}

/**
 * The section `feeds`, or its replacement in a configuration without one. The first version stored no feeds before
 * one was changed, and followed all of its catalogue. Its settings are recognised by `joinWith`, which later versions
 * do not have.
 * @param raw value of the section; undefined at the first start
 * @param settings value of the section `settings`
 */
export function storedFeedsOf(raw: unknown, settings: unknown, builtIn: readonly Feed[]): unknown {
  if (raw !== undefined && raw !== null) return raw;
  const used = z.object({ isWelcomeDone: z.literal(true), joinWith: z.string() }).safeParse(settings);
  const kubernetes = builtIn.find(({ id }) => id === KUBERNETES);
  return used.success ? { version: 1, feeds: [{ ...kubernetes, followed: 'all' }] } : undefined;
}

/** The list of feeds as read from the configuration. */
export interface StoredFeeds {
  readonly feeds: readonly Feed[];
  /** Entries that cannot be read were left out. */
  readonly isDamaged: boolean;
  /** The section has the present form; false if it is missing. */
  readonly isCurrent: boolean;
}

/** As {@link feedSection}, but a bad entry affects no other. */
const lenientSection = z.object({ version: z.literal(2), feeds: z.array(z.unknown()) });

/**
 * Reads the section `feeds`, and adds the built-in feeds that are missing in it. One that is new in this version of the
 * app brings no meetings until the user chooses some.
 * @param raw value of the section; undefined at the first start
 * @param builtIn as they are followed at the first start
 */
export function readStoredFeeds(raw: unknown, builtIn: readonly Feed[]): StoredFeeds {
  const isCurrent = lenientSection.safeParse(raw).success;
  const section = lenientSection.safeParse(migrateFeedSection(raw));
  const entries = section.success ? section.data.feeds.map((entry) => feed.safeParse(entry)) : [];
  const readable = entries.flatMap((entry) => entry.data ?? []);
  const isDamaged = raw !== undefined && (!section.success || readable.length < entries.length);
  const isFirstStart = raw === undefined || isDamaged;
  const asNew = (one: Feed): Feed => (isFirstStart || one.id === KUBERNETES ? one : { ...one, followed: [] });
  const missing = builtIn.filter(({ id }) => !readable.some((one) => one.id === id)).map(asNew);
  const [others, stored] = [
    readable.filter(({ source }) => source.kind !== 'builtIn'),
    readable.filter(({ source }) => source.kind === 'builtIn'),
  ];
  return { feeds: [...stored, ...missing, ...others], isDamaged, isCurrent };
}
