import type { StateCreator } from 'zustand';
import type { PageId } from '#core/agenda/occurrencesIn.ts';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';

/** Months of the agenda before and after the days that it always has. */
export interface PagesSlice {
  /** Pages that main sent, kept up to date; null for one that could not be loaded. */
  readonly pages: ReadonlyMap<PageId, AgendaSnapshot | null>;
  /** What the last search of the agenda found a year back and ahead, as it was then. */
  readonly further: readonly Occurrence[];
  readonly furtherFound: (further: readonly Occurrence[]) => void;
  /** How many components show a page; without those that none shows. */
  readonly wantedPages: ReadonlyMap<PageId, number>;
  /** A component shows these pages; call `pagesLeft` with the same when it no longer does. */
  readonly pagesWanted: (ids: readonly PageId[]) => void;
  readonly pagesLeft: (ids: readonly PageId[]) => void;
  readonly pageReceived: (id: PageId, page: AgendaSnapshot | null) => void;
  readonly pagesDropped: (ids: readonly PageId[]) => void;
}

function counted(
  wanted: ReadonlyMap<PageId, number>,
  ids: readonly PageId[],
  by: 1 | -1,
): ReadonlyMap<PageId, number> {
  const counts = new Map(wanted);
  for (const id of ids) {
    const count = (counts.get(id) ?? 0) + by;
    if (count > 0) counts.set(id, count);
    else counts.delete(id);
  }
  return counts;
}

export const createPagesSlice: StateCreator<PagesSlice> = (set) => ({
  pages: new Map(),
  further: [],
  furtherFound: (further) => set({ further }),
  wantedPages: new Map(),
  pagesWanted: (ids) => set(({ wantedPages }) => ({ wantedPages: counted(wantedPages, ids, 1) })),
  pagesLeft: (ids) => set(({ wantedPages }) => ({ wantedPages: counted(wantedPages, ids, -1) })),
  pageReceived: (id, page) => set(({ pages }) => ({ pages: new Map(pages).set(id, page) })),
  pagesDropped: (ids) =>
    set(({ pages }) => {
      const dropped = new Set(ids);
      return { pages: new Map([...pages].filter(([id]) => !dropped.has(id))) };
    }),
});
