import { expect, test } from 'vitest';
import {
  keyOf,
  newPassphraseKey,
  decryptWith,
  passphraseEncrypted,
  encryptWith,
} from '#main/private/passphraseEncryption.ts';

const cheap = { n: 2 ** 10, r: 8, p: 1 };

test('the passphrase that sealed a text opens it, in whatever way its letters were composed', async () => {
  const sealed = encryptWith(await newPassphraseKey('caf\u00e9 au lait', cheap), 'what happened');
  expect(decryptWith(await keyOf('cafe\u0301 au lait', sealed), sealed)).toBe('what happened');
  expect(decryptWith(await keyOf('cafe au lait', sealed), sealed)).toBeNull();
});

test('a passphrase costs its guesser as much as OWASP advises: scrypt with N = 2^17, r = 8', async () => {
  const { cost } = encryptWith(await newPassphraseKey('correct horse'), 'what happened');
  expect(cost).toEqual({ n: 131_072, r: 8, p: 1 });
});

test('a text that was changed on the disk is not taken for the real one', async () => {
  const key = await newPassphraseKey('correct horse', cheap);
  const sealed = encryptWith(key, 'what happened');
  const bytes = Buffer.from(sealed.data, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  expect(decryptWith(key, { ...sealed, data: bytes.toString('base64') })).toBeNull();
  expect(decryptWith(key, { ...sealed, data: '' })).toBeNull();
});

test('the same text never looks the same twice', async () => {
  const key = await newPassphraseKey('correct horse', cheap);
  expect(encryptWith(key, 'a').data).not.toBe(encryptWith(key, 'a').data);
});

test('a file cannot ask for more memory than the computer has', async () => {
  const sealed = encryptWith(await newPassphraseKey('correct horse', cheap), 'a');
  expect(passphraseEncrypted.safeParse(sealed).success).toBe(true);
  expect(passphraseEncrypted.safeParse({ ...sealed, cost: { n: 2 ** 30, r: 8, p: 1 } }).success).toBe(false);
});
