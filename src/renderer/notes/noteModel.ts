import type { OccurrenceKey } from '#core/keys.ts';
import type { Note, SavedNote } from '#core/notes/note.ts';
import { isProvisional } from '#core/notes/noteName.ts';
import type { TextChange } from '#core/notes/textChange.ts';
import { success, type CalendarDate, type Result } from '#base';
import type { Api } from '../kit/api.ts';
import type { NoteOpening, NotePlace } from '../store/noteOpening.ts';
import { isUnsaved } from '../store/notesSlice.ts';
import type { AppStore } from '../store/store.ts';
import { freeNote, titledNote } from './freeNote.ts';

/** Longest delay from a keystroke to saving (ms); together with the save it stays below a second, also while the computer is busy. */
export const SAVE_DELAY_MS = 500;

/** A failed save is retried with exponential back-off (ms): the disk may have space again. */
export const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 300_000;

/** Calls once after `delayMs`; returns a function that cancels it. */
export type After = (delayMs: number, callback: () => void) => () => void;

/** A key. */
export interface Typing {
  /** The changes that it made to the text. */
  readonly changes: readonly TextChange[];
  /** Of the text with them. */
  readonly length: number;
  /** Reads the whole text. */
  readonly read: () => string;
}

/** Opens notes and saves what is typed. The only place that does. */
export interface NoteModel {
  readonly openFor: (key: OccurrenceKey) => Promise<void>;
  /** Opens an empty note without a meeting; its file is written once it has text. */
  readonly openNew: (date: CalendarDate) => Promise<void>;
  /** Opens a note with that title that does not exist yet, for a link that leads nowhere. */
  readonly openTitled: (title: string) => Promise<void>;
  /** Opens the note of a meeting with another template; only for notes without text. */
  readonly openWith: (key: OccurrenceKey, template: string) => Promise<void>;
  /** Opens a note to read. @param place where; the place at which it was left, if omitted */
  readonly open: (path: string, place?: NotePlace) => Promise<void>;
  /** Sends what was typed to main at once, since the app may be quit at any moment, and saves it soon. */
  readonly typed: (typing: Typing) => void;
  /** Saves now. Safe to call at any time. */
  readonly flush: () => Promise<void>;
  readonly end: () => void;
}

/** A new note opens where its template says, another one where it was left. */
const forWriting = ({ version, body, cursor = body.length }: Note): NoteOpening => ({
  isForWriting: true,
  place: version === null ? { kind: 'offset', offset: cursor } : { kind: 'left' },
});

/** Whether a note still has the title that the app made up, though its file has a name. */
const hasTitleOfBefore = ({ path, title }: Note): boolean =>
  isProvisional(`${title}.md`) && !isProvisional(path);

/** Names a note that has no file; one that main has kept has its name already. */
const withId = (outcome: Result<Note>): Result<Note> =>
  outcome.ok && outcome.value.version === null
    ? success({ unwrittenId: crypto.randomUUID(), ...outcome.value })
    : outcome;

/**
 * Watches the draft and saves it. Saves of one note never overlap: each starts from the version that the last one
 * made. The delay starts with the first keystroke and later ones do not extend it, so steady typing is saved, too.
 */
