import type { SafeStorage } from 'electron';
import type { Secrets } from '../../ports/secrets.ts';

/**
 * What Chromium puts before a text that it encrypted on Linux, by where the key is from: `v11` is the Secret Service
 * or KWallet, `v12` the portal. `v10` is a key that stands in Chromium's source, and anybody can read what is under it.
 * Only this tells: Electron calls encryption available in each case, and names the backend after the desktop alone.
 * Source: components/os_crypt/async/browser, posix_ (v10), freedesktop_secret_ (v11), secret_portal_key_provider (v12).
 */
const PROTECTED_ON_LINUX: ReadonlySet<string> = new Set(['v11', 'v12']);
const PREFIX_BYTES = 3;

/** Whether a text that the system encrypted is under a key that only this user has. */
export const isUnderOwnKey = (bytes: Uint8Array, platform: string): boolean =>
  platform !== 'linux' ||
  PROTECTED_ON_LINUX.has(Buffer.from(bytes.subarray(0, PREFIX_BYTES)).toString('latin1'));

type AsyncStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** The system's keychain, credential store or keyring. */
export function createSecrets(storage: AsyncStorage, platform: string): Secrets {
  const isProtected = (bytes: Uint8Array): boolean => isUnderOwnKey(bytes, platform);
  // Chromium looks for a key once in each run, so a first answer holds. A failure does not: the keyring may be locked.
  let known: boolean | null = null;

  return {
    isProtected,
    async isAvailable() {
      if (!(await storage.isAsyncEncryptionAvailable())) return false;
      known ??= isProtected(await storage.encryptStringAsync('x'));
      return known;
    },
    async encrypt(text) {
      const bytes = await storage.encryptStringAsync(text);
      if (!isProtected(bytes)) throw new Error('the system has no key of its own to encrypt with');
      return bytes;
    },
    async decrypt(bytes) {
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(bytes));
      return { text: result, isOutdated: shouldReEncrypt || !isProtected(bytes) };
    },
  };
}
