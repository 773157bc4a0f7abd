import type { AgendaDay } from '#core/agenda/agenda.ts';
import { keyOfRow } from '#core/agenda/listedDays.ts';
import type { CalendarDate } from '#base';

/** The days before today, or those from today on. */
export type Direction = 'past' | 'future';

/**
 * The part of a long list that is rendered: rows counted from now outwards, `near` inclusive and `far` exclusive. It
 * moves with the scroll position, a few rows at a time, so that no frame has much to do.
 */
export interface RenderedRows {
  readonly near: number;
  readonly far: number;
  /** Id of a row that is rendered elsewhere too, because it has the focus; null for none. */
  readonly kept: string | null;
}

/** The rendered part of a day. Its rows are counted from the first row of the list. */
export interface RenderedDay {
  readonly day: AgendaDay;
  /** Number of rows before the day, in the whole list. */
  readonly before: number;
  /** The meetings of the day that are rendered, `from` inclusive and `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The meeting outside of these that is rendered, out of sight; null for none. */
  readonly kept: number | null;
}

/** Rows rendered at first: more than a tall window shows. */
export const FIRST_ROWS = 36;
/** Rows rendered at a time: as many as a frame has time for. */
const STEP = 1;
/** So many rows are removed at a time, while the list stands still. */
const TRIMMED = 8;
/** Fewer rows than this are not worth it. */
const FEW_ROWS = 64;
/** With more rows than this, as after a long way, a new list of meetings would stop the window: see useRenderedRows. */
export const MOST_ROWS = 600;
/** Rows above one that is looked for, so that the user can scroll up at once. */
const ROWS_ABOVE = 24;

/** Where the viewport is in the list, in px: how much is rendered beyond its edges. */
export interface Surroundings {
  readonly nearPx: number;
  readonly farPx: number;
  /** Height of the viewport. */
  readonly viewPx: number;
}

/** How much is rendered beyond the edges of the viewport, px. */
const aheadOf = (viewPx: number): number => Math.max(1.5 * viewPx, 600);

/**
 * The rows to render next; the same object if they are right.
 * @param total rows that are loaded
 */
export function nextRows(
  rows: RenderedRows,
  { nearPx, farPx, viewPx }: Surroundings,
  total: number,
): RenderedRows {
  const ahead = aheadOf(viewPx);
  const isFarShort = farPx < ahead && rows.far < total;
  const isNearShort = nearPx < ahead && rows.near > 0;
  // The nearer edge first: a frame has time for one.
  if (isFarShort && (!isNearShort || farPx <= nearPx))
    return { ...rows, far: Math.min(total, rows.far + STEP) };
  return isNearShort ? { ...rows, near: Math.max(0, rows.near - STEP) } : rows;
}

/**
 * The rows without some that are far behind; the same object if there are few.
 * @param kept id of the row that must stay rendered; null for none
 */
export function trimmedRows(
  rows: RenderedRows,
  { nearPx, farPx, viewPx }: Surroundings,
  kept: string | null,
): RenderedRows {
  const { near, far } = rows;
  if (far - near <= FEW_ROWS) return rows;
  // Rows are 40 px high, and those of a narrow list at most 72.
  const spare = aheadOf(viewPx) + TRIMMED * 72;
  if (Math.max(nearPx, farPx) < spare) return rows;
  return nearPx > farPx ? { near: near + TRIMMED, far, kept } : { near, far: far - TRIMMED, kept };
}

/**
 * The rows to render so that one of them is there, and what is around it; the same object if they are right.
 * @param index of the row, counted from now outwards
 */
export function rowsAround(rows: RenderedRows, index: number, kept: string | null): RenderedRows {
  if (rows.near <= index && index < rows.far) return rows;
  return { near: Math.max(0, index - ROWS_ABOVE), far: index + FIRST_ROWS, kept };
}

/** A row in the whole list: its day, and its place there. */
interface Found {
  readonly date: CalendarDate;
  readonly place: number;
}

/** A row by its id, which names a date if the meeting lasts several days. */
function findRow(days: readonly AgendaDay[], id: string): Found | null {
  const key = keyOfRow(id);
  for (const { date, occurrences } of days) {
    if (id !== key && !id.endsWith(`#${date}`)) continue;
    const place = occurrences.findIndex((one) => one.key === key);
    if (place >= 0) return { date, place };
  }
  return null;
}

export const rowsIn = (days: readonly AgendaDay[]): number =>
  days.reduce((sum, { occurrences }) => sum + occurrences.length, 0);

/** Index of a row, counted from now outwards; -1 if it is not in the list. */
export function indexOfRow(days: readonly AgendaDay[], id: string, direction: Direction): number {
  const found = findRow(days, id);
  if (found === null) return -1;
  const before =
    rowsIn(
      days.slice(
        0,
        days.findIndex(({ date }) => date === found.date),
      ),
    ) + found.place;
  return direction === 'future' ? before : rowsIn(days) - before - 1;
}

/**
 * The days of these rows; the days at both ends may be cut.
 * @param days earliest first
 * @param direction `past`: rows are counted from the last one backwards
 */
export function daysOfRows(
  days: readonly AgendaDay[],
  { near, far, kept }: RenderedRows,
  direction: Direction,
): RenderedDay[] {
  const total = rowsIn(days);
  const [first, last] = direction === 'future' ? [near, far] : [total - far, total - near];
  const keptRow = kept === null ? null : findRow(days, kept);
  let before = 0;
  return days.flatMap((day) => {
    const count = day.occurrences.length;
    const from = Math.min(count, Math.max(0, first - before));
    const to = Math.max(from, Math.min(count, last - before));
    const place = keptRow?.date === day.date ? keptRow.place : null;
    const rendered: RenderedDay = {
      day,
      before,
      from,
      to,
      kept: place !== null && (place < from || place >= to) ? place : null,
    };
    before += count;
    // An empty day, which is today, has no row of its own.
    const isShown = count === 0 ? rendered.before >= first && rendered.before <= last : to > from;
    return isShown || rendered.kept !== null ? [rendered] : [];
  });
}

/** All rows of these days. */
export const wholeDays = (days: readonly AgendaDay[]): RenderedDay[] =>
  daysOfRows(days, { near: 0, far: Infinity, kept: null }, 'future');
