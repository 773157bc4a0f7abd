import { isSameSeries } from '#core/keys.ts';
import type { Result } from '#base';
import type { Api } from '../kit/api.ts';
import { occurrenceOf, occurrencesOf } from '../store/agendaSlice.ts';
import type { AppState, AppStore } from '../store/store.ts';
import type { UndoWhat } from '../store/undoSlice.ts';

/** True if the action can still be undone: it may have been undone elsewhere, or its meeting may be gone. */
function isStill(what: UndoWhat, state: AppState): boolean {
  if (what.kind === 'visit') return state.visits.has(what.key);
  if (what.kind === 'skip') {
    const occurrence = occurrenceOf(what.key)(state);
    return occurrence !== null && (occurrence.skipped === null) === (what.before !== null);
  }
  const asked = occurrencesOf(state).flatMap(({ week }) =>
    week !== null && what.series.some((one) => isSameSeries(one, week)) ? [week] : [],
  );
  return asked.length === 0 || asked.some(({ saidAt }) => saidAt !== null);
}

function takeBack(api: Api, what: UndoWhat): Promise<Result<unknown>> {
  if (what.kind === 'week') return api.invoke('weeks:takeBack', what.series, 'last');
  if (what.kind === 'visit') return api.invoke('join:undo', what.key);
  return api.invoke('skips:choose', what.key, what.before);
}

/** Undoes the last action of this window that can still be undone, and shows which. */
export async function undoLast(store: AppStore, api: Api): Promise<void> {
  const state = store.getState();
  const { undoEntries, undoEntriesDropped, problemReported, undoToastShown } = state;
  const at = undoEntries.findLastIndex(({ what }) => isStill(what, state));
  const entry = undoEntries[at];
  undoEntriesDropped(at === -1 ? undoEntries.length : undoEntries.length - at);
  if (entry === undefined) return state.undoToastClosed();
  const done = await takeBack(api, entry.what);
  if (done.ok) return undoToastShown(entry.undone);
  state.undoToastClosed();
  problemReported(done.problem);
}
