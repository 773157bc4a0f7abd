import { notesFailure, notesProblem } from '#core/notes/problems.ts';
import { join } from 'node:path';
import { z } from 'zod';
import {
  privateNote,
  SHORTEST_PASSPHRASE,
  type PrivateNote,
  type PrivateNotesState,
  type Protection,
} from '#core/notes/privateNote.ts';
import { createSignal, type Instant, MINUTE, type Result, type Signal, success } from '#base';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import {
  keyOf,
  newPassphraseKey,
  openWith,
  passphraseSealed,
  sealWith,
  type PassphraseKey,
} from './passphraseSeal.ts';

/**
 * The private notes: one file, encrypted as a whole, so that not even their number can be read from it. Beside it stands
 * only when to ask for an answer, which must be known while they are locked. They are nowhere else: not in the folder of
 * notes, the search, an export or the log.
 */
export interface PrivateVault extends AsyncDisposable {
  state(): Promise<PrivateNotesState>;
  /** With no notes, or with those that an earlier version stored without protection. */
  begin(passphrase: string | null): Promise<Result<PrivateNotesState>>;
  unlock(passphrase: string | null): Promise<Result<PrivateNotesState>>;
  /** Writes what is unsaved and forgets everything; stays open where it cannot be written. */
  lock(): Promise<void>;
  /** null while they are locked, and where there is no such note. */
  find(id: string): PrivateNote | null;
  /** Adds a note, or puts it in the place of the one with its id. */
  save(note: PrivateNote): Promise<Result<null>>;
  remove(id: string): Promise<Result<null>>;
  /** When to ask (ms), by the note's id; known also while they are locked. */
  reminders(): Readonly<Record<string, Instant>>;
  /** Sets the time for these notes, or takes it back. */
  remind(ids: readonly string[], at: Instant | null): Promise<Result<null>>;
  readonly locked: Signal<void>;
  readonly remindersChanged: Signal<void>;
}

const systemSealed = z.object({ by: z.literal('system'), data: z.base64() });
const sealedNotes = z.discriminatedUnion('by', [systemSealed, passphraseSealed]);
type Sealed = z.infer<typeof sealedNotes>;
const vaultFile = z.object({
  version: z.literal(1),
  sealed: sealedNotes,
  reminders: z.record(z.uuid(), z.number()),
});
const noteList = z.array(privateNote);

