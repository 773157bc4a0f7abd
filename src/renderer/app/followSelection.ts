import { startOf } from '#core/agenda/agenda.ts';
import { pageAround, pageIdOf, type PageId } from '#core/agenda/occurrencesIn.ts';
import type { Api } from '../kit/api.ts';
import { occurrenceOf } from '../store/agendaSlice.ts';
import type { AppStore } from '../store/store.ts';

/**
 * When a meeting is selected that is in no loaded month, for example from a note of last year, finds its month and
 * loads that, so that its details open.
 * @returns its end
 */
export function followSelection(store: AppStore, api: Api): () => void {
  /** The page of the selected meeting. */
  let shown: PageId | null = null;

  async function look(): Promise<void> {
    if (shown !== null) store.getState().pagesLeft([shown]);
    shown = null;
    const { agenda, selectedKey: key } = store.getState();
    if (key === null || agenda === null || occurrenceOf(key)(store.getState()) !== null) return;
    const answer = await api.invoke('agenda:find', key);
    const isStillMeant = store.getState().selectedKey === key && shown === null;
    if (!answer.ok || answer.value === null || !isStillMeant) return;
    shown = pageIdOf(pageAround(startOf(answer.value, agenda.zone), agenda.zone));
    store.getState().pagesWanted([shown]);
  }

  return store.subscribe((state, before) => {
    const isReady = state.agenda !== null && before.agenda === null;
    if (state.selectedKey !== before.selectedKey || isReady) void look();
  });
}
