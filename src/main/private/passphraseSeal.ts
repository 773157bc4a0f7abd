import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/**
 * Encryption under a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM the rest, so a wrong passphrase and a
 * changed file are both noticed. The cost is written down with the result, so that it may grow.
 */
export const passphraseSealed = z.object({
  by: z.literal('passphrase'),
  salt: z.base64(),
  /** Of scrypt; a file that asks for more than 256 MB is not of ours. */
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
export type PassphraseSealed = z.infer<typeof passphraseSealed>;

/** A key and how it was made, so that saving again needs no passphrase and no waiting. */
export interface PassphraseKey {
  readonly key: Buffer;
  readonly salt: string;
  readonly cost: PassphraseSealed['cost'];
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** About 128 MB and half a second for each guess, as OWASP's page on storing passwords advises. */
const COST = { n: 2 ** 17, r: 8, p: 1 };
const MOST_MEMORY = 512 * 1024 * 1024;

function derive(passphrase: string, salt: Buffer, { n, r, p }: PassphraseSealed['cost']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const limits = { N: n, r, p, maxmem: MOST_MEMORY };
    // One spelling of what looks the same, whichever keyboard it came from.
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, limits, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** A new key for a passphrase. @param cost lower only in tests */
export async function newPassphraseKey(passphrase: string, cost = COST): Promise<PassphraseKey> {
  const salt = randomBytes(16);
  return { key: await derive(passphrase, salt, cost), salt: salt.toString('base64'), cost };
}

/** The key that a sealed text was made with, if the passphrase is right. */
export async function keyOf(passphrase: string, { salt, cost }: PassphraseSealed): Promise<PassphraseKey> {
  return { key: await derive(passphrase, Buffer.from(salt, 'base64'), cost), salt, cost };
}

/** Encrypts a text; every result differs. */
export function sealWith({ key, salt, cost }: PassphraseKey, text: string): PassphraseSealed {
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

/** The text; null where the key is wrong or something was changed. */
export function openWith({ key }: PassphraseKey, { nonce, data }: PassphraseSealed): string | null {
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
