import { join } from 'node:path';
import { notesFailure, notesProblem } from '#core/notes/problems.ts';
import {
  SHORTEST_PASSPHRASE,
  type PrivateNote,
  type PrivateNotesState,
  type Protection,
} from '#core/notes/privateNote.ts';
import { createSignal, MINUTE, type Result, type Signal, success } from '#base';
import type { Problems } from '../app/problems.ts';
import type { Environment } from '../ports/environment.ts';
import type { Ports } from '../ports/ports.ts';
import { decryptWith, isKeyOf, keyOf, newPassphraseKey, type PassphraseKey } from './passphraseEncryption.ts';
import { createVaultEncryption, type VaultEncryption } from './vaultEncryption.ts';
import { readVaultFile, vaultText } from './vaultFile.ts';
import { createVaultState, type VaultState } from './vaultState.ts';

/**
 * The private notes: one file, encrypted as a whole, so that it does not reveal even their number. In plain text it
 * stores only when to ask for replies, which must be known while they are locked. They are in no other place: not in
 * the notes folder, the search, an export or the log.
 */
export interface PrivateVault
  extends
    AsyncDisposable,
    Pick<VaultState, 'state' | 'lock' | 'leave' | 'reminders' | 'remind' | 'locked' | 'remindersChanged'> {
  /** Starts with no notes, or with those that an earlier version stored without protection. */
  begin(passphrase: string | null): Promise<Result<PrivateNotesState>>;
  unlock(passphrase: string | null): Promise<Result<PrivateNotesState>>;
  /** Undoes `leave`, as long as no new notes were started. */
  takeBack(): Promise<Result<PrivateNotesState>>;
  /** The protection that this computer offers now; may ask the user to unlock the keyring. */
  offered(): Promise<Protection>;
  /**
   * Encrypts the unlocked notes with another key.
   * @param current passphrase; null if the system protects them
   * @param next passphrase; null for the system
   */
  protect(current: string | null, next: string | null): Promise<Result<PrivateNotesState>>;
  /** What protects the stored notes; null if there are none. */
  protectedBy(): Protection | null;
  /** The key of the notes, if this is their passphrase. Starts notes with it if there are none. The notes stay locked. */
  passphraseKey(passphrase: string): Promise<Result<PassphraseKey>>;
  /** The notes were encrypted with another key. */
  readonly keyChanged: Signal<KeyChange>;
  /** All notes; null while they are locked. */
  all(): readonly PrivateNote[] | null;
  /** Null while they are locked, and if there is no such note. */
  find(id: string): PrivateNote | null;
  /** Adds a note, or replaces the note with its id. */
  save(note: PrivateNote): Promise<Result<null>>;
  remove(id: string): Promise<Result<null>>;
}

export interface KeyChange {
  readonly before: PassphraseKey | 'system';
  readonly after: PassphraseKey | 'system';
}

/** Idle time after which the notes are locked. */
const LOCK_AFTER_MS = 10 * MINUTE;

/**
 * Reads the file; the notes stay locked. A damaged file is set aside and reported. A file that cannot be read or set
 * aside is reported and never overwritten.
 */
