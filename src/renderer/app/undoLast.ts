import type { AppStore } from '../store/store.ts';

/** Undoes the last action of this window that can still be undone, and shows which. */
export async function undoLast(store: AppStore): Promise<void> {
  const { undoEntries, undoEntriesDropped, undoToastClosed, undoToastShown, problemReported } =
    store.getState();
  const at = undoEntries.findLastIndex(({ isStill }) => isStill?.() ?? true);
  const entry = undoEntries[at];
  undoEntriesDropped(at === -1 ? undoEntries.length : undoEntries.length - at);
  // Taking back may last: a second press on the same toast would take back an older action.
  undoToastClosed();
  if (entry === undefined) return;
  const done = await entry.takeBack();
  if (done.ok) undoToastShown(entry.undone);
  else problemReported(done.problem);
}
