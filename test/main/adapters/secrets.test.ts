import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { safeStorage } from '../../../packages/electron-host/src/desktop/safeStorage.ts';
import { createSecrets } from '#main/adapters/electron/secrets.ts';
import { readyHost } from '../../../packages/electron-host/test/support/readyHost.ts';

beforeAll(() => void readyHost());
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What Electron would do on a desktop of this name, with or without a keyring that answers. */
function desktop(name: string, keyring: 'keyring' | 'keyring-failing' | ''): void {
  vi.stubEnv('XDG_CURRENT_DESKTOP', name);
  vi.stubEnv('ELECTRON_HOST_PROFILE', keyring);
}

/** Storage that encrypts by writing the mark of a key before the text. */
const storageWith = (mark: string) => ({
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(mark + text)),
  decryptStringAsync: (bytes: Buffer) =>
    Promise.resolve({ result: bytes.toString().slice(mark.length), shouldReEncrypt: false }),
});

test('GNOME without a keyring protects nothing, so nothing is encrypted there', async () => {
  desktop('GNOME', '');
  const secrets = createSecrets(safeStorage, 'linux');
  expect(await secrets.isAvailable()).toBe(false);
  await expect(secrets.encrypt('s3cret')).rejects.toThrow('no key of its own');
});

test('sway with a keyring protects', async () => {
  desktop('sway', 'keyring');
  const secrets = createSecrets(safeStorage, 'linux');
  expect(await secrets.isAvailable()).toBe(true);
  const bytes = await secrets.encrypt('s3cret');
  expect(secrets.isProtected(bytes)).toBe(true);
  expect(await secrets.decrypt(bytes)).toEqual({ text: 's3cret', isOutdated: false });
});

test('text encrypted without a keyring can be decrypted, and is marked as outdated', async () => {
  desktop('GNOME', '');
  const bytes = await safeStorage.encryptStringAsync('s3cret');
  for (const keyring of ['', 'keyring'] as const) {
    desktop('GNOME', keyring);
    const secrets = createSecrets(safeStorage, 'linux');
    expect(secrets.isProtected(bytes)).toBe(false);
    expect(await secrets.decrypt(bytes)).toEqual({ text: 's3cret', isOutdated: true });
  }
});

test('a keyring that does not answer may answer later', async () => {
  desktop('GNOME', 'keyring-failing');
  const secrets = createSecrets(safeStorage, 'linux');
  await expect(secrets.isAvailable()).rejects.toThrow('temporarily unavailable');
  desktop('GNOME', 'keyring');
  expect(await secrets.isAvailable()).toBe(true);
});

test.each([
  ['linux', 'v11', true],
  ['linux', 'v12', true],
  ['linux', 'v13', false],
  ['linux', '', false],
  ['darwin', 'v10', true],
  ['win32', 'v10', true],
])('on %s a text that begins with “%s” is protected: %s', async (platform, mark, isProtected) => {
  expect(await createSecrets(storageWith(mark), platform).isAvailable()).toBe(isProtected);
});

test('what the system asks to encrypt again is outdated', async () => {
  const storage = {
    ...storageWith('v11'),
    decryptStringAsync: () => Promise.resolve({ result: 'x', shouldReEncrypt: true }),
  };
  const secrets = createSecrets(storage, 'linux');
  expect(await secrets.decrypt(Buffer.from('v11x'))).toEqual({ text: 'x', isOutdated: true });
});
