import { isBuiltIn, isPasted, ENCRYPTED, type Feed } from '#core/feeds/feed.ts';
import type { Secrets } from '../ports/secrets.ts';
import { maskAddress } from './maskAddress.ts';

/** Not opened: nothing can be asked of it. */
export const isEncrypted = (address: string): boolean => address.startsWith(ENCRYPTED);

/** Whether an address is not to be shown to anybody else. What is shown in full may be read by all. */
export const mayHoldToken = (feed: Feed): boolean =>
  !isBuiltIn(feed) && !isPasted(feed) && (isEncrypted(feed.address) || maskAddress(feed) !== feed.address);

/**
 * Addresses that may hold a token are stored encrypted by the system. Where the system cannot open one (a locked
 * keyring), it stays as it is, in memory and on the disk, until the system can.
 */
export interface AddressEncryption {
  /** The feeds with every address that the system opens. */
  open(feeds: readonly Feed[]): Promise<Feed[]>;
  /** The feeds as they are to be stored; in plain text where the system has no key of its own. */
  close(feeds: readonly Feed[]): Promise<Feed[]>;
}

/** Remembers what it has sealed, so that the system is asked once for each address. */
export function createAddressEncryption(secrets: Secrets, log: (line: string) => void): AddressEncryption {
  const sealed = new Map<string, string>();

  async function open(feed: Feed): Promise<Feed> {
    if (!isEncrypted(feed.address)) return feed;
    try {
      const bytes = Buffer.from(feed.address.slice(ENCRYPTED.length), 'base64');
      const { text, isOutdated } = await secrets.decrypt(bytes);
      if (!isOutdated) sealed.set(text, feed.address);
      return { ...feed, address: text };
    } catch {
      log(`feed ${feed.id}: the system did not open its address`);
      return feed;
    }
  }

  async function close(feed: Feed): Promise<Feed> {
    if (isEncrypted(feed.address) || !mayHoldToken(feed)) return feed;
    const known = sealed.get(feed.address);
    if (known !== undefined) return { ...feed, address: known };
    try {
      if (!(await secrets.isAvailable())) return feed;
      const address = `${ENCRYPTED}${Buffer.from(await secrets.encrypt(feed.address)).toString('base64')}`;
      sealed.set(feed.address, address);
      return { ...feed, address };
    } catch {
      // Losing the feed would be worse; only its owner may read the file.
      log(`feed ${feed.id}: the system did not seal its address`);
      return feed;
    }
  }

  return {
    open: (feeds) => Promise.all(feeds.map(open)),
    close: (feeds) => Promise.all(feeds.map(close)),
  };
}
