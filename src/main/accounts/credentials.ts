import { join } from 'node:path';
import { accountFailure, accountProblem } from '#core/caldav/problems.ts';
import type { KeepPassword, LoginNeed, PasswordKeeping } from '#core/accounts/keepPassword.ts';
import { createSignal, logFailure, success, type Result, type Signal } from '#base';
import type { Problems } from '../app/problems.ts';
import type { Environment } from '../ports/environment.ts';
import type { Login } from '../ports/http.ts';
import type { Ports } from '../ports/ports.ts';
import { decryptWith, encryptWith, keyOf, type PassphraseKey } from '../private/passphraseEncryption.ts';
import type { PrivateVault } from '../private/privateVault.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';
import { readLogins, textOfLogins, type StoredLogin } from './credentialFile.ts';

/**
 * The names and passwords for servers, by the id of what they belong to: an account, or a feed. The system's keyring
 * keeps the passwords. Where it is missing, the user chooses: they stay in memory until the app ends, or in the file,
 * encrypted with the passphrase of the private notes. They are in no export and no log, and no window gets them.
 */
export interface Credentials {
  /** Null if there is none, or if it is not known yet; `needs` says which. */
  get(id: string): Promise<Login | null>;
  /** What is missing before `get` returns the login. */
  needs(id: string): Promise<LoginNeed>;
  /** The stored user name, also while the password is unknown; null if there is no such login. */
  userOf(id: string): string | null;
  /**
   * Stores a login, or replaces the one with this id.
   * @param keep without the system's keyring; null keeps it as the replaced one was kept, a new one for the session
   */
  set(id: string, user: string, password: string, keep?: KeepPassword | null): Promise<Result<null>>;
  /** Deletes a login, and returns how to undo that until the app ends. */
  remove(id: string): () => void;
  /** Opens the passwords under the passphrase of the private notes. */
  unlock(passphrase: string): Promise<Result<null>>;
  /** What this computer offers; may ask the user to unlock the keyring. */
  keeping(): Promise<PasswordKeeping>;
  /** A login was stored, removed, or became known: its id. */
  readonly changed: Signal<string>;
}

interface CredentialParts {
  readonly vault: Pick<PrivateVault, 'protectedBy' | 'passphraseKey' | 'keyChanged'>;
  readonly writer: Pick<DiskWriter, 'write'>;
  readonly problems: Pick<Problems, 'report'>;
}

const FILE = 'passwords.json';

interface CredentialPorts extends Pick<Ports, 'files' | 'secrets' | 'log'> {
  readonly environment: Pick<Environment, 'userData'>;
}

