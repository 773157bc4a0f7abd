import { useMemo } from 'react';
import { dateOf, hasEnded, isMeeting } from '#core/agenda/agenda.ts';
import { freeMinutes } from '#core/agenda/freeTime.ts';
import { barsOf, type GridBars } from '#core/agenda/gridBars.ts';
import { layOutColumn, type GridColumn } from '#core/agenda/gridLayout.ts';
import { slotsOf, type GridSlot } from '#core/agenda/gridSlots.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { CalendarDate, Instant, ZoneName } from '#base';

/** A column of the grid. */
export interface GridDay extends GridColumn {
  readonly date: CalendarDate;
  readonly slots: readonly GridSlot[];
  /** Meetings that the user attends. */
  readonly count: number;
  /** Free minutes within working hours. */
  readonly free: number;
}

export interface GridDays extends GridBars {
  readonly days: readonly GridDay[];
}

/** Rows above the hours; what has none is counted. */
const BAR_ROWS = 3;

/**
 * The columns of some dates, laid out again when the meetings change.
 * @param until what has ended by then leaves its place to what is on
 * @param first keys of the meetings that keep their place, see layOutColumn
 */
export const useGridDays = (
  occurrences: readonly Occurrence[],
  dates: readonly CalendarDate[],
  zone: ZoneName,
  until: Instant,
  first: readonly string[],
): GridDays =>
  useMemo(() => {
    const today = dateOf(until, zone);
    return {
      ...barsOf(occurrences, dates, zone, BAR_ROWS),
      days: dates.map((date) => {
        const slots = slotsOf(occurrences, date, zone);
        return {
          date,
          slots,
          ...layOutColumn(slots, {
            first,
            hasEnded: (one) => date === today && hasEnded(one, until, zone),
          }),
          count: slots.filter(({ occurrence }) => isMeeting(occurrence)).length,
          free: freeMinutes(slots),
        };
      }),
    };
  }, [occurrences, dates, zone, until, first]);
