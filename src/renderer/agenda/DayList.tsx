import { useMemo, type CSSProperties } from 'react';
import { GridList, GridListHeader, GridListSection } from 'react-aria-components';
import { dateOf, type AgendaDay } from '#core/agenda/agenda.ts';
import { clockTime, dayHeading } from '#core/format/formatTime.ts';
import { DAY, MINUTE, type CalendarDate } from '#base';
import { useApp, useFirstDayOfWeek, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { clashesOf } from './clashes.ts';
import { withAnswered } from './answeredDays.ts';
import { nowLine } from './nowLine.ts';
import { OccurrenceRow } from './OccurrenceRow.tsx';
import { timeWidth } from './timeWidth.ts';
import { useAnsweredRows } from './useAnsweredRows.ts';
import { dateWords } from './weekOptions.ts';
import { weekLabel } from './weeks.ts';
import { texts } from './texts.ts';

/** The list's id, which the keys `T`, ↑ and ↓ use. */
export const DAY_LIST_ID = 'agenda-days';

/** The agenda by days. Arrow keys move through the rows, Enter opens one. */
export function DayList({ days }: { readonly days: readonly AgendaDay[] }) {
  const format = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const clashes = useMemo(() => clashesOf(occurrences, format.zone), [occurrences, format.zone]);
  const minute = useNow((now) => now - (now % MINUTE));
  const selectedKey = useApp((state) => state.selectedKey);
  const select = useApp((state) => state.occurrenceSelected);
  const today = dateOf(minute, format.zone);
  const answered = useAnsweredRows(DAY_LIST_ID);
  const shown = useMemo(
    () =>
      withAnswered(
        days,
        answered.map(({ occurrence }) => occurrence),
        format.zone,
      ),
    [days, answered, format.zone],
  );
  const tomorrow = dateOf(minute + DAY, format.zone);
  /** Its heading is “Today” or “Tomorrow”, without a date. */
  const isNamed = (date: CalendarDate): boolean => date === today || date === tomorrow;
  const firstDay = useFirstDayOfWeek();
  const weekOf = (day: AgendaDay | undefined): string | null =>
    day ? weekLabel(day.date, today, firstDay) : null;
  const column: CSSProperties & { readonly '--time-width': string } = {
    '--time-width': `${timeWidth(format)}ch`,
  };
  return (
    <GridList
      id={DAY_LIST_ID}
      aria-label={texts.meetings}
      className="days"
      style={column}
      disallowTypeAhead
      onAction={(key) => select(String(key))}
    >
      {shown.map((day, index) => {
        const week = weekOf(day);
        const line = day.date === today ? nowLine(day.occurrences, minute) : null;
        return (
          <GridListSection key={day.date} id={day.date} className="day">
            <GridListHeader className="day-heading">
              <h2 className="day-name" data-today={day.date === today || undefined}>
                {dayHeading(day.date, minute, format)}
              </h2>
              {isNamed(day.date) && <span className="day-date">{dateWords(day.date, format)}</span>}
              {week !== null && week !== weekOf(shown[index - 1]) && <span className="day-week">{week}</span>}
            </GridListHeader>
            {day.occurrences.map((occurrence) => (
              <OccurrenceRow
                key={occurrence.key}
                occurrence={occurrence}
                clashes={clashes.get(occurrence.key)}
                isOpen={occurrence.key === selectedKey}
                date={day.date}
                line={occurrence.key === line?.key ? line : null}
                lineTime={clockTime(minute, format)}
              />
            ))}
          </GridListSection>
        );
      })}
    </GridList>
  );
}
