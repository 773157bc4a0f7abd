/**
 * Linux, as Electron has it: the name of the desktop alone decides which backend is named, the keyring alone decides
 * the key. Neither says anything about the other, and without a keyring there is still a key: a fixed, public one.
 * Source: Chromium's components/os_crypt/async (prefixes), shell/browser/electron_browser_main_parts.cc (names).
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasTrait } from '../profile.ts';
import { requireReady, runtime } from '../runtime.ts';

/** What a ciphertext begins with: `v10` under the fixed key, `v11` under one from a keyring. */
type Mark = 'v10' | 'v11';
const MARK_BYTES = 3;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** a keyring is another process: nothing it says comes at once */
const LATENCY_MS = 5;
const NOT_READY = 'safeStorage cannot be used before app is ready';

type Backend = 'basic_text' | 'gnome_libsecret' | 'kwallet' | 'kwallet5' | 'kwallet6' | 'unknown';
const LIBSECRET_DESKTOPS = new Set([
  'CINNAMON',
  'DEEPIN',
  'GNOME',
  'PANTHEON',
  'UKUI',
  'UNITY',
  'X-CINNAMON',
  'XFCE',
]);

function backendByName(): Backend {
  const { XDG_CURRENT_DESKTOP = '', KDE_SESSION_VERSION = '' } = process.env;
  const names = XDG_CURRENT_DESKTOP.toUpperCase().split(':');
  if (names.some((name) => LIBSECRET_DESKTOPS.has(name))) return 'gnome_libsecret';
  if (!names.includes('KDE')) return 'basic_text';
  if (KDE_SESSION_VERSION === '6') return 'kwallet6';
  return KDE_SESSION_VERSION === '5' ? 'kwallet5' : 'kwallet';
}

function keyOf(mark: Mark): Buffer {
  if (mark === 'v10') return createHash('sha256').update('peanuts').digest();
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

function openText(encrypted: Buffer, hasKeyring: boolean): string {
  const mark = encrypted.toString('latin1', 0, MARK_BYTES);
  if (mark !== 'v10' && (mark !== 'v11' || !hasKeyring)) throw new Error(`no key for '${mark}'`);
  const [tagAt, bodyAt] = [MARK_BYTES + NONCE_BYTES, MARK_BYTES + NONCE_BYTES + TAG_BYTES];
  const decipher = createDecipheriv('aes-256-gcm', keyOf(mark), encrypted.subarray(MARK_BYTES, tagAt));
  decipher.setAuthTag(encrypted.subarray(tagAt, bodyAt));
  return Buffer.concat([decipher.update(encrypted.subarray(bodyAt)), decipher.final()]).toString('utf8');
}

export const safeStorage = {
  /** Says nothing about the key. */
  isEncryptionAvailable(): boolean {
    return runtime.isReady;
  },

  /** Says nothing about the key. */
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    if (!runtime.isReady) return false;
    await delay(LATENCY_MS);
    return true;
  },

  /** Asks no keyring. */
  getSelectedStorageBackend(): Backend {
    return runtime.isReady ? backendByName() : 'unknown';
  },

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    await answerFromKeyring();
    const mark: Mark = hasTrait('keyring') ? 'v11' : 'v10';
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keyOf(mark), nonce);
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from(mark), nonce, cipher.getAuthTag(), body]);
  },

  /** Texts under the fixed key stay readable once there is a keyring; it then says that they should be encrypted again. */
  async decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
    await answerFromKeyring();
    const hasKeyring = hasTrait('keyring');
    try {
      const result = openText(encrypted, hasKeyring);
      return { result, shouldReEncrypt: hasKeyring && encrypted.toString('latin1', 0, MARK_BYTES) === 'v10' };
    } catch (cause) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.', {
        cause,
      });
    }
  },
};
