import { hasEnded, isMeeting } from '#core/agenda/agenda.ts';
import type { CalendarDate, Instant, ZoneName } from '#base';
import { barId, blockId, headId, moreId } from './ids.ts';
import type { GridItem } from './moves.ts';
import type { GridForm } from './period.ts';
import type { GridDays } from './useGridDays.ts';

/** Heights of what is above the hours; bars are between them. */
const HEAD_AT = -1000;
const BARS_AT = -100;

/** Everything in the grid that the arrow keys reach, in reading order. */
export function gridItems({ days, bars, more }: GridDays, form: GridForm): readonly GridItem[] {
  return [
    ...days.flatMap(({ date }, column) =>
      form === 'week' ? [{ id: headId(date), first: column, last: column, at: HEAD_AT }] : [],
    ),
    ...bars.map(({ occurrence, first, last, row }) => ({
      id: barId(occurrence.key),
      first,
      last,
      at: BARS_AT + row,
    })),
    ...days.flatMap(({ date }, column) =>
      (more[column] ?? []).length > 0
        ? [{ id: moreId(date, 'bars'), first: column, last: column, at: -1 }]
        : [],
    ),
    ...days.flatMap((day, column) => {
      const inColumn = (id: string, at: number): GridItem => ({ id, first: column, last: column, at });
      return [
        ...day.blocks.map(({ occurrence, top }) => inColumn(blockId(day.date, occurrence.key), top)),
        ...day.more.map(({ at, top }) => inColumn(moreId(day.date, at), top)),
      ].toSorted((one, other) => one.at - other.at);
    }),
  ];
}

/** Id of today's meeting that is on or comes next; null if today is not shown or has none left. */
export function nextItem(
  { days }: GridDays,
  today: CalendarDate,
  now: Instant,
  zone: ZoneName,
): string | null {
  const blocks = days.find(({ date }) => date === today)?.blocks ?? [];
  const next = blocks.find(({ occurrence }) => isMeeting(occurrence) && !hasEnded(occurrence, now, zone));
  return next === undefined ? null : blockId(today, next.occurrence.key);
}

/** Id of the item that Tab reaches: the one that had the focus last, else the next meeting, else the first one. */
export const stopOf = (
  items: readonly GridItem[],
  focused: string | null,
  next: string | null,
): string | null =>
  items.find(({ id }) => id === focused)?.id ??
  next ??
  items.find(({ at }) => at >= 0)?.id ??
  items[0]?.id ??
  null;
