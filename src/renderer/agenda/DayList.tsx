import { useMemo, type CSSProperties } from 'react';
import { GridList, GridListHeader, GridListSection } from 'react-aria-components';
import { dateOf, hasEnded, type AgendaDay } from '#core/agenda/agenda.ts';
import { clockTime, dayHeading } from '#core/format/formatTime.ts';
import { MINUTE, type Instant, type ZoneName } from '#base';
import { useApp, useFirstDayOfWeek, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { clashesOf } from './clashes.ts';
import { OccurrenceRow } from './OccurrenceRow.tsx';
import { timeWidth } from './timeWidth.ts';
import { weekLabel } from './weeks.ts';
import { texts } from './texts.ts';

/** The list's id, which the keys `T`, ↑ and ↓ use. */
export const DAY_LIST_ID = 'agenda-days';

/** Key of the first meeting of the day that has not ended; null if none has ended yet. */
const firstAfterNow = (day: AgendaDay, now: Instant, zone: ZoneName): string | null => {
  const timed = day.occurrences.filter((one) => one.time.kind === 'timed');
  const next = timed.findIndex((one) => !hasEnded(one, now, zone));
  return next > 0 ? (timed[next]?.key ?? null) : null;
};

/** The agenda by days. Arrow keys move through the rows, Enter opens one. */
export function DayList({ days }: { readonly days: readonly AgendaDay[] }) {
  const format = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const clashes = useMemo(() => clashesOf(occurrences, format.zone), [occurrences, format.zone]);
  const minute = useNow((now) => now - (now % MINUTE));
  const selectedKey = useApp((state) => state.selectedKey);
  const select = useApp((state) => state.occurrenceSelected);
  const today = dateOf(minute, format.zone);
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
      {days.map((day, index) => {
        const week = weekOf(day);
        const lineKey = day.date === today ? firstAfterNow(day, minute, format.zone) : null;
        return (
          <GridListSection key={day.date} id={day.date} className="day">
            <GridListHeader className="day-heading">
              <span className="day-name" data-today={day.date === today || undefined}>
                {dayHeading(day.date, minute, format)}
              </span>
              {week !== null && week !== weekOf(days[index - 1]) && <span className="day-week">{week}</span>}
            </GridListHeader>
            {day.occurrences.map((occurrence) => (
              <OccurrenceRow
                key={occurrence.key}
                occurrence={occurrence}
                clashes={clashes.get(occurrence.key)}
                isOpen={occurrence.key === selectedKey}
                nowLine={occurrence.key === lineKey ? clockTime(minute, format) : null}
              />
            ))}
          </GridListSection>
        );
      })}
    </GridList>
  );
}
