import { failure, success, type Result } from '#base';
import type { Desktop } from '../ports/desktop.ts';
import type { Environment } from '../ports/environment.ts';
import type { Files } from '../ports/files.ts';
import type { Ipc } from '../ports/ipc.ts';
import type { DraftKeeper } from './draftKeeper.ts';
import type { TranscriptStore } from '../transcripts/transcriptStore.ts';
import { exportNotes } from './exportNotes.ts';
import type { NoteLibrary } from './noteLibrary.ts';
import { createNotesFolder } from './changeNotesFolder.ts';
import type { SettingsModel } from '../settings/settings.ts';

/** The parts that answer for notes. */
export interface NoteAnsweringParts {
  readonly notes: NoteLibrary;
  readonly drafts: DraftKeeper;
  readonly transcripts: TranscriptStore;
  readonly desktop: Desktop;
  readonly files: Files;
  readonly environment: Environment;
  readonly settings: SettingsModel;
}

const noFolder = failure(
  'notes/noFolder',
  'The folder of notes could not be shown',
  'Look under Settings where it is, and open it in your file manager.',
);

/** Answers the requests about notes. */
export function notesHandlers(answer: Ipc['handle'], parts: NoteAnsweringParts): void {
  const { notes, drafts, transcripts, desktop, files, environment } = parts;
  const folder = createNotesFolder(parts);
  answer('notes:chooseFolder', () => folder.choose());
  answer('notes:copyLeft', () => folder.copyLeft());
  answer('notes:list', () => [...notes.list()]);
  answer('notes:openFor', (key) => notes.openFor(key));
  answer('notes:openWith', (key, template) => notes.openWith(key, template));
  answer('notes:templates', async () => [...(await notes.templates())]);
  answer('notes:actions', () => [...notes.actions()]);
  answer('notes:tick', (item, isDone) => notes.tick(item, isDone));
  answer('notes:read', (path) => notes.read(path));
  answer('notes:save', (note) => drafts.save(note));
  answer('notes:keepDraft', (note) => {
    drafts.keep(note);
    return null;
  });
  answer('transcripts:list', async () => {
    // Another program may have put one there.
    await transcripts.rescan();
    return [...transcripts.list()];
  });
  answer('transcripts:import', async (key) => {
    const file = await desktop.chooseCaptions();
    return file === null ? success(null) : transcripts.importFile(file, key);
  });
  answer('transcripts:read', (path) => transcripts.read(path));
  answer('transcripts:change', (path, change) => transcripts.change(path, change));
  answer('notes:export', (paths, format) =>
    exportNotes({ notes, files, desktop, environment }, paths, format),
  );
  answer('notes:import', async () => {
    const source = await desktop.chooseFolder('Import a folder of Markdown');
    return source === null ? success(null) : notes.importFrom(source);
  });
  answer('notes:showFolder', async (): Promise<Result<null>> => {
    try {
      await desktop.showFolder(notes.folder());
      return success(null);
    } catch {
      return noFolder;
    }
  });
}
