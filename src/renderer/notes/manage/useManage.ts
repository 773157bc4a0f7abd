import { useMemo } from 'react';
import type { OccurrenceKey } from '#core/keys.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import type { ExportFormat } from '#core/notes/noteExchange.ts';
import type { TranscriptSummary } from '#core/notes/storedTranscript.ts';
import type { Result } from '#base';
import { useApi, useAppStore } from '../../kit/AppContext.tsx';
import type { Api } from '../../kit/api.ts';
import type { AppStore } from '../../store/store.ts';
import { useNoteModel } from '../NoteModelContext.ts';
import type { NoteModel } from '../noteModel.ts';
import { focusNoteRow } from './focusNoteRow.ts';
import { texts } from './texts.ts';

interface Tools {
  readonly api: Api;
  readonly store: AppStore;
  readonly noteModel: NoteModel;
}

/** The meeting to attach to, with its name for the toast; null to detach. */
export interface AttachTo {
  readonly key: OccurrenceKey;
  readonly title: string;
}

/** Manages notes and transcripts, each action with its toast and undo. */
export interface Manage {
  readonly rename: (note: NoteSummary, title: string) => Promise<void>;
  readonly pin: (notes: readonly NoteSummary[], isPinned: boolean) => Promise<void>;
  readonly trash: (notes: readonly NoteSummary[]) => Promise<void>;
  readonly attach: (note: NoteSummary, to: AttachTo | null) => Promise<void>;
  /** @param folder path in the notes folder; empty for the notes folder itself */
  readonly move: (notes: readonly NoteSummary[], folder: string) => Promise<void>;
  readonly exportAs: (notes: readonly NoteSummary[], format: ExportFormat) => Promise<void>;
  readonly renameTranscript: (transcript: TranscriptSummary, title: string) => Promise<void>;
  readonly trashTranscripts: (transcripts: readonly TranscriptSummary[]) => Promise<void>;
  readonly attachTranscript: (transcript: TranscriptSummary, to: AttachTo | null) => Promise<void>;
}

const fileName = (path: string): string => path.replace(/^.*[\\/]/, '');

/** The value of a reply; reports a failure. */
function valueOf<T>({ store }: Pick<Tools, 'store'>, outcome: Result<T>): T | null {
  if (outcome.ok) return outcome.value;
  store.getState().problemReported(outcome.problem);
  return null;
}

