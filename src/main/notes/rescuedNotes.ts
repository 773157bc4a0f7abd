import { notesProblem } from '#core/notes/problems.ts';
import type { Problems } from '../app/problems.ts';
import type { DraftKeeper } from './draftKeeper.ts';
import type { StoredDraft } from './unsavedNotes.ts';

/** Reports which notes of earlier runs are in their folder now, once all of them are; none of those that were there already. */
export function reportRescued(
  drafts: Pick<DraftKeeper, 'rescued'>,
  earlier: readonly StoredDraft[],
  problems: Problems,
): Disposable {
  let waiting = earlier.length;
  const saved: string[] = [];
  return drafts.rescued.on((rescue) => {
    waiting -= 1;
    if (!rescue.wasThere) saved.push(rescue.saved.path);
    if (waiting === 0 && saved.length > 0) problems.report(notesProblem('notes/rescued', saved));
  });
}
