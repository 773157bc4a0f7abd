import type { AgendaDay } from '#core/agenda/agenda.ts';

/** The days before today, or those from today on. */
export type Direction = 'past' | 'future';

/**
 * The part of a long list that is rendered: rows counted from now outwards, `near` inclusive and `far` exclusive. It
 * moves with the scroll position, a few rows at a time, so that no frame has much to do.
 */
export interface RenderedRows {
  readonly near: number;
  readonly far: number;
}

/** Rows rendered at first: more than a tall window shows. */
export const FIRST_ROWS = 48;
/** Rows rendered or removed at a time. */
const STEP = 8;
/** More rows than this make each step slow. */
const MOST_ROWS = 96;

/** Where the viewport is in the list, in px: how much is rendered beyond its edges. */
export interface Surroundings {
  readonly nearPx: number;
  readonly farPx: number;
  /** Height of the viewport. */
  readonly viewPx: number;
}

/**
 * The rows to render next; the same object if they are right.
 * @param total rows that are loaded
 * @param canTrim whether the rows at the near end may be removed: the focus is not there
 */
export function nextRows(
  rows: RenderedRows,
  { nearPx, farPx, viewPx }: Surroundings,
  total: number,
  canTrim: boolean,
): RenderedRows {
  const ahead = Math.max(viewPx, 800);
  const isFarShort = farPx < ahead && rows.far < total;
  const isNearShort = nearPx < ahead && rows.near > 0;
  const far = isFarShort ? Math.min(total, rows.far + STEP) : rows.far;
  const near = isNearShort ? Math.max(0, rows.near - STEP) : rows.near;
  const excess = far - near - MOST_ROWS;
  if (excess > 0 && isFarShort && !isNearShort && canTrim && nearPx > ahead + 400)
    return { near: near + STEP, far };
  if (excess > 0 && isNearShort && !isFarShort && farPx > ahead + 400) return { near, far: far - STEP };
  return near === rows.near && far === rows.far ? rows : { near, far };
}

/**
 * The days of these rows; the days at both ends may be cut.
 * @param days earliest first
 * @param direction `past`: rows are counted from the last one backwards
 */
export function daysOfRows(
  days: readonly AgendaDay[],
  { near, far }: RenderedRows,
  direction: Direction,
): AgendaDay[] {
  const total = rowsIn(days);
  const [from, to] = direction === 'future' ? [near, far] : [total - far, total - near];
  let index = 0;
  return days.flatMap((day) => {
    const count = day.occurrences.length;
    const start = index;
    index += count;
    // An empty day, which is today, has no row of its own.
    if (count === 0) return start >= from && start <= to ? [day] : [];
    const occurrences = day.occurrences.slice(Math.max(0, from - start), Math.max(0, to - start));
    // A whole day stays the same object, so that it need not render again.
    if (occurrences.length === count) return [day];
    return occurrences.length === 0 ? [] : [{ ...day, occurrences }];
  });
}

export const rowsIn = (days: readonly AgendaDay[]): number =>
  days.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
