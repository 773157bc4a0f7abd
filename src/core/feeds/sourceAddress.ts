import { z } from 'zod';

/**
 * Where a feed comes from, by kind. How each kind is fetched is in `src/main/feeds/sources`, one file a kind.
 * A further kind is its schema and its traits here, one file there, and one line in its registry.
 */

const web = z.object({
  kind: z.literal('web'),
  /** May hold a token: never log it, show it masked. */
  url: z.string().regex(/^https?:\/\//i),
});

const file = z.object({
  kind: z.literal('file'),
  /** Absolute, as the platform writes it. */
  path: z.string(),
});

/** A catalogue that comes with the app; `id` is the name of its file without `.json`. */
const builtIn = z.object({ kind: z.literal('builtIn'), id: z.string().regex(/^[a-z0-9-]+$/) });

/** Text that the user pasted, stored as `pasted/<id>.txt` in the folder of the app's data. */
const pasted = z.object({ kind: z.literal('pasted'), id: z.string().regex(/^[0-9a-f]{16}$/) });

/** The meetings that texts of a community of the directory state; a newer version of the app may state others. */
const stated = z.object({
  kind: z.literal('stated'),
  community: z.string().regex(/^[a-z0-9-]+$/),
  /** The calendar that it replaces while that is gone or empty; null if the user follows it for itself. */
  insteadOf: z.string().nullable().default(null),
});

/** An address that the operating system encrypted and did not decrypt yet, for example because its keyring is locked. */
const locked = z.object({ kind: z.literal('locked'), /** Base64. */ encrypted: z.string() });

/** A calendar of an account. Its password is not part of the address. */
const calDav = z.object({
  kind: z.literal('calDav'),
  /** Of the calendar; without a login. */
  url: z.string().regex(/^https?:\/\//i),
  /** The name to log in with. */
  user: z.string().min(1),
  /** Id of the account that has the password; the command line has none. */
  account: z.string().optional(),
  /** The user's own mail addresses in the account; lower case. */
  addresses: z.array(z.string()).readonly().optional(),
  /** The user may not change its meetings, and so not answer invitations; left out if they may, or if nobody knows. */
  isReadOnly: z.literal(true).optional(),
});

export const sourceAddress = z.discriminatedUnion('kind', [
  web,
  file,
  builtIn,
  stated,
  pasted,
  calDav,
  locked,
]);
export type SourceAddress = z.infer<typeof sourceAddress>;

/** What the app must know of a kind without fetching it. */
interface SourceTraits {
  /** Its bytes come from a server. */
  readonly isRemote: boolean;
  /** Its address means the same on another computer, so exports hold it. A path is read from the disk of the importer. */
  readonly isPortable: boolean;
}

export const SOURCE_TRAITS: Readonly<Record<SourceAddress['kind'], SourceTraits>> = {
  web: { isRemote: true, isPortable: true },
  file: { isRemote: false, isPortable: false },
  builtIn: { isRemote: false, isPortable: true },
  stated: { isRemote: false, isPortable: true },
  pasted: { isRemote: false, isPortable: true },
  calDav: { isRemote: true, isPortable: true },
  locked: { isRemote: true, isPortable: false },
};

/** One kind of source address, for example `SourceAddressOf<'web'>`. */
export type SourceAddressOf<K extends SourceAddress['kind']> = Extract<SourceAddress, { kind: K }>;

/** The URL or path of an address, as its owner wrote it; null for addresses that only the app understands. */
export function writtenAddress(address: SourceAddress): string | null {
  if (address.kind === 'web' || address.kind === 'calDav') return address.url;
  return address.kind === 'file' ? address.path : null;
}
