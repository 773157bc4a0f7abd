import { join } from 'node:path';
import { notesFailure, notesProblem } from '#core/notes/problems.ts';
import { SHORTEST_PASSPHRASE, type PrivateNote, type PrivateNotesState } from '#core/notes/privateNote.ts';
import { createSignal, type Instant, MINUTE, type Result, type Signal, success } from '#base';
import type { Problems } from '../app/problems.ts';
import type { Ports } from '../ports/ports.ts';
import { newPassphraseKey } from './passphraseEncryption.ts';
import { createVaultEncryption, type OpenedNotes, type VaultEncryption } from './vaultEncryption.ts';
import { readVaultFile, vaultText, type EncryptedNotes } from './vaultFile.ts';
import { createWriteQueue } from './writeQueue.ts';

/**
 * The private notes: one file, encrypted as a whole, so that it does not reveal even their number. In plain text it
 * stores only when to ask for replies, which must be known while they are locked. They are in no other place: not in
 * the notes folder, the search, an export or the log.
 */
export interface PrivateVault extends AsyncDisposable {
  state(): Promise<PrivateNotesState>;
  /** Starts with no notes, or with those that an earlier version stored without protection. */
  begin(passphrase: string | null): Promise<Result<PrivateNotesState>>;
  unlock(passphrase: string | null): Promise<Result<PrivateNotesState>>;
  /** Waits for pending writes and forgets everything; stays unlocked if they fail. */
  lock(): Promise<void>;
  /** Null while they are locked, and if there is no such note. */
  find(id: string): PrivateNote | null;
  /** Adds a note, or replaces the note with its id. */
  save(note: PrivateNote): Promise<Result<null>>;
  remove(id: string): Promise<Result<null>>;
  /** When to ask for a reply (ms), by the note's id; known also while they are locked. */
  reminders(): Readonly<Record<string, Instant>>;
  /** Sets the time for these notes; null removes it. */
  remind(ids: readonly string[], at: Instant | null): Promise<Result<null>>;
  readonly locked: Signal<void>;
  readonly remindersChanged: Signal<void>;
}

/** Idle time after which the notes are locked. */
const LOCK_AFTER_MS = 10 * MINUTE;

/**
 * Reads the file; the notes stay locked. A damaged file is set aside and reported. A file that cannot be read or set
 * aside is reported and never overwritten.
 */
