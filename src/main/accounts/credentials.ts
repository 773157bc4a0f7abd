import { join } from 'node:path';
import { accountFailure, accountProblem } from '#core/caldav/problems.ts';
import type { KeepPassword, LoginNeed, PasswordKeeping } from '#core/accounts/keepPassword.ts';
import { createSignal, logFailure, success, type Result, type Signal } from '#base';
import type { Problems } from '../app/problems.ts';
import type { Environment } from '../ports/environment.ts';
import type { Login } from '../ports/http.ts';
import type { Ports } from '../ports/ports.ts';
import type { PrivateVault } from '../private/privateVault.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';
import { readLogins, textOfLogins, type StoredLogin } from './credentialFile.ts';
import { createPasswordSealing, type PasswordSealing } from './passwordSealing.ts';

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
  /**
   * As `set`, in two steps: nothing is stored before the result is called, which does so at once and without `changed`, and
   * returns how to undo it until the app ends.
   */
  prepare(
    id: string,
    user: string,
    password: string,
    keep: KeepPassword | null,
  ): Promise<Result<() => () => void>>;
  /** Another password for a stored login, kept as the one before and without a word: the app itself got it. */
  replace(id: string, password: string): Promise<void>;
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

/** The stored logins, and the passwords that are known. */
interface Shelf {
  readonly logins: ReadonlyMap<string, StoredLogin>;
  readonly known: ReadonlyMap<string, string>;
  readonly changed: Signal<string>;
  /** The file could not be read, so it is never overwritten. */
  readonly isReadable: boolean;
  put(id: string, login: StoredLogin, password: string): void;
  /** As `put`, without the signal. @param password undefined if it is not known */
  putQuietly(id: string, login: StoredLogin, password: string | undefined): void;
  /** Its password is known from now on. */
  learn(id: string, password: string): void;
  /** @returns how to undo it */
  remove(id: string): () => void;
}

/** Reads the file. A damaged one is set aside, and one that cannot be read is never overwritten; both are reported. */
async function openShelf(
  { files, environment, log }: Omit<CredentialPorts, 'secrets'>,
  { writer, problems }: CredentialParts,
): Promise<Shelf> {
  const path = join(environment.userData, FILE);
  const stored = await readLogins(files, path).catch(() => null);
  if (stored === null) problems.report(accountProblem('account/passwordsUnreadable', FILE));
  if (stored?.isDamaged === true) problems.report(accountProblem('account/passwordsDamaged'));
  const logins = new Map(stored?.logins);
  const known = new Map<string, string>();
  const changed = createSignal<string>(logFailure(log));
  const save = (): void => {
    if (stored === null) return;
    void writer.write('passwords', 'your passwords', () => files.write(path, textOfLogins(logins)));
  };
  const putQuietly = (id: string, login: StoredLogin, password: string | undefined): void => {
    logins.set(id, login);
    if (password === undefined) known.delete(id);
    else known.set(id, password);
    save();
  };
  return {
    logins,
    known,
    changed,
    isReadable: stored !== null,
    putQuietly,
    put: (id, login, password) => {
      putQuietly(id, login, password);
      changed.emit(id);
    },
    learn: (id, password) => void known.set(id, password),
    remove: (id) => {
      const [login, password] = [logins.get(id), known.get(id)];
      logins.delete(id);
      known.delete(id);
      save();
      changed.emit(id);
      return () => {
        if (login === undefined || logins.has(id)) return;
        putQuietly(id, login, password);
        changed.emit(id);
      };
    },
  };
}

/** The passwords follow the private notes to their new key. */
function followKey(
  shelf: Shelf,
  sealing: PasswordSealing,
  learnFrom: (opened: ReadonlyMap<string, string>) => void,
  { vault, log }: Pick<CredentialParts, 'vault'> & Pick<Ports, 'log'>,
): void {
  const { logins, known } = shelf;
  vault.keyChanged.on(({ before, after }) => {
    const underKey = [...logins].filter(([, { password }]) => password.by === 'passphrase');
    if (before !== 'system') learnFrom(sealing.tryKey(before, logins));
    if (after !== 'system') sealing.keepKey(after);
    for (const [id, { user }] of underKey) {
      const password = known.get(id);
      if (password === undefined) continue;
      void sealing.sealWith(after, password).then(
        (sealed) => shelf.put(id, { user, password: sealed }, password),
        () => log('a password stays under the former passphrase: the system did not encrypt it'),
      );
    }
  });
}

export async function openCredentials(ports: CredentialPorts, parts: CredentialParts): Promise<Credentials> {
  const shelf = await openShelf(ports, parts);
  const { logins, known, changed } = shelf;
  const sealing = createPasswordSealing(ports, parts.vault);
  const learnFrom = (opened: ReadonlyMap<string, string>): void => {
    for (const [id, password] of opened) {
      shelf.learn(id, password);
      changed.emit(id);
    }
  };
  followKey(shelf, sealing, learnFrom, { vault: parts.vault, log: ports.log });

  async function get(id: string): Promise<Login | null> {
    const before = logins.get(id);
    if (before === undefined) return null;
    const password = known.get(id) ?? (await sealing.open(before.password));
    // It was removed or replaced meanwhile.
    if (logins.get(id) !== before) return get(id);
    if (password !== null) shelf.learn(id, password);
    return password === null ? null : { user: before.user, password };
  }

  const prepare: Credentials['prepare'] = async (id, user, password, keep) => {
    if (!shelf.isReadable) return accountFailure('account/passwordsUnreadable', FILE);
    const sealed = await sealing.seal(password, logins.get(id)?.password, keep);
    if (!sealed.ok) return sealed;
    return success(() => {
      const [before, passwordBefore] = [logins.get(id), known.get(id)];
      shelf.putQuietly(id, { user, password: sealed.value }, password);
      return () => {
        if (before === undefined) shelf.remove(id);
        else shelf.putQuietly(id, before, passwordBefore);
      };
    });
  };

  return {
    get,
    needs: async (id) => {
      const login = logins.get(id);
      if (login === undefined) return 'password';
      if ((await get(id)) !== null) return 'nothing';
      const { by } = login.password;
      return by === 'system' ? 'keyring' : by === 'passphrase' ? 'passphrase' : 'password';
    },
    userOf: (id) => logins.get(id)?.user ?? null,
    set: async (id, user, password, keep = null) => {
      const ready = await prepare(id, user, password, keep);
      if (!ready.ok) return ready;
      ready.value();
      changed.emit(id);
      return success(null);
    },
    prepare,
    replace: async (id, password) => {
      const before = logins.get(id);
      if (before === undefined) return;
      const sealed = await sealing.seal(password, before.password, null);
      // It was removed or replaced meanwhile.
      if (sealed.ok && logins.get(id) === before)
        shelf.putQuietly(id, { user: before.user, password: sealed.value }, password);
    },
    remove: (id) => shelf.remove(id),
    unlock: async (passphrase) => {
      let isOpen = false;
      for (const key of await sealing.keysOf(passphrase, logins.values())) {
        const opened = sealing.tryKey(key, logins);
        learnFrom(opened);
        isOpen ||= opened.size > 0;
      }
      return isOpen ? success(null) : accountFailure('account/wrongPassphrase');
    },
    keeping: async () => ({
      hasKeyring: await sealing.hasKeyring(),
      privateNotesBy: parts.vault.protectedBy(),
    }),
    changed,
  };
}
