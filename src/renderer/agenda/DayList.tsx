/* A table would not do: rows are grids of their own. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, useMemo, useState, type CSSProperties } from 'react';
import { dateOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { keyOfRow, rowIdOf } from '#core/agenda/listedDays.ts';
import { clockTime, dayHeading, type TimeFormat } from '#core/format/formatTime.ts';
import { MINUTE, type CalendarDate, type Instant } from '#base';
import { useApp, useFirstDayOfWeek, useNow, useTicker, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { clashesOf, type Clashes } from './clashes.ts';
import { nowLine } from './nowLine.ts';
import { EARLIER_TODAY_ID, EarlierToday, type EarlierTodayProps } from './EarlierToday.tsx';
import { RowMenu, type OpenMenu } from './RowMenu.tsx';
import { OccurrenceRow } from './OccurrenceRow.tsx';
import type { RenderedDay } from './renderedRows.ts';
import { RowGrid } from './RowGrid.tsx';
import type { ShownActions } from './RowActions.tsx';
import { timeWidth } from './timeWidth.ts';
import { useShownActions } from './useShownActions.ts';
import type { ListRows } from './useRenderedRows.ts';
import { dateWords } from './weekOptions.ts';
import { addDays, weekLabel } from './weeks.ts';

/** The list's id, which the keys `T`, ↑ and ↓ use. */
export const DAY_LIST_ID = 'agenda-days';

interface DayHeadingProps {
  readonly date: CalendarDate;
  readonly previous: CalendarDate | null;
  readonly today: CalendarDate;
  readonly format: TimeFormat;
}

/** `Tomorrow`, with its date; and the week, if it begins with this day. Memoised: formatting dates costs time. */
const DayHeading = memo(function DayHeading({ date, previous, today, format }: DayHeadingProps) {
  const firstDay = useFirstDayOfWeek();
  const ticker = useTicker();
  const heading = dayHeading(date, ticker.now(), format);
  /** “Today” or “Tomorrow”, which say no date. */
  const isNamed = date === today || date === addDays(today, 1);
  const week = weekLabel(date, today, firstDay);
  const isNewWeek = previous === null || weekLabel(previous, today, firstDay) !== week;
  return (
    <div role="row" className="day-heading">
      <div role="rowheader" className="day-heading-cell">
        <h2 id={`day-${date}`} className="day-name" data-date={date} data-today={date === today || undefined}>
          {heading}
        </h2>
        {isNamed && <span className="day-date">{dateWords(date, format)}</span>}
        {week !== null && isNewWeek && <span className="day-week">{week}</span>}
      </div>
    </div>
  );
});

interface DaySectionProps extends RenderedDay {
  readonly today: CalendarDate;
  readonly format: TimeFormat;
  readonly clashes: Clashes;
  /** The rendered day before; null for none. */
  readonly previous: CalendarDate | null;
  /** The meeting of this day whose details are open. */
  readonly openKey: OccurrenceKey | null;
  /** For the now-line: the current minute, in ms; null on another day. */
  readonly minute: Instant | null;
  /** Rows of the list that are no meetings, before this day's. */
  readonly otherRows: number;
  readonly fold: EarlierTodayProps | null;
  readonly shown: ShownActions;
  readonly onMenu: (menu: OpenMenu) => void;
}

/** A day of the list. Memoised: while one scrolls, only the days at both ends of the list change. */
const DaySection = memo(function DaySection(props: DaySectionProps) {
  const { day, before, from, to, kept, today, format, clashes, openKey, minute, fold, otherRows } = props;
  const { date, occurrences } = day;
  const line = minute === null ? null : nowLine(occurrences, minute);
  // In one array: a row that is kept stays the same element, and so it keeps the focus.
  const shownPlaces = Array.from({ length: to - from }, (_, at) => from + at);
  const places = kept === null ? shownPlaces : kept < from ? [kept, ...shownPlaces] : [...shownPlaces, kept];
  const rowAt = (place: number, isKept: boolean) => {
    const occurrence = occurrences[place];
    if (occurrence === undefined) return null;
    const id = rowIdOf(occurrence, date, today, format.zone);
    const hasLine = minute !== null && occurrence.key === line?.key;
    return (
      <OccurrenceRow
        key={id}
        id={id}
        index={before + otherRows + place + 1}
        occurrence={occurrence}
        clashes={clashes.get(occurrence.key)}
        isOpen={occurrence.key === openKey}
        isKept={isKept}
        date={date}
        today={today}
        format={format}
        lineSide={hasLine ? line.side : null}
        lineTime={hasLine ? clockTime(minute, format) : null}
        shown={props.shown}
        onMenu={props.onMenu}
      />
    );
  };
  return (
    <div
      role="rowgroup"
      className="day"
      aria-labelledby={`day-${date}`}
      data-kept={(occurrences.length > 0 && from === to) || undefined}
    >
      <DayHeading date={date} previous={props.previous} today={today} format={format} />
      {fold !== null && <EarlierToday {...fold} />}
      {places.map((place) => rowAt(place, place === kept))}
    </div>
  );
});

/** The format of times, the same object until a part of it changes. */
function useSameFormat(): TimeFormat {
  const { locale, zone, clock } = useTimeFormat();
  return useMemo(() => ({ locale, zone, clock }), [locale, zone, clock]);
}

export interface DayListProps {
  readonly id: string;
  readonly label: string;
  readonly rows: ListRows;
  /** The line for the ended meetings of today; null for none. */
  readonly fold?: EarlierTodayProps | null;
}

/** The agenda by days. Arrow keys move through the rows, Enter opens one. */
export function DayList({ id, label, rows, fold = null }: DayListProps) {
  const format = useSameFormat();
  const occurrences = useApp(occurrencesOf);
  const clashes = useMemo(() => clashesOf(occurrences, format.zone), [occurrences, format.zone]);
  const minute = useNow((now) => now - (now % MINUTE));
  const selectedKey = useApp((state) => state.selectedKey);
  const select = useApp((state) => state.occurrenceSelected);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const today = dateOf(minute, format.zone);
  const column: CSSProperties & { readonly '--time-width': string } = {
    '--time-width': `${timeWidth(format)}ch`,
  };
  const hasSelected = (list: readonly Occurrence[]): boolean => list.some(({ key }) => key === selectedKey);
  const shown = useShownActions(id);
  const otherRows = fold === null ? 0 : 1;
  return (
    <>
      <RowGrid
        id={id}
        label={label}
        style={column}
        count={rows.count + otherRows}
        reveal={rows.reveal}
        onOpen={(key) => (key === EARLIER_TODAY_ID ? fold?.onToggle() : select(keyOfRow(key)))}
      >
        {rows.rendered.map((rendered, index) => {
          const { date, occurrences: ofDay } = rendered.day;
          return (
            <DaySection
              key={date}
              {...rendered}
              today={today}
              format={format}
              clashes={clashes}
              previous={rows.rendered[index - 1]?.day.date ?? null}
              openKey={selectedKey !== null && hasSelected(ofDay) ? selectedKey : null}
              minute={date === today ? minute : null}
              otherRows={otherRows}
              fold={date === today ? fold : null}
              shown={shown}
              onMenu={setMenu}
            />
          );
        })}
      </RowGrid>
      {menu !== null && <RowMenu {...menu} onClose={() => setMenu(null)} />}
    </>
  );
}