function manageNotes(
  tools: Tools,
): Omit<Manage, 'renameTranscript' | 'trashTranscripts' | 'attachTranscript'> {
  const { api, store, noteModel } = tools;
  const offer = store.getState().undoOffered;
  const pathsOf = (notes: readonly NoteSummary[]): string[] => notes.map(({ path }) => path);
  return {
    rename: async (note, title) => {
      if (title.trim() === '' || title.trim() === note.title) return;
      // Text that is not saved yet would be another version of the file.
      await noteModel.flush();
      const done = valueOf(tools, await api.invoke('notes:rename', note.path, title, null));
      if (done === null) return;
      const { path, before } = done;
      focusNoteRow(path);
      offer({
        ...texts.renamed(done.title),
        takeBack: async () => {
          await noteModel.flush();
          return api.invoke('notes:rename', path, before.title, before.path);
        },
        isStill: () => store.getState().notes?.some((one) => one.path === path) === true,
      });
    },
    pin: async (notes, isPinned) => {
      await noteModel.flush();
      const done = await api.invoke('notes:pin', pathsOf(notes), isPinned);
      if (!done.ok) return store.getState().problemReported(done.problem);
      const words = isPinned ? texts.pinned(notes.length) : texts.unpinned(notes.length);
      offer({ ...words, takeBack: () => api.invoke('notes:pin', pathsOf(notes), !isPinned) });
    },
    trash: async (notes) => {
      await noteModel.flush();
      const number = valueOf(tools, await api.invoke('notes:trash', pathsOf(notes)));
      if (number === null) return;
      const open = store.getState().openNote?.path;
      if (open !== undefined && notes.some(({ path }) => path === open)) store.getState().noteClosed();
      const [only] = notes.length === 1 ? notes : [];
      const words = only === undefined ? texts.trashedNotes(notes.length) : texts.trashed(only.title);
      offer({ ...words, takeBack: () => api.invoke('notes:restore', number) });
    },
    attach: async (note, to) => {
      await noteModel.flush();
      const before = valueOf(tools, await api.invoke('notes:attach', note.path, to?.key ?? null));
      if (before === null) return;
      offer({
        ...(to === null ? texts.detached(note.title) : texts.attached(note.title, to.title)),
        takeBack: () => api.invoke('notes:reattach', note.path, before),
      });
    },
    move: async (notes, folder) => {
      await noteModel.flush();
      const wanted = notes.map(({ path }) => ({
        from: path,
        to: folder === '' ? fileName(path) : `${folder}/${fileName(path)}`,
      }));
      const done = valueOf(tools, await api.invoke('notes:move', wanted));
      if (done === null || done.length === 0) return;
      offer({
        ...texts.moved(done.length, folder === '' ? texts.topFolder : folder),
        takeBack: () =>
          api.invoke(
            'notes:move',
            done.map(({ from, to }) => ({ from: to, to: from })),
          ),
      });
    },
    exportAs: async (notes, format) => {
      await noteModel.flush();
      const outcome = await api.invoke('notes:export', pathsOf(notes), format);
      if (!outcome.ok) return store.getState().problemReported(outcome.problem);
      const { undoToastShown } = store.getState();
      if (format === 'clipboard') undoToastShown(texts.copied);
      else if (outcome.value !== null) undoToastShown(texts.exported(fileName(outcome.value)));
    },
  };
}

function manageTranscripts(
  tools: Tools,
): Pick<Manage, 'renameTranscript' | 'trashTranscripts' | 'attachTranscript'> {
  const { api, store } = tools;
  const offer = store.getState().undoOffered;
  return {
    renameTranscript: async ({ path, title: before }, title) => {
      if (title.trim() === '' || title.trim() === before) return;
      const to = valueOf(tools, await api.invoke('transcripts:rename', path, title));
      if (to === null) return;
      store.getState().noteMoved({ from: path, to });
      focusNoteRow(to);
      offer({
        ...texts.renamed(title.trim()),
        takeBack: async () => {
          const back = await api.invoke('transcripts:rename', to, before);
          if (back.ok) store.getState().noteMoved({ from: to, to: back.value });
          return back;
        },
      });
    },
    trashTranscripts: async (transcripts) => {
      const paths = transcripts.map(({ path }) => path);
      const number = valueOf(tools, await api.invoke('transcripts:trash', paths));
      if (number === null) return;
      const { openTranscript, transcriptShown } = store.getState();
      if (openTranscript !== null && paths.includes(openTranscript)) transcriptShown(null);
      const [only] = transcripts.length === 1 ? transcripts : [];
      const words = only === undefined ? texts.trashedTranscripts(paths.length) : texts.trashed(only.title);
      offer({ ...words, takeBack: () => api.invoke('notes:restore', number) });
    },
    attachTranscript: async ({ path, title, occurrenceKey: before }, to) => {
      const occurrenceKey = to?.key ?? null;
      const done = await api.invoke('transcripts:change', path, { occurrenceKey });
      if (!done.ok) return store.getState().problemReported(done.problem);
      offer({
        ...(to === null ? texts.detached(title) : texts.attached(title, to.title)),
        takeBack: () => api.invoke('transcripts:change', path, { occurrenceKey: before }),
      });
    },
  };
}

/** The actions on notes and transcripts. */
export function useManage(): Manage {
  const [api, store, noteModel] = [useApi(), useAppStore(), useNoteModel()];
  return useMemo(() => {
    const tools = { api, store, noteModel };
    return { ...manageNotes(tools), ...manageTranscripts(tools) };
  }, [api, store, noteModel]);
}
