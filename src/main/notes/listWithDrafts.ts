import type { Note, NoteSummary } from '#core/notes/note.ts';
import { excerptOf } from '#core/notes/noteFile.ts';
import { changedList, type NoteListChange } from '#core/notes/noteListChange.ts';
import { createSignal, type Signal } from '#base';
import type { Clock } from '../ports/clock.ts';
import type { DraftKeeper } from './draftKeeper.ts';
import type { NoteLibrary } from './noteLibrary.ts';

/** The notes as the window lists them. */
export interface NoteList extends Disposable {
  /** Latest meeting first. */
  all(): readonly NoteSummary[];
  readonly changed: Signal<NoteListChange>;
}

/** The notes in the folder, and those that are kept because it does not take them: they must not vanish meanwhile. */
export function listWithDrafts({
  library,
  drafts,
  clock,
}: {
  readonly library: Pick<NoteLibrary, 'list' | 'changed'>;
  readonly drafts: Pick<DraftKeeper, 'unwritten' | 'changed'>;
  readonly clock: Pick<Clock, 'now'>;
}): NoteList {
  const changed = createSignal<NoteListChange>();
  let kept: readonly NoteSummary[] = [];

  function update(): void {
    const before = kept;
    kept = drafts.unwritten().map((note) => summaryOf(note, clock.now()));
    if (before.length === 0 && kept.length === 0) return;
    const paths = new Set([...kept, ...library.list()].map(({ path }) => path));
    const removed = before.flatMap(({ path }) => (paths.has(path) ? [] : [path]));
    changed.emit({ changed: kept, removed });
  }

  const ends = new DisposableStack();
  ends.use(library.changed.on((change) => changed.emit(change)));
  ends.use(drafts.changed.on(update));
  update();
  return {
    all: () => changedList(library.list(), { changed: kept, removed: [] }),
    changed,
    [Symbol.dispose]: () => ends.dispose(),
  };
}

const summaryOf = ({ path, title, occurrenceKey, start, series, body }: Note, now: number): NoteSummary => ({
  path,
  title,
  occurrenceKey,
  start,
  series,
  isPinned: false,
  tags: [],
  modified: now,
  excerpt: excerptOf(body),
});