/** Reads the file. A damaged one is set aside, and one that cannot be read is never overwritten; both are reported. */
export async function openCredentials(
  { files, environment, secrets, log }: CredentialPorts,
  { vault, writer, problems }: CredentialParts,
): Promise<Credentials> {
  const path = join(environment.userData, FILE);
  const stored = await readLogins(files, path).catch(() => null);
  if (stored === null) problems.report(accountProblem('account/passwordsUnreadable', FILE));
  if (stored?.isDamaged === true) problems.report(accountProblem('account/passwordsDamaged'));
  const logins = new Map(stored?.logins);
  /** Passwords that are known, by id. */
  const known = new Map<string, string>();
  /** The key of the private notes, once the user has given the passphrase. */
  let key: PassphraseKey | null = null;
  const changed = createSignal<string>(logFailure(log));

  const save = (): void => {
    if (stored === null) return;
    void writer.write('passwords', 'your passwords', () => files.write(path, textOfLogins(logins)));
  };
  const put = (id: string, login: StoredLogin, password: string): void => {
    logins.set(id, login);
    known.set(id, password);
    save();
    changed.emit(id);
  };
  const hasKeyring = (): Promise<boolean> => secrets.isAvailable().catch(() => false);
  const bySystem = async (password: string): Promise<StoredLogin['password']> => ({
    by: 'system',
    data: Buffer.from(await secrets.encrypt(password)).toString('base64'),
  });

  /** How a password is stored without the keyring. */
  async function sealed(
    id: string,
    password: string,
    keep: KeepPassword | null,
  ): Promise<Result<StoredLogin['password']>> {
    if (keep?.kind === 'passphrase') {
      const found = await vault.passphraseKey(keep.passphrase);
      if (!found.ok) return found;
      key = found.value;
      return success(encryptWith(found.value, password));
    }
    const isUnderPassphrase = keep === null && logins.get(id)?.password.by === 'passphrase';
    return success(isUnderPassphrase && key !== null ? encryptWith(key, password) : { by: 'session' });
  }

  /** The password in the file, or null. */
  async function decrypted(id: string): Promise<string | null> {
    const login = logins.get(id)?.password;
    if (login?.by === 'passphrase') return key === null ? null : decryptWith(key, login);
    if (login?.by !== 'system') return null;
    const opened = await secrets.decrypt(Buffer.from(login.data, 'base64')).catch(() => null);
    return opened?.text ?? null;
  }

  async function get(id: string): Promise<Login | null> {
    const before = logins.get(id);
    if (before === undefined) return null;
    const password = known.get(id) ?? (await decrypted(id));
    // It was removed or replaced meanwhile.
    if (logins.get(id) !== before) return get(id);
    if (password !== null) known.set(id, password);
    return password === null ? null : { user: before.user, password };
  }

  /** Each password that this key opens is known from then on. */
  function open(opening: PassphraseKey): boolean {
    const before = key;
    key = opening;
    let isRight = false;
    for (const [id, { password: login }] of logins) {
      const password = login.by === 'passphrase' ? decryptWith(opening, login) : null;
      if (password === null) continue;
      isRight = true;
      known.set(id, password);
      changed.emit(id);
    }
    if (!isRight) key = before;
    return isRight;
  }

  // The passwords follow the notes to their new key.
  vault.keyChanged.on(({ before, after }) => {
    const underKey = [...logins].filter(([, { password }]) => password.by === 'passphrase');
    if (before !== 'system') open(before);
    if (after !== 'system') key = after;
    for (const [id, { user }] of underKey) {
      const password = known.get(id);
      if (password === undefined) continue;
      if (after === 'system')
        void bySystem(password).then(
          (login) => put(id, { user, password: login }, password),
          () => log('a password stays under the former passphrase: the system did not encrypt it'),
        );
      else put(id, { user, password: encryptWith(after, password) }, password);
    }
  });

  return {
    get,
    needs: async (id) => {
      const login = logins.get(id);
      if (login === undefined) return 'password';
      if ((await get(id)) !== null) return 'nothing';
      return login.password.by === 'system'
        ? 'keyring'
        : login.password.by === 'passphrase'
          ? 'passphrase'
          : 'password';
    },
    userOf: (id) => logins.get(id)?.user ?? null,
    set: async (id, user, password, keep = null) => {
      if (stored === null) return accountFailure('account/passwordsUnreadable', FILE);
      const login = (await hasKeyring()) ? await bySystem(password).catch(() => null) : null;
      if (login !== null) {
        put(id, { user, password: login }, password);
        return success(null);
      }
      const own = await sealed(id, password, keep);
      if (!own.ok) return own;
      put(id, { user, password: own.value }, password);
      return success(null);
    },
    remove: (id) => {
      const [login, password] = [logins.get(id), known.get(id)];
      logins.delete(id);
      known.delete(id);
      save();
      changed.emit(id);
      return () => {
        if (login === undefined || logins.has(id)) return;
        logins.set(id, login);
        if (password !== undefined) known.set(id, password);
        save();
        changed.emit(id);
      };
    },
    unlock: async (passphrase) => {
      // All were encrypted with the same key, unless the private notes got another one while the app could not follow.
      const salts = new Map(
        [...logins.values()].flatMap(({ password }) =>
          password.by === 'passphrase' ? [[password.salt, password] as const] : [],
        ),
      );
      let isOpen = false;
      for (const login of salts.values()) isOpen = open(await keyOf(passphrase, login)) || isOpen;
      return isOpen ? success(null) : accountFailure('account/wrongPassphrase');
    },
    keeping: async () => ({ hasKeyring: await hasKeyring(), privateNotesBy: vault.protectedBy() }),
    changed,
  };
}
