import { DateTime } from 'luxon';
import type { CalendarDate } from '#base';
import type { AgendaView } from '../../store/viewSlice.ts';
import { addDays, weekStart } from '../weeks.ts';

/** The forms of the agenda that are grids. */
export type GridForm = Exclude<AgendaView, 'list'>;

/** Narrower columns show no titles, px. */
const NARROWEST_COLUMN = 76;

/** Columns of the week view in that width (px): all seven days, or five or three from the shown day on. */
export const columnsIn = (width: number): number =>
  [7, 5].find((count) => width >= count * NARROWEST_COLUMN) ?? 3;

/**
 * The dates of the columns.
 * @param shown the day that the user looks at
 * @param columns of the week view
 * @param firstDay of the week: 1 is Monday, 7 is Sunday
 */
export function datesOfPeriod(
  form: GridForm,
  shown: CalendarDate,
  columns: number,
  firstDay: number,
): readonly CalendarDate[] {
  if (form === 'day') return [shown];
  const first = columns === 7 ? weekStart(shown, firstDay) : shown;
  return Array.from({ length: columns }, (_, day) => addDays(first, day));
}

/** ISO number of the week with that first day: the one of its Thursday, so that weeks from Sunday have one, too. */
export const weekNumber = (first: CalendarDate, firstDay: number): number =>
  DateTime.fromISO(addDays(first, (4 - (firstDay % 7) + 7) % 7), { zone: 'UTC' }).weekNumber;

/** Formatters of days, by locale and kind: making one costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const KINDS = {
  period: { day: 'numeric', month: 'long' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long' },
  weekday: { weekday: 'short' },
  letter: { weekday: 'narrow' },
  year: { year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatter(locale: string, kind: keyof typeof KINDS): Intl.DateTimeFormat {
  const key = `${locale}|${kind}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...KINDS[kind] });
  formatters.set(key, made);
  return made;
}

const noon = (date: CalendarDate): number => Date.parse(`${date}T12:00:00Z`);

/** A date in words: `Tuesday, 24 November`, `November`, `Tue`, `T` or `2026`. */
export const dateWords = (date: CalendarDate, kind: keyof typeof KINDS, locale: string): string =>
  formatter(locale, kind).format(noon(date));

/** `23–29 November`, or the day in full if it is one. */
export function periodWords(dates: readonly CalendarDate[], locale: string): string {
  const [first = '', last = first] = [dates[0], dates.at(-1)];
  return first === last
    ? dateWords(first, 'day', locale)
    : formatter(locale, 'period').formatRange(noon(first), noon(last));
}
