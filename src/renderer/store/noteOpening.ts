/** Where a note opens. */
export type NotePlace =
  /** Where it was left; a note that was not open before: at its beginning. */
  | { readonly kind: 'left' }
  /** An offset in the text. */
  | { readonly kind: 'offset'; readonly offset: number }
  /** A line, from 1. */
  | { readonly kind: 'line'; readonly line: number }
  /** The first place with one of these words, as the search finds them. */
  | { readonly kind: 'words'; readonly words: string };

/** How the open note was opened. A new object each time. */
export interface NoteOpening {
  /** Opened to write in: its text takes the keyboard. A note that is opened from a list leaves it there. */
  readonly isForWriting: boolean;
  readonly place: NotePlace;
}
