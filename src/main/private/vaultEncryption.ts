import { z } from 'zod';
import { notesFailure } from '#core/notes/problems.ts';
import { privateNote, type PrivateNote, type Protection } from '#core/notes/privateNote.ts';
import type { Result } from '#base';
import type { Secrets } from '../ports/secrets.ts';
import { decryptWith, encryptWith, keyOf, type PassphraseKey } from './passphraseEncryption.ts';
import type { EncryptedNotes } from './vaultFile.ts';

/** Unlocked notes, and the key to save them with. */
export interface OpenedNotes {
  readonly key: PassphraseKey | 'system';
  readonly notes: readonly PrivateNote[];
  /** The stored notes should be encrypted again. */
  readonly isOutdated?: boolean;
}

/** Encrypts the list of private notes, by the system or with a passphrase. */
export interface VaultEncryption {
  encrypt(opened: OpenedNotes): Promise<EncryptedNotes>;
  decrypt(stored: EncryptedNotes, passphrase: string | null): Promise<OpenedNotes | Result<never>>;
  /** @param key for saving the notes later */
  decryptBySystem(data: string, key: OpenedNotes['key']): Promise<OpenedNotes | Result<never>>;
  /** The protection that a new vault can get. */
  readonly available: () => Promise<Protection>;
  /** Whether the system encrypted them with a publicly known key, which earlier versions accepted. */
  isUnprotected(stored: EncryptedNotes | null): boolean;
}

const noteList = z.array(privateNote);

export function createVaultEncryption(secrets: Secrets): VaultEncryption {
  const isUnprotected: VaultEncryption['isUnprotected'] = (stored) =>
    stored?.by === 'system' && !secrets.isProtected(Buffer.from(stored.data, 'base64'));

  const available = async (): Promise<Protection> =>
    (await secrets.isAvailable().catch(() => false)) ? 'system' : 'passphrase';

  const decryptBySystem: VaultEncryption['decryptBySystem'] = async (data, key) => {
    const decrypted = await secrets.decrypt(Buffer.from(data, 'base64')).catch(() => null);
    if (decrypted === null) return notesFailure('private/systemRefused');
    return { key, notes: noteList.parse(JSON.parse(decrypted.text)), isOutdated: decrypted.isOutdated };
  };

  return {
    isUnprotected,
    available,
    decryptBySystem,
    encrypt: async ({ key, notes }) => {
      const text = JSON.stringify(notes);
      if (key !== 'system') return encryptWith(key, text);
      return { by: 'system', data: Buffer.from(await secrets.encrypt(text)).toString('base64') };
    },
    decrypt: async (stored, passphrase) => {
      if (stored.by === 'system') {
        if (isUnprotected(stored) && (await available()) === 'passphrase')
          return notesFailure('private/noKeyring');
        return decryptBySystem(stored.data, 'system');
      }
      const key = await keyOf(passphrase ?? '', stored);
      const text = decryptWith(key, stored);
      return text === null
        ? notesFailure('private/wrongPassphrase')
        : { key, notes: noteList.parse(JSON.parse(text)) };
    },
  };
}
