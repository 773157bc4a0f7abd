import { DAY_LIST_ID } from './DayList.tsx';

/** Puts the focus on the first row of the agenda; returns false if the agenda is empty. */
export function focusFirstRow(): boolean {
  const row = document.querySelector<HTMLElement>(`#${DAY_LIST_ID} [role="row"][data-key]`);
  row?.focus();
  return row !== null;
}

/** Puts the focus on the row of a meeting; on the first row if it has none. */
export function focusMeeting(key: string): void {
  const row = document.querySelector<HTMLElement>(
    `#${DAY_LIST_ID} [role="row"][data-key="${CSS.escape(key)}"]`,
  );
  if (row === null) focusFirstRow();
  else row.focus();
}
