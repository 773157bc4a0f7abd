import { z } from 'zod';

/**
 * Where a feed comes from, by kind. How each kind is fetched is in `src/main/feeds/sources`, one file a kind.
 * A further kind is one line here, one file there, and one line in its registry.
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

/** An address that the operating system encrypted and did not decrypt yet, for example because its keyring is locked. */
const locked = z.object({ kind: z.literal('locked'), /** Base64. */ encrypted: z.string() });

export const sourceAddress = z.discriminatedUnion('kind', [web, file, builtIn, pasted, locked]);
export type SourceAddress = z.infer<typeof sourceAddress>;

/** One kind of source address, for example `SourceAddressOf<'web'>`. */
export type SourceAddressOf<K extends SourceAddress['kind']> = Extract<SourceAddress, { kind: K }>;

/** The URL or path of an address, as its owner wrote it; null for addresses that only the app understands. */
export function writtenAddress(address: SourceAddress): string | null {
  if (address.kind === 'web') return address.url;
  return address.kind === 'file' ? address.path : null;
}
