import { expect, test } from 'vitest';
import { createDraftKeeper } from '#main/notes/draftKeeper.ts';
import type { UnsavedNotes } from '#main/notes/unsavedNotes.ts';
import type { Note, SavedNote } from '#core/notes/note.ts';
import { success, type Result } from '#base';

const aNote = (wish: Partial<Note>): Note => ({
  path: 'meeting.md',
  title: 'Meeting',
  occurrenceKey: 'feed|meeting|2026-11-20',
  series: 'feed|meeting',
  start: null,
  zone: null,
  agenda: null,
  minutes: null,
  recordings: null,
  template: null,
  body: '',
  version: null,
  ...wish,
});

/** A library that writes down what it saves; the version of a text is the text. */
function aLibrary() {
  const saved: Note[] = [];
  const save = (note: Note): Promise<Result<SavedNote>> => {
    saved.push(note);
    return Promise.resolve(
      success({ path: note.path, version: `v:${note.body}`, outcome: 'saved' as const }),
    );
  };
  return { saved, save };
}

const unsaved: UnsavedNotes = { keep: () => Promise.resolve() };

test('an unsaved draft is written on disposal', async () => {
  const library = aLibrary();
  await using drafts = createDraftKeeper(library, unsaved);
  drafts.keep(aNote({ body: 'on' }));
  drafts.keep(aNote({ body: 'one' }));
  await drafts.flush();
  expect(library.saved.map(({ body }) => body)).toEqual(['one']);
});

test('a saved draft is not written a second time', async () => {
  const library = aLibrary();
  const drafts = createDraftKeeper(library, unsaved);
  drafts.keep(aNote({ body: 'one' }));
  await drafts.save(aNote({ body: 'one' }));
  await drafts[Symbol.asyncDispose]();
  await drafts.flush();
  expect(library.saved).toHaveLength(1);
});

test('a change sent before its window knew of the save is based on the saved version, so it is no conflict', async () => {
  const library = aLibrary();
  const drafts = createDraftKeeper(library, unsaved);
  await drafts.save(aNote({ body: 'one', version: 'old' }));
  drafts.keep(aNote({ body: 'one two', version: 'old' }));
  await drafts.flush();
  expect(library.saved.at(-1)).toMatchObject({ body: 'one two', version: 'v:one' });
});

test('a draft of another version keeps it, so a change from outside is still noticed', async () => {
  const library = aLibrary();
  const drafts = createDraftKeeper(library, unsaved);
  await drafts.save(aNote({ body: 'one', version: 'old' }));
  drafts.keep(aNote({ body: 'two', version: 'from outside' }));
  await drafts.flush();
  expect(library.saved.at(-1)?.version).toBe('from outside');
});
