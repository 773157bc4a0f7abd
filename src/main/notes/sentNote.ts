import type { TypedText } from '#core/ipc/noteRequests.ts';
import type { Note, SavedNote } from '#core/notes/note.ts';
import { changedText } from '#core/notes/textChange.ts';

/**
 * The last note that the window sent. What is typed comes as changes of its text: sending a long text at each key would
 * take longer than the key.
 */
export interface SentNote {
  received(id: string, note: Note): Note;
  /** The note after what was typed; null if it was typed into another text. */
  after(typed: TypedText): Note | null;
  /** The note with that text; null if the window has sent another one. */
  noteOf(id: string): Note | null;
  /** Later changes are those of the saved version, as in the window. */
  saved(note: Note, as: SavedNote): void;
}

export function createSentNote(): SentNote {
  let last: { readonly id: string; readonly note: Note } | null = null;
  const received = (id: string, note: Note): Note => {
    last = { id, note };
    return note;
  };
  return {
    received,
    after: ({ base, id, changes, length }) => {
      if (last?.id !== base) return null;
      const body = changedText(last.note.body, changes);
      return body.length === length ? received(id, { ...last.note, body }) : null;
    },
    noteOf: (id) => (last?.id === id ? last.note : null),
    saved: (note, { path, version }) => {
      if (last?.note.path === note.path && last.note.version === note.version)
        last = { ...last, note: { ...last.note, path, version } };
    },
  };
}
