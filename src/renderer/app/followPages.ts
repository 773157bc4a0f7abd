import { MOST_WATCHED } from '#core/agenda/agendaSnapshot.ts';
import { applyUpdate } from '#core/agenda/agendaUpdate.ts';
import { pageAround, pageIdOf, pageOfId, type PageId } from '#core/agenda/occurrencesIn.ts';
import type { Api } from '../kit/api.ts';
import type { AppStore } from '../store/store.ts';

/** Above this number of meetings, pages that nobody shows are dropped. */
const MOST_MEETINGS = 12_000;

/**
 * Loads the pages of the agenda that components show, then the months beside them, and applies the changes that main
 * sends. Pages shown last stay until there are too many.
 * @returns its end
 */
export function followPages(store: AppStore, api: Api): () => void {
  const { pageReceived, pagesDropped, problemReported } = store.getState();
  /** Ids of pages, the one wanted last at the end. */
  const used = new Set<PageId>();
  /** Pages whose update did not follow what is known. */
  const stale = new Set<PageId>();
  let isLoading = false;
  let hasEnded = false;

  /** The pages on the screen, then those beside them if there is room for all. */
  function needed(): readonly PageId[] {
    const { agenda, wantedPages } = store.getState();
    if (agenda === null) return [];
    const wanted = [...wantedPages.keys()].slice(0, MOST_WATCHED);
    const beside = wanted.flatMap((id) =>
      [-1, 1].map((by) => pageIdOf(pageAround(pageOfId(id).from, agenda.zone, by))),
    );
    const all = new Set([...wanted, ...beside.filter((id) => pageOfId(id).from >= 0)]);
    return all.size <= MOST_WATCHED ? [...all] : wanted;
  }

  function missing(): PageId | null {
    if (hasEnded) return null;
    const { pages } = store.getState();
    return needed().find((id) => !pages.has(id) || stale.has(id)) ?? null;
  }

  /** Drops the pages shown longest ago, so that one more fits. */
  function makeRoom(): void {
    const { pages } = store.getState();
    const kept = new Set(needed());
    let meetings = [...pages.values()].reduce((sum, page) => sum + (page?.occurrences.length ?? 0), 0);
    let count = pages.size;
    const dropped: PageId[] = [];
    for (const id of [...pages.keys()].toSorted((one, other) => place(one) - place(other))) {
      if (count < MOST_WATCHED && meetings < MOST_MEETINGS) break;
      if (kept.has(id)) continue;
      dropped.push(id);
      count -= 1;
      meetings -= pages.get(id)?.occurrences.length ?? 0;
    }
    if (dropped.length > 0) pagesDropped(dropped);
  }
  const place = (id: PageId): number => [...used].indexOf(id);

  async function load(id: PageId): Promise<void> {
    makeRoom();
    stale.delete(id);
    const kept = [...store.getState().pages.keys()].filter((other) => other !== id);
    const outcome = await api.invoke(
      'agenda:watch',
      pageOfId(id),
      kept.slice(1 - MOST_WATCHED).map(pageOfId),
    );
    if (hasEnded) return;
    if (!outcome.ok) problemReported(outcome.problem);
    pageReceived(id, outcome.ok ? outcome.value : null);
  }

  async function loadMissing(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    for (let id = missing(); id !== null; id = missing()) await load(id);
    isLoading = false;
  }

  const stopListening = api.on('agenda:rangeChanged', ({ range, update }) => {
    const id = pageIdOf(range);
    const known = store.getState().pages.get(id);
    if (known === undefined) return;
    const next = applyUpdate(known, update);
    if (next !== null) return pageReceived(id, next);
    stale.add(id);
    void loadMissing();
  });
  const stopWatching = store.subscribe((state, before) => {
    if (state.wantedPages !== before.wantedPages)
      for (const id of state.wantedPages.keys()) {
        used.delete(id);
        used.add(id);
        // One that failed is tried again when it is shown again.
        if (state.pages.get(id) === null && !before.wantedPages.has(id)) stale.add(id);
      }
    if (state.wantedPages !== before.wantedPages || state.agenda?.zone !== before.agenda?.zone)
      void loadMissing();
  });
  void loadMissing();
  return () => {
    hasEnded = true;
    stopListening();
    stopWatching();
  };
}
