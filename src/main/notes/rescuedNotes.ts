import type { Note } from '#core/notes/note.ts';
import { notesProblem } from '#core/notes/problems.ts';
import type { Problems } from '../app/problems.ts';
import type { DraftKeeper } from './draftKeeper.ts';

/** Reports which notes of earlier runs are in their folder now, once all of them are. */
export function reportRescued(
  drafts: Pick<DraftKeeper, 'savedLate'>,
  earlier: readonly Note[],
  problems: Problems,
): Disposable {
  const waiting = new Set(earlier.map(({ path }) => path));
  const saved: string[] = [];
  return drafts.savedLate.on((late) => {
    if (!waiting.delete(late.path)) return;
    saved.push(late.saved.path);
    if (waiting.size === 0) problems.report(notesProblem('notes/rescued', saved));
  });
}
