import { memo, useMemo, type CSSProperties } from 'react';
import { GridList, GridListHeader, GridListSection } from 'react-aria-components';
import { dateOf, type AgendaDay } from '#core/agenda/agenda.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { keyOfRow, rowIdOf } from '#core/agenda/listedDays.ts';
import { clockTime, dayHeading } from '#core/format/formatTime.ts';
import { DAY, MINUTE, type CalendarDate, type Instant } from '#base';
import { useApp, useFirstDayOfWeek, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { clashesOf, type Clashes } from './clashes.ts';
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

interface DaySectionProps {
  readonly day: AgendaDay;
  readonly today: CalendarDate;
  readonly clashes: Clashes;
  readonly heading: string;
  /** Beside a heading without a date; else null. */
  readonly exactDate: string | null;
  /** The week that begins with this day; null if it began before. */
  readonly week: string | null;
  /** The meeting of this day whose details are open. */
  readonly openKey: OccurrenceKey | null;
  /** For the now-line: the current minute, in ms; null on another day. */
  readonly minute: Instant | null;
  readonly fold: EarlierTodayProps | null;
}

/** A day of the list. Memoised: while one scrolls, only the days at both ends of the list change. */
const DaySection = memo(function DaySection({
  day: { date, occurrences },
  today,
  clashes,
  heading,
  exactDate,
  week,
  openKey,
  minute,
  fold,
}: DaySectionProps) {
  const format = useTimeFormat();
  const line = minute === null ? null : nowLine(occurrences, minute);
  return (
    <GridListSection id={date} className="day">
      <GridListHeader className="day-heading">
        <h2 className="day-name" data-date={date} data-today={date === today || undefined}>
          {heading}
        </h2>
        {exactDate !== null && <span className="day-date">{exactDate}</span>}
        {week !== null && <span className="day-week">{week}</span>}
      </GridListHeader>
      {fold !== null && <EarlierToday {...fold} />}
      {occurrences.map((occurrence) => {
        const id = rowIdOf(occurrence, date, today, format.zone);
        const hasLine = minute !== null && occurrence.key === line?.key;
        return (
          <OccurrenceRow
            key={id}
            id={id}
            occurrence={occurrence}
            clashes={clashes.get(occurrence.key)}
            isOpen={occurrence.key === openKey}
            date={date}
            lineSide={hasLine ? line.side : null}
            lineTime={hasLine ? clockTime(minute, format) : null}
          />
        );
      })}
    </GridListSection>
  );
});

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
        const isToday = day.date === today;
        return (
          <DaySection
            key={day.date}
            day={day}
            today={today}
            clashes={clashes}
            heading={dayHeading(day.date, minute, format)}
            exactDate={isNamed(day.date) ? dateWords(day.date, format) : null}
            week={week === weekOf(shown[index - 1]) ? null : week}
            openKey={day.occurrences.some(({ key }) => key === selectedKey) ? selectedKey : null}
            minute={isToday ? minute : null}
            fold={isToday ? fold : null}
          />
        );
      })}
    </GridList>
  );
}
