import type { Settings } from '#core/settings/settings.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import { leadsOf } from '../feeds/communities.ts';
import type { FeedSync } from '../feeds/feedSync.ts';
import type { Ports } from '../ports/ports.ts';
import { openNoteSearch, searchIndexPath, type NoteSearch } from '../search/noteSearch.ts';
import { isTranscriptPath, TRANSCRIPT_FOLDER } from '../transcripts/transcriptPath.ts';
import { openTranscriptStore, type TranscriptStore } from '../transcripts/transcriptStore.ts';
import { createTrashCan } from './trashCan.ts';
import { createDraftKeeper, type DraftKeeper } from './draftKeeper.ts';
import { reportFolderTrouble } from './folderTrouble.ts';
import { reportRescued } from './rescuedNotes.ts';
import { inTime } from './inTime.ts';
import { notesFolder } from '../settings/notesFolder.ts';
import { openNoteLibrary, type NoteLibrary } from './noteLibrary.ts';
import { openUnsavedNotes } from './unsavedNotes.ts';

/** Notes, the transcripts beside them, and the search in both. */
export interface Notes {
  readonly library: NoteLibrary;
  readonly drafts: DraftKeeper;
  readonly transcripts: TranscriptStore;
  readonly search: NoteSearch;
}

/** Creates the default folder. A chosen one that is missing may be on a disk that is not connected. */
async function createOwnFolder({ files, environment }: Ports, settings: Settings): Promise<void> {
  if (settings.notesFolder === null)
    await files.makeFolder(notesFolder(settings, environment)).catch(() => undefined);
}

const mayBeTranscripts = (names: readonly string[] | null): boolean =>
  names?.some((name) => name === TRANSCRIPT_FOLDER || isTranscriptPath(name)) ?? true;

/** Some hundred notes are read in that time; the window does not wait longer for thousands. */
const PATIENCE_MS = 300;

/** Opens the notes folder, saves the unsaved notes of the last run, and indexes in the background. */
export async function composeNotes(
  { ports, owned, problems, settings, zone, format }: Shared,
  agenda: AgendaModel,
  sync: FeedSync,
): Promise<Notes> {
  const { environment, power, desktop, clock } = ports;
  const files = ports.files.within(() => notesFolder(settings.current(), environment));
  const trashCan = createTrashCan(files, desktop);
  await createOwnFolder(ports, settings.current());
  owned.use(ports.noteReader);
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
      isComplete: () => library.isListed(),
      read: ({ kind, path }) => (kind === 'note' ? library.text(path) : transcripts.text(path)),
      zone,
    }),
  );
  owned.use(library.changed.on(() => void search.refresh()));
  owned.use(transcripts.changed.on(() => void search.refresh()));
  owned.use(settings.changed.on(() => void transcripts.rescan()));
  owned.use(library.awayChanged.on(() => void transcripts.rescan()));
  owned.use(library.seen.on((names) => void (mayBeTranscripts(names) ? transcripts.rescan() : null)));
  const moveTo = async (next: Settings): Promise<void> => {
    await createOwnFolder(ports, next);
    await library.moveTo(notesFolder(next, environment));
    await drafts.flush();
  };
  owned.use(settings.changed.on((next) => void moveTo(next)));

  await inTime(clock, PATIENCE_MS, library.firstRead);
  const file = await openUnsavedNotes(ports, problems);
  const drafts = owned.use(createDraftKeeper({ library, clock, file }));
  owned.use(reportRescued(drafts, file.earlier, problems));
  owned.use(reportFolderTrouble({ library, drafts, problems, clock, format }));
  // Its disk is back, or another folder was chosen.
  owned.use(library.awayChanged.on(() => void (library.isAway() ? null : drafts.flush())));
  owned.use(power.onSuspend(() => void drafts.flush()));
  owned.use(desktop.onHidden(() => void drafts.flush()));
  return { library, drafts, transcripts, search };
}
