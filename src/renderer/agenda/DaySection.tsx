/* A table would not do: rows are boxes of their own. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from 'react';
import type { OccurrenceKey } from '#core/keys.ts';
import { rowIdOf } from '#core/agenda/listedDays.ts';
import { clockTime, dayHeadingFrom, type TimeFormat } from '#core/format/formatTime.ts';
import { hueOfOccurrence } from '#core/format/hue.ts';
import type { CalendarDate, Instant } from '#base';
import { useFirstDayOfWeek } from '../kit/AppContext.tsx';
import { hasNoteOf } from '../store/notesSlice.ts';
import { answeredRowOf } from '../store/answersSlice.ts';
import type { Clashes } from './clashes.ts';
import { EarlierToday, type EarlierTodayProps } from './EarlierToday.tsx';
import { nowLine } from './nowLine.ts';
import { OccurrenceRow } from './OccurrenceRow.tsx';
import type { RenderedDay } from './renderedRows.ts';
import type { ShownActions } from './RowActions.tsx';
import type { RowFacts } from './useRowFacts.ts';
import type { OpenMenu } from './RowMenu.tsx';
import type { WatchDay } from './useSeenDays.ts';
import { useRowStates } from './useRowStates.ts';
import { dateWords } from './weekOptions.ts';
import { addDays, weekLabel } from './weeks.ts';

interface DayHeadingProps {
  readonly date: CalendarDate;
  readonly previous: CalendarDate | null;
  readonly today: CalendarDate;
  readonly format: TimeFormat;
}

/** `Tomorrow`, with its date; and the week, if it begins with this day. Memoised: formatting dates costs time. */
const DayHeading = memo(function DayHeading({ date, previous, today, format }: DayHeadingProps) {
  const firstDay = useFirstDayOfWeek();
  const heading = dayHeadingFrom(date, today, format);
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

export interface DaySectionProps extends RenderedDay {
  readonly today: CalendarDate;
  readonly format: TimeFormat;
  readonly clashes: Clashes;
  readonly facts: RowFacts;
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
  readonly watch: WatchDay;
  readonly onMenu: (menu: OpenMenu) => void;
}

/** A day of the list. Memoised: while one scrolls, only the days at both ends of the list change. */
export const DaySection = memo(function DaySection(props: DaySectionProps) {
  const { day, before, from, to, kept, today, format, facts, openKey, minute, fold, otherRows } = props;
  const { date, occurrences } = day;
  const line = minute === null ? null : nowLine(occurrences, minute);
  // In one array: a row that is kept stays the same element, and so it keeps the focus.
  const shownPlaces = Array.from({ length: to - from }, (_, at) => from + at);
  const places = kept === null ? shownPlaces : kept < from ? [kept, ...shownPlaces] : [...shownPlaces, kept];
  const states = useRowStates(occurrences, places, format.zone);
  const rowAt = (place: number, at: number) => {
    const occurrence = occurrences[place];
    if (occurrence === undefined) return null;
    const id = rowIdOf(occurrence, date, today, format.zone);
    const state = states[at];
    const answer = answeredRowOf(occurrence.key)(facts);
    const hasLine = minute !== null && occurrence.key === line?.key;
    return (
      <OccurrenceRow
        key={id}
        id={id}
        index={before + otherRows + place + 1}
        occurrence={occurrence}
        clashes={props.clashes.get(occurrence.key)}
        isOpen={occurrence.key === openKey}
        isKept={place === kept}
        date={date}
        today={today}
        format={format}
        tone={state?.tone ?? 'later'}
        stateWords={state?.words ?? ''}
        hue={hueOfOccurrence(occurrence, facts.settings)}
        // After an undo the agenda has another object with that key.
        answer={answer?.occurrence === occurrence ? answer : null}
        visit={facts.visits.get(occurrence.key) ?? null}
        hasNote={hasNoteOf(occurrence)(facts)}
        lineSide={hasLine ? line.side : null}
        lineTime={hasLine ? clockTime(minute, format) : null}
        shown={props.shown}
        onMenu={props.onMenu}
      />
    );
  };
  return (
    <div
      ref={props.watch}
      role="rowgroup"
      className="day"
      aria-labelledby={`day-${date}`}
      data-kept={(occurrences.length > 0 && from === to) || undefined}
    >
      <DayHeading date={date} previous={props.previous} today={today} format={format} />
      {fold !== null && <EarlierToday {...fold} />}
      {places.map(rowAt)}
    </div>
  );
});
