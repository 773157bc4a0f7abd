import { useMemo, type CSSProperties } from 'react';
import { GridList, GridListHeader, GridListSection } from 'react-aria-components';
import { dateOf, type AgendaDay } from '#core/agenda/agenda.ts';
import { keyOfRow, rowIdOf } from '#core/agenda/listedDays.ts';
import { clockTime, dayHeading } from '#core/format/formatTime.ts';
import { DAY, MINUTE, type CalendarDate } from '#base';
import { useApp, useFirstDayOfWeek, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { clashesOf } from './clashes.ts';
import { withAnswered } from './answeredDays.ts';
import { nowLine } from './nowLine.ts';
import { EARLIER_TODAY_ID, EarlierToday, type EarlierTodayProps } from './EarlierToday.tsx';
import { OccurrenceRow } from './OccurrenceRow.tsx';
import { timeWidth } from './timeWidth.ts';
import { useAnsweredRows } from './useAnsweredRows.ts';
import { dateWords } from './weekOptions.ts';
import { weekLabel } from './weeks.ts';

/** The list's id, which the keys `T`, ↑ and ↓ use. */
export const DAY_LIST_ID = 'agenda-days';

export interface DayListProps {
  readonly id: string;
  readonly label: string;
  readonly days: readonly AgendaDay[];
  /** The line for the ended meetings of today; null for none. */
  readonly fold?: EarlierTodayProps | null;
}

/** The agenda by days. Arrow keys move through the rows, Enter opens one. */
export function DayList({ id, label, days, fold = null }: DayListProps) {
  const format = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const clashes = useMemo(() => clashesOf(occurrences, format.zone), [occurrences, format.zone]);
  const minute = useNow((now) => now - (now % MINUTE));
  const selectedKey = useApp((state) => state.selectedKey);
  const select = useApp((state) => state.occurrenceSelected);
  const today = dateOf(minute, format.zone);
  const answered = useAnsweredRows(id);
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
      id={id}
      aria-label={label}
      className="days"
      style={column}
      disallowTypeAhead
      onAction={(key) => (key === EARLIER_TODAY_ID ? fold?.onToggle() : select(keyOfRow(String(key))))}
    >
      {shown.map((day, index) => {
        const week = weekOf(day);
        const line = day.date === today ? nowLine(day.occurrences, minute) : null;
        return (
          <GridListSection key={day.date} id={day.date} className="day">
            <GridListHeader className="day-heading">
              <h2 className="day-name" data-date={day.date} data-today={day.date === today || undefined}>
                {dayHeading(day.date, minute, format)}
              </h2>
              {isNamed(day.date) && <span className="day-date">{dateWords(day.date, format)}</span>}
              {week !== null && week !== weekOf(shown[index - 1]) && <span className="day-week">{week}</span>}
            </GridListHeader>
            {day.date === today && fold !== null && <EarlierToday {...fold} />}
            {day.occurrences.map((occurrence) => (
              <OccurrenceRow
                key={rowIdOf(occurrence, day.date, today, format.zone)}
                id={rowIdOf(occurrence, day.date, today, format.zone)}
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
