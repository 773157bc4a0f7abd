import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandSeries } from '../expandSeries.ts';
import { type ParsedCalendar, parseIcs } from '../parseIcs.ts';
import type { Series, SeriesOccurrence } from '../series.ts';

/** Reads a file of packages/calendar/test/fixtures. */
export function fixture(name: string): ParsedCalendar {
  return parseIcs(readFileSync(join(import.meta.dirname, './fixtures', `${name}.ics`)));
}

/** Expands series into a window; `from` and `to` are ISO instants. */
export function occurrencesOf(
  series: readonly Series[],
  from: string,
  to: string,
  viewerZone = 'UTC',
): SeriesOccurrence[] {
  return expandSeries(series, { from: Date.parse(from), to: Date.parse(to) }, viewerZone).occurrences;
}

const instantText = (instant: number) => new Date(instant).toISOString().slice(0, 16);

/**
 * Formats an occurrence as `2026-03-02T09:00–2026-03-02T10:00 Title` in UTC (dates for all-day ones), with its status
 * unless it is confirmed.
 */
export function agendaLine({ time, details, status }: SeriesOccurrence): string {
  const span =
    time.kind === 'allDay'
      ? `${time.start}–${time.end}`
      : `${instantText(time.start)}–${instantText(time.end)}`;
  return `${span} ${details.title}${status === 'confirmed' ? '' : ` (${status})`}`;
}

/** The agenda of a fixture in March 2026, or in another window. */
export function agendaOf(
  name: string,
  from = '2026-03-01T00:00Z',
  to = '2026-04-01T00:00Z',
  viewerZone = 'UTC',
): string[] {
  return occurrencesOf(fixture(name).series, from, to, viewerZone).map(agendaLine);
}
