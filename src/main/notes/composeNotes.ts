import { join } from 'node:path';
import type { Settings } from '#core/settings/settings.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import { leadsOf } from '../feeds/communities.ts';
import type { FeedSync } from '../feeds/feedSync.ts';
import type { Environment } from '../ports/environment.ts';
import { openNoteSearch, searchIndexPath, type NoteSearch } from '../search/noteSearch.ts';
import { openTranscriptStore, type TranscriptStore } from '../transcripts/transcriptStore.ts';
import { createTrashCan } from './trashCan.ts';
import { createDraftKeeper, type DraftKeeper } from './draftKeeper.ts';
import { openNoteLibrary, type NoteLibrary } from './noteLibrary.ts';
import { openUnsavedNotes } from './unsavedNotes.ts';

/** Notes, the transcripts beside them, and the search in both. */
export interface Notes {
  readonly library: NoteLibrary;
  readonly drafts: DraftKeeper;
  readonly transcripts: TranscriptStore;
  readonly search: NoteSearch;
}

/** The notes folder: the one that the user chose, or one in their documents. */
const notesFolder = (settings: Settings, { documents }: Environment): string =>
  settings.notesFolder ?? join(documents, 'Office Hours');

/** Opens the notes folder, saves the unsaved notes of the last run, and indexes in the background. */
export async function composeNotes(
  { ports, owned, problems, writer, settings, zone, format }: Shared,
  agenda: AgendaModel,
  sync: FeedSync,
): Promise<Notes> {
  const { files, environment, power, desktop } = ports;
  const trashCan = createTrashCan(files, desktop);
  const library = owned.use(
    await openNoteLibrary(notesFolder(settings.current(), environment), {
      ...ports,
      trashCan,
      find: (key) => agenda.locate(key),
      leads: ({ community }) => leadsOf(community, sync),
      format,
    }),
  );
  const transcripts = await openTranscriptStore({
    files,
    trashCan,
    folder: () => library.folder(),
    find: (key) => agenda.locate(key),
  });
  const search = owned.use(
    openNoteSearch({
      files,
      openIndex: ports.openTextIndex,
      log: ports.log,
      path: searchIndexPath(environment.userData),
      list: () => [...library.findables(), ...transcripts.findables()],
      read: ({ kind, path }) => (kind === 'note' ? library.text(path) : transcripts.text(path)),
      zone,
    }),
  );
  owned.use(library.changed.on(() => void search.refresh()));
  owned.use(transcripts.changed.on(() => void search.refresh()));
  owned.use(settings.changed.on(() => void transcripts.rescan()));
  owned.use(settings.changed.on((next) => void library.moveTo(notesFolder(next, environment))));

  const unsaved = await openUnsavedNotes(ports, { library, writer, problems });
  const drafts = owned.use(createDraftKeeper(library, unsaved));
  owned.use(power.onSuspend(() => void drafts.flush()));
  owned.use(desktop.onHidden(() => void drafts.flush()));
  return { library, drafts, transcripts, search };
}
