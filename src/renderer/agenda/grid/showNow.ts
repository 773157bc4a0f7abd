/** The grid's id, which the shortcuts use. */
export const GRID_ID = 'agenda-grid';

/** What can have the focus by the arrow keys; the value is its id. */
export const ITEM = 'data-item';

/** Share of the height at which the present time is shown: what comes matters more than what was. */
const NOW_AT = 0.4;
/** A grid of this height shows the usual day from its morning on. Hours. */
const USUAL_DAY = { from: 7, hours: 13.5 };

/**
 * Scrolls the grid to the morning, or to the present time if the usual day does not fit or is over.
 * @see USUAL_DAY
 */
export function scrollToNow(): void {
  const grid = document.getElementById(GRID_ID);
  const body = grid?.querySelector('.grid-body');
  if (!grid || !body) return;
  const bodyBox = body.getBoundingClientRect();
  const hour = bodyBox.height / 24;
  const height = grid.clientHeight - (grid.firstElementChild?.clientHeight ?? 0);
  const mark = grid.querySelector('.grid-now-time')?.getBoundingClientRect();
  const now = mark === undefined ? null : mark.top + mark.height / 2 - bodyBox.top;
  const morning = USUAL_DAY.from * hour;
  const isInSight = now === null || (now >= morning && now < morning + height - hour);
  const fits = height >= USUAL_DAY.hours * hour;
  grid.scrollTop = now === null || (fits && isInSight) ? morning : now - height * NOW_AT;
}

const itemBy = (selector: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`#${GRID_ID} ${selector}`);

/** The item of the grid with that id. */
export const gridItem = (id: string): HTMLElement | null => itemBy(`[${ITEM}="${CSS.escape(id)}"]`);

/** Focuses the meeting that is on or comes next, else the one that had the focus last; false without a grid. */
export function focusGrid(): boolean {
  const grid = document.getElementById(GRID_ID);
  (itemBy('[data-next]') ?? itemBy(`[${ITEM}][tabindex="0"]`) ?? grid)?.focus();
  return grid !== null;
}
