import type { KeyboardEvent } from 'react';

/** The switch of a row; its button if it has none. */
const switchOf = (row: HTMLElement | undefined): HTMLElement | null =>
  row?.querySelector<HTMLElement>('.switch input') ?? row?.querySelector<HTMLElement>('.group-open') ?? null;

/** Moves the focus among the rows: arrows from a row, and from the search into the results. */
export function moveAmongRows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('.group-row')];
  const isSearch = target.matches('input[type="search"]');
  // The switch of the best result: Enter, Space follows it.
  if (isSearch && event.key === 'Enter') {
    event.preventDefault();
    switchOf(rows[0])?.focus();
    return;
  }
  const at = rows.findIndex((row) => row.contains(target));
  if (step === undefined || (at === -1 && !(isSearch && step === 1))) return;
  const next = rows[at === -1 ? 0 : at + step];
  const isOnSwitch = target.matches('.switch input');
  const stop = isOnSwitch ? switchOf(next) : next?.querySelector<HTMLElement>('.group-open');
  event.preventDefault();
  if (stop) stop.focus();
  else if (step === -1) document.querySelector<HTMLElement>('.search-box-input')?.focus();
}