export async function openPrivateVault(
  {
    files,
    secrets,
    clock,
    environment,
  }: Pick<Ports, 'files' | 'secrets' | 'clock'> & { readonly environment: Pick<Environment, 'userData'> },
  problems: Problems,
): Promise<PrivateVault> {
  const path = join(environment.userData, 'private-notes.json');
  const stored = await readVaultFile(files, path);
  if (stored.kind === 'damaged') problems.report(notesProblem('private/damaged', stored.aside));
  if (stored.kind === 'unreadable') problems.report(notesProblem('private/unreadable'));
  const encryption = createVaultEncryption(secrets);
  const vault = createVaultState(encryption, {
    stored: stored.kind === 'read' ? stored.file : null,
    write: ({ sealed, reminders }) => files.write(path, vaultText(sealed, reminders)),
    setAside: () => files.setAside(path, `left-${new Date(clock.now()).toISOString().slice(0, 10)}`),
    remove: (kept) => files.remove(kept),
    lockAfterIdle: (lock) => clock.after(LOCK_AFTER_MS, lock),
  });
  const keyChanged = createSignal<KeyChange>();
  const begin = async (passphrase: string | null): Promise<Result<PrivateNotesState>> =>
    stored.kind === 'unreadable'
      ? notesFailure('private/unreadable')
      : beginVault(vault, encryption, passphrase);
  return {
    state: vault.state,
    begin,
    unlock: async (passphrase) => {
      if (vault.opened() === null) {
        const sealed = vault.sealed();
        if (sealed === null) return notesFailure('private/locked');
        const outcome = await encryption.decrypt(sealed, passphrase);
        if ('ok' in outcome) return outcome;
        vault.open(outcome);
      }
      return success(await vault.state());
    },
    lock: vault.lock,
    leave: vault.leave,
    takeBack: async () => {
      const outcome = await vault.takeBack();
      return outcome.ok ? success(await vault.state()) : outcome;
    },
    offered: encryption.available,
    protect: async (current, next) => {
      const before = vault.opened()?.key;
      const outcome = await protectVault(vault, encryption, current, next);
      const after = vault.opened()?.key;
      if (outcome.ok && before !== undefined && after !== undefined) keyChanged.emit({ before, after });
      return outcome;
    },
    protectedBy: () => vault.sealed()?.by ?? null,
    passphraseKey: async (passphrase) => {
      if (vault.sealed() === null) {
        const begun = await begin(passphrase);
        if (!begun.ok) return begun;
        await vault.lock();
      }
      return keyOfVault(vault, passphrase);
    },
    keyChanged,
    all: () => vault.opened()?.notes ?? null,
    find: (id) => vault.opened()?.notes.find((note) => note.id === id) ?? null,
    save: (note) => {
      const notes = vault.opened()?.notes ?? [];
      const isKnown = notes.some(({ id }) => id === note.id);
      return vault.setNotes(
        isKnown ? notes.map((one) => (one.id === note.id ? note : one)) : [...notes, note],
      );
    },
    remove: async (id) => {
      const outcome = await vault.setNotes((vault.opened()?.notes ?? []).filter((note) => note.id !== id));
      return outcome.ok ? vault.remind([id], null) : outcome;
    },
    reminders: vault.reminders,
    remind: vault.remind,
    locked: vault.locked,
    remindersChanged: vault.remindersChanged,
    [Symbol.asyncDispose]: vault.lock,
  };
}

async function beginVault(
  vault: VaultState,
  encryption: VaultEncryption,
  passphrase: string | null,
): Promise<Result<PrivateNotesState>> {
  const before = vault.sealed();
  if (vault.opened() !== null || (before !== null && !encryption.isUnprotected(before)))
    return notesFailure('private/locked');
  const key = await newKey(encryption, passphrase);
  if (typeof key === 'object' && 'ok' in key) return key;
  const notes =
    before?.by === 'system'
      ? await encryption.decryptBySystem(before.data, key)
      : ({ key, notes: [] } as const);
  if ('ok' in notes) return notes;
  // Deriving the key takes a while: another request may have begun meanwhile.
  if (vault.sealed() !== before || vault.opened() !== null) return notesFailure('private/locked');
  const outcome = await vault.storeWith(notes);
  return outcome.ok ? success(await vault.state()) : outcome;
}

async function keyOfVault(vault: VaultState, passphrase: string): Promise<Result<PassphraseKey>> {
  const sealed = vault.sealed();
  if (sealed?.by !== 'passphrase') return notesFailure('private/wrongPassphrase');
  const key = await keyOf(passphrase, sealed);
  return decryptWith(key, sealed) === null ? notesFailure('private/wrongPassphrase') : success(key);
}

async function protectVault(
  vault: VaultState,
  encryption: VaultEncryption,
  current: string | null,
  next: string | null,
): Promise<Result<PrivateNotesState>> {
  const before = vault.opened();
  if (before === null) return notesFailure('private/locked');
  // Whoever finds the notes unlocked must not be able to lock out their owner.
  if (before.key !== 'system' && !(await isKeyOf(current ?? '', before.key)))
    return notesFailure('private/wrongPassphrase');
  const key = await newKey(encryption, next);
  if (typeof key === 'object' && 'ok' in key) return key;
  // Deriving the keys takes a while: the notes may have been changed or locked meanwhile.
  const opened = vault.opened();
  if (opened === null || opened.key !== before.key) return notesFailure('private/locked');
  const outcome = await vault.storeWith({ notes: opened.notes, key });
  return outcome.ok ? success(await vault.state()) : outcome;
}

/** @param passphrase null for the system's key */
async function newKey(
  encryption: VaultEncryption,
  passphrase: string | null,
): Promise<PassphraseKey | 'system' | Result<never>> {
  if (passphrase === null)
    return (await encryption.available()) === 'system' ? 'system' : notesFailure('private/noKeyring');
  if (passphrase.length < SHORTEST_PASSPHRASE)
    return notesFailure('private/shortPassphrase', SHORTEST_PASSPHRASE);
  return newPassphraseKey(passphrase);
}
