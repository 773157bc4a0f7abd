import type { SafeStorage } from 'electron';
import type { Secrets } from '../../ports/secrets.ts';

/**
 * Chromium's prefix of an encrypted text on Linux, by the origin of its key: `v11` is the Secret Service or KWallet,
 * `v12` the portal. `v10` is a constant in Chromium's source and protects nothing. Only the prefix distinguishes them:
 * Electron reports encryption as available in each case, and derives the backend's name from the desktop alone.
 * Source: components/os_crypt/async/browser, posix_ (v10), freedesktop_secret_ (v11), secret_portal_key_provider (v12).
 */
const PROTECTED_ON_LINUX: ReadonlySet<string> = new Set(['v11', 'v12']);
const PREFIX_BYTES = 3;

/** Whether a text was encrypted with a key that only this user has. */
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
  // Chromium looks for a key once per run, so the first result stays valid. A failure is not cached: the keyring may
  // be locked.
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
