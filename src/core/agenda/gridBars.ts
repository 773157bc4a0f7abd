import type { CalendarDate, ZoneName } from '#base';
import { dateOf } from './agenda.ts';
import { isBar } from './gridSlots.ts';
import type { Occurrence } from './occurrence.ts';

/** What lasts all day or for several days, above the hours of the grid. */
export interface GridBar {
  readonly occurrence: Occurrence;
  /** First and last column that it covers, from 0. */
  readonly first: number;
  readonly last: number;
  /** From 0, the uppermost. */
  readonly row: number;
  /** It began before the first column. */
  readonly isFromBefore: boolean;
  /** It ends after the last column. */
  readonly isToAfter: boolean;
}

/** The bars above the columns. */
export interface GridBars {
  readonly bars: readonly GridBar[];
  /** By column, those without a row. */
  readonly more: readonly (readonly Occurrence[])[];
}

/** First and last date of an occurrence in the zone; the last is the day in which it still is. */
export function datesOf(
  { time }: Pick<Occurrence, 'time'>,
  zone: ZoneName,
): { readonly first: CalendarDate; readonly last: CalendarDate } {
  const [from, to] =
    time.kind === 'allDay'
      ? [time.start, dateOf(Date.parse(`${time.end}T00:00:00Z`) - 1, 'UTC')]
      : [dateOf(time.start, zone), dateOf(Math.max(time.start, time.end - 1), zone)];
  return { first: from, last: to < from ? from : to };
}

/**
 * Puts what lasts all day into rows, the longest above.
 * @param dates of the columns, sorted
 * @param rows most rows
 */
export function barsOf(
  occurrences: readonly Occurrence[],
  dates: readonly CalendarDate[],
  zone: ZoneName,
  rows: number,
): GridBars {
  const [firstDate = '', lastDate = ''] = [dates[0], dates.at(-1)];
  const spans = occurrences.filter(isBar).flatMap((occurrence) => {
    const { first, last } = datesOf(occurrence, zone);
    if (last < firstDate || first > lastDate) return [];
    return {
      occurrence,
      first: Math.max(0, dates.indexOf(first)),
      last: last > lastDate ? dates.length - 1 : dates.indexOf(last),
      isFromBefore: first < firstDate,
      isToAfter: last > lastDate,
    };
  });
  const sorted = spans.toSorted(
    (one, other) => one.first - other.first || other.last - other.first - (one.last - one.first),
  );
  const bars: GridBar[] = [];
  const more = dates.map((): Occurrence[] => []);
  /** Last column that each row has used. */
  const used: number[] = Array.from({ length: rows }, () => -1);
  for (const span of sorted) {
    const row = used.findIndex((last) => last < span.first);
    if (row === -1)
      for (let column = span.first; column <= span.last; column++) more[column]?.push(span.occurrence);
    else {
      used[row] = span.last;
      bars.push({ ...span, row });
    }
  }
  return { bars, more };
}
