import type { Desktop } from '../ports/desktop.ts';
import type { DraftKeeper } from './draftKeeper.ts';

/** Saves what is not in the notes folder yet; asks whether to quit if the folder does not take it. */
export async function mayQuit(
  drafts: Pick<DraftKeeper, 'flush' | 'unsaved'>,
  desktop: Pick<Desktop, 'confirmQuit'>,
): Promise<boolean> {
  await drafts.flush();
  const unsaved = drafts.unsaved();
  return unsaved === null || desktop.confirmQuit(unsaved.count, unsaved.isStored);
}
