import { z } from 'zod';
import { noteSummary, type NoteSummary } from './note.ts';

/** What changed in the list of notes: whole summaries, so that applying a change twice does no harm. */
export const noteListChange = z.object({
  /** New or changed. */
  changed: z.array(noteSummary).readonly(),
  /** Paths of notes that are gone. */
  removed: z.array(z.string()).readonly(),
});
export type NoteListChange = z.infer<typeof noteListChange>;

/** The order of every list of notes: latest meeting first, then latest change. */
export function newestFirst(a: NoteSummary, b: NoteSummary): number {
  const [left, right] = [a.start ?? '', b.start ?? ''];
  return left === right ? b.modified - a.modified : left < right ? 1 : -1;
}

/** The list after a change. @param notes in the order of {@link newestFirst}, as is the result */
export function changedList(
  notes: readonly NoteSummary[],
  { changed, removed }: NoteListChange,
): readonly NoteSummary[] {
  const other = new Set([...removed, ...changed.map(({ path }) => path)]);
  const added = changed.toSorted(newestFirst);
  const list: NoteSummary[] = [];
  let next = 0;
  for (const note of notes) {
    if (other.has(note.path)) continue;
    for (let one = added[next]; one !== undefined && newestFirst(one, note) <= 0; one = added[next]) {
      list.push(one);
      next += 1;
    }
    list.push(note);
  }
  return [...list, ...added.slice(next)];
}
