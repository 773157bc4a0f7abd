import { keyOfRow } from '#core/agenda/listedDays.ts';
import { afterRender } from '../kit/afterRender.ts';
import { SCREEN_TITLE_ID } from '../kit/ScreenHead.tsx';
import { DAY_LIST_ID } from './DayList.tsx';
import { focusGrid, GRID_ID } from './grid/showNow.ts';

const ROW = `#${DAY_LIST_ID} [role="row"][data-key]`;

/** The first found row from today on, or else the last past one; null if nothing is found. */
export function firstFoundRow(): HTMLElement | null {
  const list = document.getElementById(DAY_LIST_ID);
  if (list === null) return null;
  const today = list.querySelector('[data-today]')?.closest('[role="rowgroup"]');
  const days = [...list.querySelectorAll('[role="rowgroup"]')];
  const coming = today ? days.slice(days.indexOf(today)) : days;
  const row = coming.map((day) => day.querySelector<HTMLElement>(ROW)).find((one) => one !== null);
  return row ?? [...document.querySelectorAll<HTMLElement>(ROW)].at(-1) ?? null;
}

/**
 * Puts the focus on the first meeting from today on, or on the line of those that have ended; in a day or a week on the
 * meeting that is on or next. Returns false if the agenda is empty.
 */
export function focusFirstRow(): boolean {
  if (focusGrid()) return true;
  const row =
    document.querySelector<HTMLElement>(`${ROW}:not(.earlier-today)`) ??
    document.querySelector<HTMLElement>(ROW);
  row?.focus();
  return row !== null;
}

/** A row of the list, in the days before today too. */
const ANY_ROW = '.days [role="row"][data-key]';

const rowOf = (key: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(`${ANY_ROW}, #${GRID_ID} [data-key]`)].find(
    (one) => keyOfRow(one.dataset['key'] ?? '') === key,
  ) ?? null;

/** Puts the focus on a meeting of the agenda; on the first row if it is not shown. */
export function focusMeeting(key: string): void {
  const row = rowOf(key);
  if (row === null) focusFirstRow();
  else row.focus();
}

/** Frames until a day that main is asked for is certainly shown, or will not be. */
const MOST_FRAMES = 120;

/**
 * Puts the focus on a meeting of the agenda, once its day is shown. If its row does not come, the title of the screen gets
 * it, so that no key acts on another meeting than the one with open details; unless the user has gone elsewhere meanwhile.
 */
export function focusMeetingOnceShown(key: string): void {
  const end = new AbortController();
  for (const act of ['keydown', 'pointerdown'])
    document.addEventListener(act, () => end.abort(), { capture: true, signal: end.signal });
  const look = (frames: number): void => {
    if (end.signal.aborted) return;
    const row = rowOf(key);
    if (row === null && frames < MOST_FRAMES) {
      requestAnimationFrame(() => look(frames + 1));
      return;
    }
    end.abort();
    (row ?? document.getElementById(SCREEN_TITLE_ID))?.focus();
  };
  // Once the screen has rendered; a key that comes before that ends it, too.
  afterRender(() => look(0));
}

/** Key of the meeting in whose row an element is. */
const meetingAt = (element: Element | null): string | null =>
  keyOfRow(
    element?.closest<HTMLElement>(`${ANY_ROW}, #${GRID_ID} [data-key]`)?.getAttribute('data-key') ?? '',
  ) || null;

/** Key of the meeting with the focus in the agenda. */
export const focusedMeeting = (): string | null => meetingAt(document.activeElement);

/**
 * Returns the focus when the details of a meeting have closed: to where it was before, unless that is gone or is another
 * meeting, on which the next key would act; then to the row of their meeting. If that is gone, too, as after an answer, to
 * the list, or else to the title of the screen.
 */
export function focusAfterDetails(key: string, before: Element | null): void {
  const isKnown = before instanceof HTMLElement && before !== document.body;
  const other = meetingAt(before);
  const isMeant = isKnown && before.isConnected && (other === null || other === key);
  const place = isMeant ? before : rowOf(key);
  if (place !== null) return place.focus();
  const list = isKnown && !before.isConnected ? document.getElementById(DAY_LIST_ID) : null;
  (list ?? document.getElementById(SCREEN_TITLE_ID))?.focus({ preventScroll: true });
}
