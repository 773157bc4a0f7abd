import type { GridBar } from '#core/agenda/gridBars.ts';
import { isMeeting } from '#core/agenda/agenda.ts';
import { cityOf } from '#core/format/formatTime.ts';
import type { CalendarDate, ZoneName } from '#base';
import { rowTone } from '../describe.ts';
import type { Variables } from './GridBlock.tsx';
import type { GridShared } from './GridColumn.tsx';
import { barName, barWords, freeWords, shortCity } from './gridWords.ts';
import { zoneDifference } from './hours.ts';
import { barId, headId, moreId } from './ids.ts';
import { MoreMeetings } from './MoreMeetings.tsx';
import { dateWords } from './period.ts';
import { ITEM } from './showNow.ts';
import { texts } from './texts.ts';
import type { GridDay, GridDays } from './useGridDays.ts';

/** The name of a day above its column; a press shows that day alone. */
function DayHead({ day, shared, isRest, onShow }: DayHeadProps) {
  const { date, free } = day;
  const { today, format, stop } = shared;
  const isToday = date === today;
  return (
    <button
      type="button"
      className="grid-day-name"
      {...{ [ITEM]: headId(date) }}
      data-today={isToday || undefined}
      aria-label={texts.showDay(dateWords(date, 'day', format.locale))}
      tabIndex={stop === headId(date) ? 0 : -1}
      onClick={() => onShow(date)}
    >
      <span className="grid-weekday">{dateWords(date, 'weekday', format.locale)}</span>
      <span className="grid-date">{Number(date.slice(8))}</span>
      {date > today && !isRest && <span className="grid-free">{freeWords(free)}</span>}
    </button>
  );
}

interface DayHeadProps {
  readonly day: GridDay;
  readonly shared: GridShared;
  readonly isRest: boolean;
  readonly onShow: (date: CalendarDate) => void;
}

function Bar({ bar, dates, shared }: BarProps) {
  const { occurrence, first, last, row } = bar;
  const { format, hueFor, stop, selectedKey, onOpen, now, form } = shared;
  const place: Variables = { '--first': first, '--last': last, '--row': row };
  const id = barId(occurrence.key);
  return (
    <li className="grid-bar-place" style={place}>
      <button
        type="button"
        className={`grid-bar c-${hueFor(occurrence)}`}
        {...{ [ITEM]: id }}
        data-key={occurrence.key}
        data-tone={rowTone(occurrence, now, format.zone)}
        data-off={!isMeeting(occurrence) && occurrence.time.kind === 'timed' ? true : undefined}
        data-before={bar.isFromBefore || undefined}
        data-after={bar.isToAfter || undefined}
        data-open={occurrence.key === selectedKey || undefined}
        aria-label={barName(occurrence, now, format)}
        tabIndex={stop === id ? 0 : -1}
        onClick={() => onOpen(occurrence.key)}
      >
        {form === 'day' ? barWords(occurrence, dates[first] ?? '', format) : occurrence.title}
      </button>
    </li>
  );
}

interface BarProps {
  readonly bar: GridBar;
  readonly dates: readonly CalendarDate[];
  readonly shared: GridShared;
}

export interface GridHeadProps {
  readonly grid: GridDays;
  readonly shared: GridShared;
  readonly zones: readonly ZoneName[];
  readonly isRestDay: (date: CalendarDate) => boolean;
  readonly onShow: (date: CalendarDate) => void;
}

/** What stays in place above the hours: zones, days, and what lasts all day. */
export function GridHead({ grid, shared, zones, isRestDay, onShow }: GridHeadProps) {
  const { form, format } = shared;
  const dates = grid.days.map(({ date }) => date);
  const hasMore = grid.more.some((list) => list.length > 0);
  const rows = Math.max(0, ...grid.bars.map(({ row }) => row + 1)) + (hasMore ? 1 : 0);
  const size: Variables = { '--rows': rows };
  return (
    <div className="grid-head">
      {zones.map((zone) => (
        <div key={zone} className="grid-zone" title={cityOf(zone)}>
          <span className="grid-zone-city" aria-hidden>
            {shortCity(cityOf(zone))}
          </span>
          {zone !== format.zone && (
            <span aria-hidden>{zoneDifference(dates[0] ?? '', format.zone, zone)}</span>
          )}
          <span className="visually-hidden">{texts.hoursIn(cityOf(zone))}</span>
        </div>
      ))}
      {form === 'week' &&
        grid.days.map((day) => (
          <DayHead key={day.date} day={day} shared={shared} isRest={isRestDay(day.date)} onShow={onShow} />
        ))}
      {rows > 0 && (
        <>
          <h2 className={form === 'week' ? 'grid-all-day' : 'visually-hidden'}>{texts.allDay}</h2>
          <ul className="grid-bars" style={size}>
            {grid.bars.map((bar) => (
              <Bar key={bar.occurrence.key} bar={bar} dates={dates} shared={shared} />
            ))}
            {grid.more.map((list, column) => {
              const date = dates[column] ?? '';
              const place: Variables = { '--first': column, '--last': column, '--row': rows - 1 };
              return (
                list.length > 0 && (
                  <li key={date} className="grid-bar-place" style={place}>
                    <MoreMeetings
                      id={moreId(date, 'bars')}
                      occurrences={list}
                      when={dateWords(date, 'day', format.locale)}
                      format={format}
                      isStop={shared.stop === moreId(date, 'bars')}
                      onOpen={shared.onOpen}
                      onShowDay={() => shared.onShowList(date)}
                    />
                  </li>
                )
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
