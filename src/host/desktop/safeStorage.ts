/**
 * AES-256-GCM under a key in a file that only the user can read. Electron without a keyring has a fixed key instead and
 * calls that `basic_text`: so does the host, unless the profile gives it a keyring.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasTrait } from '../profile.ts';
import { requireReady, runtime } from '../runtime.ts';

const MARK = Buffer.from('eh1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** a keyring is another process: nothing it says comes at once */
const LATENCY_MS = 5;
const NOT_READY = 'safeStorage cannot be used before app is ready';

function key(): Buffer {
  const folder = runtime.userData();
  const file = join(folder, 'host-key');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file);
}

async function answerFromKeyring(): Promise<void> {
  requireReady(NOT_READY);
  await delay(LATENCY_MS);
  if (hasTrait('keyring-failing')) throw new Error('Encryption is temporarily unavailable');
}

export const safeStorage = {
  /** Also true with `basic_text`. */
  isEncryptionAvailable(): boolean {
    return runtime.isReady;
  },

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    if (!runtime.isReady) return false;
    await delay(LATENCY_MS);
    return true;
  },

  getSelectedStorageBackend(): 'basic_text' | 'gnome_libsecret' | 'unknown' {
    if (!runtime.isReady) return 'unknown';
    return hasTrait('keyring') || hasTrait('keyring-failing') ? 'gnome_libsecret' : 'basic_text';
  },

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    await answerFromKeyring();
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key(), nonce);
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([MARK, nonce, cipher.getAuthTag(), body]);
  },

  async decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
    await answerFromKeyring();
    const [nonceAt, tagAt, bodyAt] = [
      MARK.length,
      MARK.length + NONCE_BYTES,
      MARK.length + NONCE_BYTES + TAG_BYTES,
    ];
    try {
      if (!encrypted.subarray(0, nonceAt).equals(MARK)) throw new Error('not encrypted here');
      const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(nonceAt, tagAt));
      decipher.setAuthTag(encrypted.subarray(tagAt, bodyAt));
      const result = Buffer.concat([decipher.update(encrypted.subarray(bodyAt)), decipher.final()]);
      return { result: result.toString('utf8'), shouldReEncrypt: false };
    } catch (cause) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.', {
        cause,
      });
    }
  },
};
