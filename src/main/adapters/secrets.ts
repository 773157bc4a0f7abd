import { safeStorage } from 'electron';
import type { Secrets } from '../ports.ts';

/** Linux without a keyring: Electron encrypts all the same, under a key that stands in its source. */
const PRETENDING: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** The system's keychain, credential store or keyring. */
export function createSecrets(platform: string): Secrets {
  return {
    async isAvailable() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      return platform !== 'linux' || !PRETENDING.has(safeStorage.getSelectedStorageBackend());
    },
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    async decrypt(bytes) {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(bytes));
      return result;
    },
  };
}
