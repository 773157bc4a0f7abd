/**
 * Writes one note again and again, as the app does while somebody types, until it is killed: some texts are stored while
 * they are typed, some are typed while the one before is saved.
 * Its arguments are the notes folder and the app's own; each number that it prints is a version that was saved.
 */
import { setTimeout } from 'node:timers/promises';
import { createProblems } from '#main/app/problems.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { createClock } from '#main/adapters/system/clock.ts';
import { createNoteReader } from '#main/adapters/threads/noteReader.ts';
import { createTrashCan } from '#main/notes/trashCan.ts';
import { createDraftKeeper } from '#main/notes/draftKeeper.ts';
import { openNoteLibrary } from '#main/notes/noteLibrary.ts';
import { openUnsavedNotes } from '#main/notes/unsavedNotes.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Note } from '#core/notes/note.ts';
import { writtenBody } from './writtenBody.ts';

// Whoever listened has ended.
process.stdout.on('error', () => process.exit());

const [folder = '', userData = ''] = process.argv.slice(2);
const files = createFiles();
/** What is typed is stored soon; a save has all its time. */
const clock: Clock = {
  ...createClock(),
  after: (ms, callback) => createClock().after(ms < 2_000 ? ms / 60 : ms, callback),
};
const library = await openNoteLibrary(folder, {
  files,
  clock,
  noteReader: createNoteReader(files),
  trashCan: createTrashCan(files, { trash: () => Promise.reject(new Error('no trash')) }),
  find: async () => null,
  leads: () => [],
  format: () => ({ locale: 'en', zone: 'UTC', clock: 'locale' }),
  log: () => undefined,
});
const file = await openUnsavedNotes(
  { files, environment: { userData }, log: () => undefined },
  createProblems([]),
);
const drafts = createDraftKeeper({ library, clock, file });
await drafts.flush();
const opened = await library.read('note.md');
const first: Note = opened.ok
  ? opened.value
  : {
      path: 'note.md',
      title: 'Note',
      occurrenceKey: 'feed|uid|2026-11-20',
      series: 'feed|uid',
      start: '2026-11-20',
      zone: null,
      agenda: null,
      minutes: null,
      recordings: null,
      template: null,
      body: '',
      version: null,
    };
const last = Number(/\d+/.exec(first.body)?.[0] ?? 0);
let version = first.version;
const aNote = (count: number): Note => ({ ...first, version, body: writtenBody(count) });
for (let count = last + 1; ; count += 1) {
  drafts.keep(aNote(count));
  if (count % 2 === 0) await setTimeout(30);
  const saving = drafts.save(aNote(count));
  // Its window does not know the next version yet.
  if (count % 3 === 0) drafts.keep(aNote(count + 1));
  const saved = await saving;
  if (!saved.ok || saved.value.outcome !== 'saved') process.exit(1);
  version = saved.value.version;
  process.stdout.write(`${count}\n`);
}
