import { seriesKeyOf } from '#core/keys.ts';
import { keptOf } from '#core/notes/keptOfMeeting.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { ownersIn } from '#core/notes/peopleNamed.ts';
import { countOwnOpen } from '#core/notes/toDo.ts';
import { success, type Result } from '#base';
import type { Note } from '#core/notes/note.ts';
import type { Shared } from '../app/composeShared.ts';
import { createFolderChange } from './changeNotesFolder.ts';
import type { Notes } from './composeNotes.ts';
import { createNoteImages } from './noteImages.ts';
import { createWebImages } from './webImages.ts';
import { createSentNote } from './sentNote.ts';
import { listWithDrafts } from './listWithDrafts.ts';

/** Handles requests about notes, their folder and the search, and sends the list of notes when it changed. */
export function registerNoteHandlers(
  { ports, owned, handle, settings }: Shared,
  { library, drafts, transcripts, search }: Notes,
): void {
  const { desktop, files, environment, ipc, clock, http } = ports;
  const list = owned.use(listWithDrafts({ library, drafts, clock }));
  handle('notes:list', () => [...list.all()]);
  owned.use(list.changed.on((change) => ipc.send('notes:changed', change)));
  owned.use(drafts.savedLate.on((late) => ipc.send('notes:savedLate', late)));
  /** What is not in the folder yet goes before what is. */
  const withDraft = (draft: Note | null, read: () => Promise<Result<Note>>): Promise<Result<Note>> =>
    draft === null ? read() : Promise.resolve(success(draft));
  handle('notes:openFor', (key) => withDraft(drafts.draftOf(key), () => library.openFor(key)));
  handle('notes:openWith', (key, template) => library.openWith(key, template));
  handle('notes:templates', async () => [...(await library.templates())]);
  handle('notes:ofMeeting', async (keys) => {
    // Another program may have added or removed files.
    await transcripts.rescan();
    return keptOf(keys, {
      notes: library.list(),
      decisions: library.decisions(new Set(keys.map(seriesKeyOf))),
      actions: await library.actions(),
      transcripts: transcripts.list(),
    });
  });
  handle('notes:actions', async () => [...(await library.actions())]);
  handle('notes:ownersIn', async (series) => ownersIn(await library.actions(), series));
  handle('notes:countOpen', async () =>
    countOwnOpen(await library.actions(), settings.current().nameInNotes),
  );
  handle('notes:tick', (item, isDone) => library.tick(item, isDone));
  handle('notes:read', (path) => withDraft(drafts.draftAt(path), () => library.read(path)));
  handle('notes:tryAgain', async () => {
    await library.rescan();
    await drafts.flush();
    return null;
  });
  const images = createNoteImages(
    files.within(() => library.folder()),
    () => library.folder(),
  );
  handle('notes:addImage', (note, name, bytes) => images.add(note, name, bytes));
  handle('notes:image', (note, source) => images.read(note, source));
  const ending = new AbortController();
  owned.defer(() => ending.abort());
  const webImages = createWebImages(http, ending.signal);
  handle('notes:webImage', (address) => webImages.load(address));
  handle('notes:save', (note) => drafts.save(note));
  const sent = createSentNote();
  handle('notes:keepDraft', (note, id) => {
    drafts.keep(sent.received(id, note));
    return null;
  });
  handle('notes:saveSent', async (id) => {
    const note = sent.noteOf(id);
    if (note === null) return null;
    const outcome = await drafts.save(note);
    if (outcome.ok) sent.saved(note, outcome.value);
    return outcome;
  });
  handle('notes:keepTyped', (typed) => {
    const note = sent.after(typed);
    if (note !== null) drafts.keep(note);
    return note !== null;
  });
  const { manage } = library;
  owned.use(library.moved.on((move) => ipc.send('notes:moved', { ...move })));
  handle('notes:rename', (path, title, wanted) => manage.rename(path, title, wanted));
  handle('notes:move', (moves) => manage.move(moves));
  handle('notes:trash', (paths) => manage.trash(paths));
  handle('notes:restore', async (number) => {
    const restored = await manage.restore(number);
    // It may have been a transcript.
    await transcripts.rescan();
    return restored;
  });
  handle('notes:pin', (paths, isPinned) => manage.pin(paths, isPinned));
  handle('notes:attach', (path, key) => manage.attach(path, key));
  handle('notes:reattach', (path, meeting) => manage.reattach(path, meeting));
  handle('notes:nameByWords', async (path) => {
    const named = await manage.nameByWords(path, true);
    return named.ok ? success(null) : named;
  });
  handle('notes:linksTo', (path) => manage.linksTo(path));
  handle('notes:export', async (paths, format) => {
    // It brings a writer of HTML along, which no start needs.
    const { exportNotes } = await import('./exportNotes.ts');
    return exportNotes({ notes: library, files, desktop, environment }, paths, format);
  });
  handle('notes:import', async () => {
    const source = await desktop.chooseFolder('Import a folder of Markdown');
    return source === null ? success(null) : library.importFrom(source);
  });
  const folder = createFolderChange({ notes: library, drafts, transcripts, settings, desktop, files });
  handle('notes:chooseFolder', () => folder.choose());
  handle('notes:copyLeft', () => folder.copyLeft());
  handle('notes:showFolder', async (): Promise<Result<null>> => {
    try {
      await desktop.showFolder(library.folder());
      return success(null);
    } catch {
      return notesFailure('notes/noFolder');
    }
  });
  handle('search:find', (query) => search.find(query));
}
