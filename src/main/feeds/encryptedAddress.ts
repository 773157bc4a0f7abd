import type { Feed } from '#core/feeds/feed.ts';
import { sourceAddress, type SourceAddress, type SourceAddressOf } from '#core/feeds/sourceAddress.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { FeedSources } from './sources/feedSources.ts';

/**
 * Addresses that may hold a token are stored encrypted by the system. An address that the system cannot decrypt (a
 * locked keyring) stays a `locked` one, in memory and on disk, until the system can.
 */
export interface AddressEncryption {
  /** The feeds with every address that the system decrypts. */
  decrypt(feeds: readonly Feed[]): Promise<Feed[]>;
  /** The feeds as they are stored; in plain text if the system has no key of its own. */
  encrypt(feeds: readonly Feed[]): Promise<Feed[]>;
}

/** The address in a decrypted text: JSON. Up to version 1 of the list of feeds it was a plain URL. */
function addressOf(decrypted: string): SourceAddress {
  return decrypted.startsWith('{')
    ? sourceAddress.parse(JSON.parse(decrypted))
    : { kind: 'web', url: decrypted };
}

/** Caches what it has encrypted, so that the system is asked once for each address. */
export function createAddressEncryption(
  secrets: Secrets,
  sources: FeedSources,
  log: (line: string) => void,
): AddressEncryption {
  /** Encrypted addresses by their JSON. */
  const cache = new Map<string, SourceAddressOf<'locked'>>();

  async function decrypt(feed: Feed): Promise<Feed> {
    const { source } = feed;
    if (source.kind !== 'locked') return feed;
    try {
      const { text, isOutdated } = await secrets.decrypt(Buffer.from(source.encrypted, 'base64'));
      const address = addressOf(text);
      if (!isOutdated) cache.set(JSON.stringify(address), source);
      return { ...feed, source: address };
    } catch {
      log(`feed ${feed.id}: the system did not decrypt its address`);
      return feed;
    }
  }

  async function encrypt(feed: Feed): Promise<Feed> {
    if (feed.source.kind === 'locked' || !sources(feed.source).isSecret) return feed;
    const text = JSON.stringify(feed.source);
    const known = cache.get(text);
    if (known !== undefined) return { ...feed, source: known };
    try {
      if (!(await secrets.isAvailable())) return feed;
      const encrypted = Buffer.from(await secrets.encrypt(text)).toString('base64');
      const source: SourceAddressOf<'locked'> = { kind: 'locked', encrypted };
      cache.set(text, source);
      return { ...feed, source };
    } catch {
      // Losing the feed would be worse; only its owner may read the file.
      log(`feed ${feed.id}: the system did not encrypt its address`);
      return feed;
    }
  }

  return {
    decrypt: (feeds) => Promise.all(feeds.map(decrypt)),
    encrypt: (feeds) => Promise.all(feeds.map(encrypt)),
  };
}
