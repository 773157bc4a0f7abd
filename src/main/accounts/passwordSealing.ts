import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import { success, type Result } from '#base';
import type { Ports } from '../ports/ports.ts';
import { decryptWith, encryptWith, keyOf, type PassphraseKey } from '../private/passphraseEncryption.ts';
import type { PrivateVault } from '../private/privateVault.ts';
import type { StoredLogin } from './credentialFile.ts';

/** A password as the file stores it. */
export type SealedPassword = StoredLogin['password'];

/** Encrypts passwords for the file: with the system's keyring, or with the passphrase of the private notes. */
export interface PasswordSealing {
  hasKeyring(): Promise<boolean>;
  /**
   * @param former how the password that it replaces is stored
   * @param keep without the keyring; null keeps it as the former one, a new one for the session
   */
  seal(
    password: string,
    former: SealedPassword | undefined,
    keep: KeepPassword | null,
  ): Promise<Result<SealedPassword>>;
  sealWith(key: PassphraseKey | 'system', password: string): Promise<SealedPassword>;
  /** Null if it is only in memory, or if what opens it is missing. */
  open(sealed: SealedPassword): Promise<string | null>;
  /** The passwords that this key opens, by id. The key is kept if it opens one. */
  tryKey(
    key: PassphraseKey,
    logins: Iterable<readonly [id: string, login: StoredLogin]>,
  ): ReadonlyMap<string, string>;
  /** The keys that a passphrase makes: one, unless the private notes got another while the app could not follow. */
  keysOf(passphrase: string, logins: Iterable<StoredLogin>): Promise<readonly PassphraseKey[]>;
  /** Seals with this key from now on. */
  keepKey(key: PassphraseKey): void;
}

export function createPasswordSealing(
  { secrets }: Pick<Ports, 'secrets'>,
  vault: Pick<PrivateVault, 'passphraseKey'>,
): PasswordSealing {
  /** The key of the private notes, once the user has given the passphrase. */
  let known: PassphraseKey | null = null;
  const hasKeyring = (): Promise<boolean> => secrets.isAvailable().catch(() => false);
  const bySystem = async (password: string): Promise<SealedPassword> => ({
    by: 'system',
    data: Buffer.from(await secrets.encrypt(password)).toString('base64'),
  });
  return {
    hasKeyring,
    seal: async (password, former, keep) => {
      const own = (await hasKeyring()) ? await bySystem(password).catch(() => null) : null;
      if (own !== null) return success(own);
      if (keep?.kind === 'passphrase') {
        const found = await vault.passphraseKey(keep.passphrase);
        if (!found.ok) return found;
        known = found.value;
        return success(encryptWith(known, password));
      }
      const isUnderPassphrase = keep === null && former?.by === 'passphrase';
      return success(isUnderPassphrase && known !== null ? encryptWith(known, password) : { by: 'session' });
    },
    sealWith: async (key, password) => (key === 'system' ? bySystem(password) : encryptWith(key, password)),
    open: async (sealed) => {
      if (sealed.by === 'passphrase') return known === null ? null : decryptWith(known, sealed);
      if (sealed.by !== 'system') return null;
      const opened = await secrets.decrypt(Buffer.from(sealed.data, 'base64')).catch(() => null);
      return opened?.text ?? null;
    },
    tryKey: (key, logins) => {
      const opened = new Map<string, string>();
      for (const [id, { password: sealed }] of logins) {
        const password = sealed.by === 'passphrase' ? decryptWith(key, sealed) : null;
        if (password !== null) opened.set(id, password);
      }
      if (opened.size > 0) known = key;
      return opened;
    },
    keysOf: async (passphrase, logins) => {
      const salts = new Map(
        [...logins].flatMap(({ password }) =>
          password.by === 'passphrase' ? [[password.salt, password] as const] : [],
        ),
      );
      const keys: PassphraseKey[] = [];
      for (const sealed of salts.values()) keys.push(await keyOf(passphrase, sealed));
      return keys;
    },
    keepKey: (key) => {
      known = key;
    },
  };
}
