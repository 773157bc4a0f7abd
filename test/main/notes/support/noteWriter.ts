/**
 * Writes one note again and again, as the app does while somebody types, until it is killed.
 * The folder is its argument; each number that it prints is a version that was saved.
 */
import { createFiles } from '#main/adapters/disk/files.ts';
import { createNoteReader } from '#main/adapters/threads/noteReader.ts';
import { createTrashCan } from '#main/notes/trashCan.ts';
import { openNoteLibrary } from '#main/notes/noteLibrary.ts';
import type { Note } from '#core/notes/note.ts';
import { writtenBody } from './writtenBody.ts';

// Whoever listened has ended.
process.stdout.on('error', () => process.exit());

const [folder = ''] = process.argv.slice(2);
const library = await openNoteLibrary(folder, {
  files: createFiles(),
  noteReader: createNoteReader(createFiles()),
  trashCan: createTrashCan(createFiles(), { trash: () => Promise.reject(new Error('no trash')) }),
  find: async () => null,
  leads: () => [],
  format: () => ({ locale: 'en', zone: 'UTC', clock: 'locale' }),
  log: () => undefined,
});
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
for (let count = last + 1; ; count += 1) {
  const saved = await library.save(Object.assign({}, first, { version, body: writtenBody(count) }));
  if (!saved.ok || saved.value.outcome !== 'saved') process.exit(1);
  version = saved.value.version;
  process.stdout.write(`${count}\n`);
}