/** null where it is not what we write. */
function vaultOf(bytes: Uint8Array): z.infer<typeof vaultFile> | null {
  try {
    return vaultFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** Unlocked: the notes, and what they are saved with. */
interface Opened {
  readonly key: PassphraseKey | 'system';
  readonly notes: readonly PrivateNote[];
  /** What is on the disk should be encrypted again. */
  readonly isOutdated?: boolean;
}

/** Whoever leaves the computer alone for so long has them locked. */
const LOCK_AFTER_MS = 10 * MINUTE;

type VaultPorts = Pick<Ports, 'files' | 'secrets' | 'clock' | 'environment'>;

/**
 * Reads the file, which stays locked. One that is damaged is set aside and told; one that cannot be read or set aside
 * is told and never written over.
 */
export async function openPrivateVault(
  { files, secrets, clock, environment }: VaultPorts,
  problems: Problems,
): Promise<PrivateVault> {
  const path = join(environment.userData, 'private-notes.json');
  let isUnreadable = false;
  const stored = await readStored();
  let sealed: Sealed | null = stored?.sealed ?? null;
  let reminders: Readonly<Record<string, Instant>> = stored?.reminders ?? {};
  let opened: Opened | null = null;
  let running: Promise<Result<null>> = Promise.resolve(success(null));
  let waiting: Promise<Result<null>> | null = null;
  let idle: Disposable | undefined;
  const locked = createSignal();
  const remindersChanged = createSignal();

  async function readStored(): Promise<z.infer<typeof vaultFile> | null> {
    try {
      const bytes = await files.read(path);
      if (bytes === null) return null;
      const stored = vaultOf(bytes);
      if (stored === null) problems.report(notesProblem('private/damaged', await files.setAside(path)));
      return stored;
    } catch {
      isUnreadable = true;
      problems.report(notesProblem('private/unreadable'));
      return null;
    }
  }

  async function sealNotes({ key, notes }: Opened): Promise<Sealed> {
    const text = JSON.stringify(notes);
    if (key !== 'system') return sealWith(key, text);
    return { by: 'system', data: Buffer.from(await secrets.encrypt(text)).toString('base64') };
  }

  async function writeNow(): Promise<Result<null>> {
    try {
      if (opened !== null) sealed = await sealNotes(opened);
      if (sealed !== null) await files.write(path, JSON.stringify({ version: 1, sealed, reminders }));
      return success(null);
    } catch {
      return notesFailure('private/notSaved');
    }
  }

  /** One write runs and at most one waits: it takes what is newest when its turn comes. */
  function store(): Promise<Result<null>> {
    waiting ??= running.then(() => {
      waiting = null;
      running = writeNow();
      return running;
    });
    return waiting;
  }

  async function everythingStored(): Promise<Result<null>> {
    const outcome = await (waiting ?? running);
    return waiting === null ? outcome : everythingStored();
  }

  function stayOpen(): void {
    idle?.[Symbol.dispose]();
    idle = clock.after(LOCK_AFTER_MS, () => void lock());
  }

  async function become(notes: readonly PrivateNote[]): Promise<Result<null>> {
    if (opened === null) return notesFailure('private/locked');
    stayOpen();
    opened = { ...opened, notes };
    return store();
  }

  async function lock(): Promise<void> {
    idle?.[Symbol.dispose]();
    if (opened === null) return;
    const outcome = await everythingStored();
    if (!outcome.ok) return stayOpen();
    opened = null;
    locked.emit();
  }

  /** Whether the system encrypted them under a key that everybody knows; earlier versions took that for protection. */
  const isUnprotected = (): boolean =>
    sealed?.by === 'system' && !secrets.isProtected(Buffer.from(sealed.data, 'base64'));

  const offered = async (): Promise<Protection> =>
    (await secrets.isAvailable().catch(() => false)) ? 'system' : 'passphrase';

  async function state(): Promise<PrivateNotesState> {
    if (opened !== null) {
      stayOpen();
      return { kind: 'open', by: sealed?.by ?? 'passphrase', notes: opened.notes, reminders };
    }
    if (sealed === null) return { kind: 'none', by: await offered() };
    if (isUnprotected() && (await offered()) === 'passphrase') return { kind: 'unprotected' };
    return { kind: 'locked', by: sealed.by };
  }

  async function openBySystem(data: string, key: Opened['key']): Promise<Opened | Result<never>> {
    const opening = await secrets.decrypt(Buffer.from(data, 'base64')).catch(() => null);
    if (opening === null) return notesFailure('private/systemRefused');
    return { key, notes: noteList.parse(JSON.parse(opening.text)), isOutdated: opening.isOutdated };
  }

  async function openSealed(passphrase: string | null): Promise<Opened | Result<never>> {
    if (sealed === null) return notesFailure('private/locked');
    if (sealed.by === 'system') {
      if (isUnprotected() && (await offered()) === 'passphrase') return notesFailure('private/noKeyring');
      return openBySystem(sealed.data, 'system');
    }
    const key = await keyOf(passphrase ?? '', sealed);
    const text = openWith(key, sealed);
    return text === null
      ? notesFailure('private/wrongPassphrase')
      : { key, notes: noteList.parse(JSON.parse(text)) };
  }

  function remind(ids: readonly string[], at: Instant | null): Promise<Result<null>> {
    const others = Object.entries(reminders).filter(([id]) => !ids.includes(id));
    const wanted = at === null ? [] : ids.map((id) => [id, at] as const);
    reminders = Object.fromEntries([...others, ...wanted]);
    const stored = store();
    remindersChanged.emit();
    return stored;
  }

  return {
    state,
    begin: async (passphrase) => {
      if (isUnreadable) return { ok: false, problem: notesProblem('private/unreadable') };
      const before = sealed;
      if (opened !== null || (before !== null && !isUnprotected())) return notesFailure('private/locked');
      if (passphrase === null && (await offered()) !== 'system') return notesFailure('private/noKeyring');
      if (passphrase !== null && passphrase.length < SHORTEST_PASSPHRASE)
        return notesFailure('private/shortPassphrase', SHORTEST_PASSPHRASE);
      const key = passphrase === null ? 'system' : await newPassphraseKey(passphrase);
      const taken =
        before?.by === 'system' ? await openBySystem(before.data, key) : ({ key, notes: [] } as const);
      if ('ok' in taken) return taken;
      // Making a key takes a while: another request may have begun meanwhile.
      if (sealed !== before || opened !== null) return notesFailure('private/locked');
      opened = taken;
      const outcome = await store();
      if (outcome.ok) return success(await state());
      [opened, sealed] = [null, before];
      return outcome;
    },
    unlock: async (passphrase) => {
      if (opened === null) {
        const outcome = await openSealed(passphrase);
        if ('ok' in outcome) return outcome;
        // Another request may have opened them first, and what was written since must stay.
        opened ??= outcome;
        if (outcome.isOutdated === true) void store();
      }
      return success(await state());
    },
    lock,
    find: (id) => opened?.notes.find((note) => note.id === id) ?? null,
    save: (note) => {
      const notes = opened?.notes ?? [];
      const isKnown = notes.some(({ id }) => id === note.id);
      return become(isKnown ? notes.map((one) => (one.id === note.id ? note : one)) : [...notes, note]);
    },
    remove: async (id) => {
      const outcome = await become((opened?.notes ?? []).filter((note) => note.id !== id));
      return outcome.ok ? remind([id], null) : outcome;
    },
    reminders: () => reminders,
    remind,
    locked,
    remindersChanged,
    [Symbol.asyncDispose]: lock,
  };
}
