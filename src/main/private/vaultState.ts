import { notesFailure } from '#core/notes/problems.ts';
import type { PrivateNote, PrivateNotesState } from '#core/notes/privateNote.ts';
import { createSignal, type Instant, type Result, type Signal, success } from '#base';
import type { OpenedNotes, VaultEncryption } from './vaultEncryption.ts';
import type { EncryptedNotes } from './vaultFile.ts';
import { createWriteQueue } from './writeQueue.ts';

/** The state of the private notes: the unlocked ones, the stored ones, and the writes between them. */
export interface VaultState {
  readonly state: () => Promise<PrivateNotesState>;
  /** Waits for pending writes and forgets everything; stays unlocked if they fail. */
  readonly lock: () => Promise<void>;
  readonly opened: () => OpenedNotes | null;
  readonly sealed: () => EncryptedNotes | null;
  /** Unlocks the notes, unless another request already has: opening them again would discard what was written since. */
  readonly open: (opened: OpenedNotes) => void;
  /** Stores notes with a new key; if that fails, nothing has changed. */
  readonly storeWith: (opened: OpenedNotes) => Promise<Result<null>>;
  readonly setNotes: (notes: readonly PrivateNote[]) => Promise<Result<null>>;
  /** Keeps the file of the locked notes aside and forgets them. The path of the kept file. */
  readonly leave: () => Promise<Result<string>>;
  /** Undoes `leave`, as long as there are no new notes. */
  readonly takeBack: () => Promise<Result<null>>;
  /** When to ask for a reply (ms), by the note's id; known also while they are locked. */
  readonly reminders: () => Readonly<Record<string, Instant>>;
  /** Sets the time for these notes; null removes it. */
  readonly remind: (ids: readonly string[], at: Instant | null) => Promise<Result<null>>;
  readonly locked: Signal<void>;
  readonly remindersChanged: Signal<void>;
}

/** What a vault file holds. */
interface StoredNotes {
  readonly sealed: EncryptedNotes;
  readonly reminders: Readonly<Record<string, Instant>>;
}

export interface VaultDisk {
  /** Null if there are none yet. */
  readonly stored: StoredNotes | null;
  readonly write: (stored: StoredNotes) => Promise<void>;
  /** Renames the file; returns its new path. */
  readonly setAside: () => Promise<string>;
  readonly remove: (path: string) => Promise<void>;
  readonly lockAfterIdle: (lock: () => void) => Disposable;
}

export function createVaultState(encryption: VaultEncryption, disk: VaultDisk): VaultState {
  let sealed = disk.stored?.sealed ?? null;
  let reminders: Readonly<Record<string, Instant>> = disk.stored?.reminders ?? {};
  let left: (StoredNotes & { readonly path: string }) | null = null;
  let opened: OpenedNotes | null = null;
  let idle: Disposable | undefined;
  const locked = createSignal();
  const remindersChanged = createSignal();
  const queue = createWriteQueue(async () => {
    try {
      if (opened !== null) sealed = await encryption.encrypt(opened);
      if (sealed !== null) await disk.write({ sealed, reminders });
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

  async function leave(): Promise<Result<string>> {
    await queue.settled();
    if (opened !== null || sealed === null) return notesFailure('private/notLeft');
    const stored = { sealed, reminders };
    // At once, so that no write creates the file again.
    [sealed, reminders] = [null, {}];
    try {
      left = { ...stored, path: await disk.setAside() };
    } catch {
      ({ sealed, reminders } = stored);
      return notesFailure('private/notLeft');
    }
    remindersChanged.emit();
    return success(left.path);
  }

  async function takeBack(): Promise<Result<null>> {
    if (left === null || sealed !== null || opened !== null) return notesFailure('private/notTakenBack');
    const { path } = left;
    ({ sealed, reminders } = left);
    const outcome = await queue.write();
    if (!outcome.ok) {
      [sealed, reminders] = [null, {}];
      return outcome;
    }
    left = null;
    // If this fails, there are two copies of the encrypted notes.
    await disk.remove(path).catch(() => undefined);
    remindersChanged.emit();
    return success(null);
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
    storeWith: async (next) => {
      const before = { opened, sealed };
      opened = next;
      const outcome = await queue.write();
      if (!outcome.ok) {
        // Notes that were changed meanwhile are kept.
        opened = before.opened === null ? null : { ...opened, key: before.opened.key };
        sealed = before.sealed;
      }
      return outcome;
    },
    setNotes: async (notes) => {
      if (opened === null) return notesFailure('private/locked');
      restartIdle();
      opened = { ...opened, notes };
      return queue.write();
    },
    leave,
    takeBack,
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