export async function openPrivateVault(
  { files, secrets, clock, environment }: Pick<Ports, 'files' | 'secrets' | 'clock' | 'environment'>,
  problems: Problems,
): Promise<PrivateVault> {
  const path = join(environment.userData, 'private-notes.json');
  const stored = await readVaultFile(files, path);
  if (stored.kind === 'damaged') problems.report(notesProblem('private/damaged', stored.aside));
  if (stored.kind === 'unreadable') problems.report(notesProblem('private/unreadable'));
  const file = stored.kind === 'read' ? stored.file : null;
  const encryption = createVaultEncryption(secrets);
  const vault = createVaultState(encryption, {
    sealed: file?.sealed ?? null,
    reminders: file?.reminders ?? {},
    write: (sealed, reminders) => files.write(path, vaultText(sealed, reminders)),
    lockAfterIdle: (lock) => clock.after(LOCK_AFTER_MS, lock),
  });
  return {
    state: vault.state,
    begin: async (passphrase) => {
      if (stored.kind === 'unreadable') return notesFailure('private/unreadable');
      return beginVault(vault, encryption, passphrase);
    },
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

type VaultState = Pick<
  PrivateVault,
  'state' | 'lock' | 'reminders' | 'remind' | 'locked' | 'remindersChanged'
> & {
  opened(): OpenedNotes | null;
  sealed(): EncryptedNotes | null;
  /** Unlocks the notes, unless another request already has: opening them again would discard what was written since. */
  open(opened: OpenedNotes): void;
  /** Stores notes with a new key; if that fails, nothing has changed. */
  startWith(opened: OpenedNotes): Promise<Result<null>>;
  setNotes(notes: readonly PrivateNote[]): Promise<Result<null>>;
};

interface VaultDisk {
  readonly sealed: EncryptedNotes | null;
  readonly reminders: Readonly<Record<string, Instant>>;
  readonly write: (sealed: EncryptedNotes, reminders: Record<string, Instant>) => Promise<void>;
  readonly lockAfterIdle: (lock: () => void) => Disposable;
}

/** The state of the vault: the unlocked notes, the stored ones, and the writes between them. */
function createVaultState(encryption: VaultEncryption, disk: VaultDisk): VaultState {
  let { sealed } = disk;
  let reminders: Record<string, Instant> = { ...disk.reminders };
  let opened: OpenedNotes | null = null;
  let idle: Disposable | undefined;
  const locked = createSignal();
  const remindersChanged = createSignal();
  const queue = createWriteQueue(async () => {
    try {
      if (opened !== null) sealed = await encryption.encrypt(opened);
      if (sealed !== null) await disk.write(sealed, reminders);
      return success(null);
    } catch {
      return notesFailure('private/notSaved');
    }
  });

  const restartIdle = (): void => {
    idle?.[Symbol.dispose]();
    idle = disk.lockAfterIdle(() => void lock());
  };

  async function lock(): Promise<void> {
    idle?.[Symbol.dispose]();
    if (opened === null) return;
    const outcome = await queue.settled();
    if (!outcome.ok) return restartIdle();
    opened = null;
    locked.emit();
  }

  async function state(): Promise<PrivateNotesState> {
    if (opened !== null) {
      restartIdle();
      return { kind: 'open', by: sealed?.by ?? 'passphrase', notes: opened.notes, reminders };
    }
    if (sealed === null) return { kind: 'none', by: await encryption.available() };
    if (encryption.isUnprotected(sealed) && (await encryption.available()) === 'passphrase')
      return { kind: 'unprotected' };
    return { kind: 'locked', by: sealed.by };
  }

  return {
    state,
    lock,
    opened: () => opened,
    sealed: () => sealed,
    open: (outcome) => {
      opened ??= outcome;
      if (outcome.isOutdated === true) void queue.write();
    },
    startWith: async (next) => {
      const before = sealed;
      opened = next;
      const outcome = await queue.write();
      if (!outcome.ok) [opened, sealed] = [null, before];
      return outcome;
    },
    setNotes: async (notes) => {
      if (opened === null) return notesFailure('private/locked');
      restartIdle();
      opened = { ...opened, notes };
      return queue.write();
    },
    reminders: () => reminders,
    remind: (ids, at) => {
      const others = Object.entries(reminders).filter(([id]) => !ids.includes(id));
      const added = at === null ? [] : ids.map((id) => [id, at] as const);
      reminders = Object.fromEntries([...others, ...added]);
      const stored = queue.write();
      remindersChanged.emit();
      return stored;
    },
    locked,
    remindersChanged,
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
  if (passphrase === null && (await encryption.available()) !== 'system')
    return notesFailure('private/noKeyring');
  if (passphrase !== null && passphrase.length < SHORTEST_PASSPHRASE)
    return notesFailure('private/shortPassphrase', SHORTEST_PASSPHRASE);
  const key = passphrase === null ? 'system' : await newPassphraseKey(passphrase);
  const notes =
    before?.by === 'system'
      ? await encryption.decryptBySystem(before.data, key)
      : ({ key, notes: [] } as const);
  if ('ok' in notes) return notes;
  // Deriving the key takes a while: another request may have begun meanwhile.
  if (vault.sealed() !== before || vault.opened() !== null) return notesFailure('private/locked');
  const outcome = await vault.startWith(notes);
  return outcome.ok ? success(await vault.state()) : outcome;
}
