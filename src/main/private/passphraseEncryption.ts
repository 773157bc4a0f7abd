import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/**
 * A text encrypted with a passphrase: scrypt (RFC 7914) derives the key, and AES-256-GCM detects a wrong passphrase or a
 * changed file. The cost is stored with the result, so that later versions can raise it.
 */
export const passphraseEncrypted = z.object({
  by: z.literal('passphrase'),
  salt: z.base64(),
  /** Of scrypt. The app writes no file that needs more than 256 MB. */
  cost: z.object({
    n: z
      .int()
      .min(2)
      .max(2 ** 18),
    r: z.int().min(1).max(8),
    p: z.int().min(1).max(4),
  }),
  nonce: z.base64(),
  data: z.base64(),
});
export type PassphraseEncrypted = z.infer<typeof passphraseEncrypted>;

/** A key and its parameters, so that saving again needs neither the passphrase nor another derivation. */
export interface PassphraseKey {
  readonly key: Buffer;
  readonly salt: string;
  readonly cost: PassphraseEncrypted['cost'];
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** 128 MB and about half a second for each guess. Source: OWASP, Password Storage Cheat Sheet. */
const COST = { n: 2 ** 17, r: 8, p: 1 };
const MOST_MEMORY = 512 * 1024 * 1024;

function derive(passphrase: string, salt: Buffer, { n, r, p }: PassphraseEncrypted['cost']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const limits = { N: n, r, p, maxmem: MOST_MEMORY };
    // Normalised, because keyboards differ in how they compose the same characters.
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, limits, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** A new key for a passphrase. @param cost lower in tests only */
export async function newPassphraseKey(passphrase: string, cost = COST): Promise<PassphraseKey> {
  const salt = randomBytes(16);
  return { key: await derive(passphrase, salt, cost), salt: salt.toString('base64'), cost };
}

/** The key of an encrypted text, if the passphrase is correct. */
export async function keyOf(passphrase: string, { salt, cost }: PassphraseEncrypted): Promise<PassphraseKey> {
  return { key: await derive(passphrase, Buffer.from(salt, 'base64'), cost), salt, cost };
}

/** Whether a key was derived from this passphrase. */
export const isKeyOf = async (passphrase: string, { key, salt, cost }: PassphraseKey): Promise<boolean> =>
  timingSafeEqual(await derive(passphrase, Buffer.from(salt, 'base64'), cost), key);

/** Encrypts a text with a new nonce. */
export function encryptWith({ key, salt, cost }: PassphraseKey, text: string): PassphraseEncrypted {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return {
    by: 'passphrase',
    salt,
    cost,
    nonce: nonce.toString('base64'),
    data: data.toString('base64'),
  };
}

/** The text; null if the key is wrong or the data was changed. */
export function decryptWith({ key }: PassphraseKey, { nonce, data }: PassphraseEncrypted): string | null {
  const bytes = Buffer.from(data, 'base64');
  const end = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