export function createNoteModel(store: AppStore, api: Api, after: After): NoteModel {
  let cancel: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let stopRetry: (() => void) | null = null;
  let retryMs = FIRST_RETRY_MS;
  /** Names the text that main has of the open note; null if it has another one, or another version of the note. */
  let sentId: string | null = null;
  let latestOpening = 0;

  /** Main saves the text that it has. */
  const send = async (note: Note): Promise<Result<SavedNote>> => {
    const outcome = sentId === null ? success(null) : await api.invoke('notes:saveSent', sentId);
    if (!outcome.ok) return outcome;
    return outcome.value === null ? api.invoke('notes:save', note) : success(outcome.value);
  };

  const saveOnce = async (): Promise<void> => {
    const draft = store.getState().readDraft();
    const state = store.getState();
    if (!state.openNote || !isUnsaved(state)) return;
    const sent: Note = { ...state.openNote, body: draft };
    state.saveStarted(sent.path);
    const outcome = await send(sent);
    if (outcome.ok) {
      retryMs = FIRST_RETRY_MS;
      // Main, too, takes what is typed from now on for changes of the saved version.
      const id = store.getState().openNote?.path === sent.path ? sentId : null;
      store.getState().saveFinished(sent, outcome.value);
      sentId = id;
    } else {
      store.getState().saveFailed(sent.path, outcome.problem);
      tryLater();
    }
  };

  function tryLater(): void {
    stopRetry?.();
    stopRetry = after(retryMs, () => {
      retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
      void flush();
    });
  }

  const flush = async (): Promise<void> => {
    cancel?.();
    cancel = null;
    stopRetry?.();
    stopRetry = null;
    await running;
    // Another flush may have started in the meantime.
    if (running) return running;
    const path = store.getState().openNote?.path;
    running = saveOnce();
    try {
      await running;
    } finally {
      running = null;
    }
    // A note that got its name by this save, or by an earlier one while its user wrote on, has another title.
    const { openNote, conflictPath } = store.getState();
    if (openNote === null || conflictPath !== null) return;
    if (openNote.path !== path || hasTitleOfBefore(openNote)) void reread(openNote.path);
  };

  const schedule = (): void => {
    cancel ??= after(SAVE_DELAY_MS, () => {
      cancel = null;
      void flush();
    });
  };

  const opening = async (
    ask: () => Promise<Result<Note>>,
    how: (note: Note) => NoteOpening = forWriting,
  ): Promise<void> => {
    latestOpening += 1;
    const mine = latestOpening;
    await flush();
    const shown = store.getState().openNote;
    const outcome = withId(await ask());
    // The latest request wins, whatever the order of main's replies.
    if (mine !== latestOpening) return;
    if (!outcome.ok) {
      store.getState().problemReported(outcome.problem);
      return;
    }
    // Keystrokes during the request, and during their save.
    await flush();
    store.getState().readDraft();
    if (store.getState().saveState.kind === 'failed' && isUnsaved(store.getState())) return;
    store.getState().transcriptShown(null);
    const present = store.getState().openNote;
    // The same note was saved during the request: what is open is newer than the reply.
    if (present?.path === outcome.value.path && present.version !== shown?.version)
      store.getState().noteShown(how(present));
    else store.getState().noteOpened(outcome.value, how(outcome.value));
  };

  /** The file changed and nothing is unsaved here: show the new content. */
  const reread = async (path: string): Promise<void> => {
    const outcome = await api.invoke('notes:read', path);
    const state = store.getState();
    if (!outcome.ok || state.openNote?.path !== path || isUnsaved(state) || running) return;
    const { version, title, occurrenceKey } = state.openNote;
    const read = outcome.value;
    // A renamed file may have another title without another content.
    if (read.version !== version || read.title !== title || read.occurrenceKey !== occurrenceKey)
      state.noteOpened(read);
  };

  /** Also a text that was changed back: else main would save the previous one if the window closed now. */
  const sendText = (): void => {
    const body = store.getState().readDraft();
    const { openNote } = store.getState();
    if (openNote === null) return;
    sentId = crypto.randomUUID();
    api.invokeAndReport('notes:keepDraft', { ...openNote, body }, sentId);
  };

  const sendTyped = async ({ changes, length }: Typing): Promise<void> => {
    if (sentId === null) return sendText();
    const [base, id] = [sentId, crypto.randomUUID()];
    sentId = id;
    const outcome = await api.invoke('notes:keepTyped', { base, id, changes, length });
    if (!outcome.ok || !outcome.value) sendText();
  };

  const end = store.subscribe((state, before) => {
    const note = state.openNote;
    const isSameNote = note !== null && note === before.openNote;
    const isRead = isSameNote && before.typed !== null && state.typed === null;
    if (note !== before.openNote) sentId = null;
    if (state.draft !== before.draft && !isRead) {
      sentId = null;
      if (isSameNote) {
        if (state.typed === null) sendText();
        // The editor joins both texts when it is told, which may be after us.
        else void Promise.resolve().then(sendText);
        if (isUnsaved(state)) schedule();
      }
    }
    if (state.notes === before.notes || note === null || note.version === null || isUnsaved(state)) return;
    if (state.notes?.some(({ path }) => path === note.path)) void reread(note.path);
  });

  return {
    openFor: (key) => opening(() => api.invoke('notes:openFor', key)),
    openWith: (key, template) => opening(() => api.invoke('notes:openWith', key, template)),
    openNew: (date) => opening(() => Promise.resolve(success(freeNote(date, store.getState().notes ?? [])))),
    openTitled: (title) =>
      opening(() => Promise.resolve(success(titledNote(title, store.getState().notes ?? [])))),
    open: (path, place = { kind: 'left' }) =>
      opening(
        () => api.invoke('notes:read', path),
        () => ({ isForWriting: false, place }),
      ),
    typed: (typing) => {
      store.getState().draftTyped(typing.read);
      schedule();
      void sendTyped(typing);
    },
    flush,
    end: () => {
      cancel?.();
      stopRetry?.();
      end();
    },
  };
}
