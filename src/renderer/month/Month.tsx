import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { windowOf } from '#core/agenda/gridSlots.ts';
import { huesByDate } from '#core/agenda/huesByDate.ts';
import type { Hue } from '#core/format/hue.ts';
import type { CalendarDate } from '#base';
import { dateWords } from '../agenda/grid/period.ts';
import { useHueFor } from '../kit/useHueFor.ts';
import { useOccurrences } from '../agenda/useOccurrences.ts';
import { weekStart } from '../agenda/weeks.ts';
import { useApp, useFirstDayOfWeek, useTimeFormat, useToday } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { DayDots } from '../kit/widgets/DayDots.tsx';
import { addMonths, dateByKey, datesOfMonth, monthOf } from './monthDates.ts';
import { texts } from './texts.ts';

interface DayProps {
  readonly date: CalendarDate;
  readonly month: CalendarDate;
  readonly today: CalendarDate;
  readonly shown: CalendarDate;
  readonly isInWeek: boolean;
  readonly isStop: boolean;
  readonly hues: readonly Hue[] | undefined;
  readonly onShow: (date: CalendarDate) => void;
}

function Day({ date, month, today, shown, isInWeek, isStop, hues, onShow }: DayProps) {
  const { locale } = useTimeFormat();
  const name = [
    dateWords(date, 'day', locale),
    ...(date === today ? [texts.isToday] : []),
    ...(hues === undefined ? [] : [texts.hasMeetings]),
  ].join(', ');
  return (
    <td className="month-cell" aria-selected={date === shown} data-week={isInWeek || undefined}>
      <button
        type="button"
        className="month-day"
        data-date={date}
        data-other={monthOf(date) !== month || undefined}
        data-today={date === today || undefined}
        data-shown={date === shown || undefined}
        aria-label={name}
        aria-current={date === today ? 'date' : undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onShow(date)}
      >
        <span className="month-number" aria-hidden>
          {Number(date.slice(8))}
        </span>
        <DayDots hues={hues} />
      </button>
    </td>
  );
}

/** A month with the days that have meetings; a press shows that day in the agenda. */
export function Month() {
  const { zone, locale } = useTimeFormat();
  const firstDay = useFirstDayOfWeek();
  const today = useToday();
  const shown = useApp((state) => state.shownDate) ?? today;
  const show = useApp((state) => state.dateShown);
  const hueFor = useHueFor();
  const title = useId();
  const table = useRef<HTMLTableElement>(null);
  // The date that the keys have reached; the shown one again once another day is shown.
  const [reached, setReached] = useState({ date: shown, of: shown, hasKeys: false });
  const { date, hasKeys } = reached.of === shown ? reached : { date: shown, hasKeys: false };
  const month = monthOf(date);
  const dates = useMemo(() => datesOfMonth(month, firstDay), [month, firstDay]);
  const { occurrences } = useOccurrences(windowOf(dates, zone));
  const hues = useMemo(
    () => huesByDate(occurrences, dates, zone, hueFor),
    [occurrences, dates, zone, hueFor],
  );
  useEffect(() => {
    if (hasKeys) table.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  }, [date, hasKeys]);
  const goTo = (next: CalendarDate, byKey: boolean): void =>
    setReached({ date: next, of: shown, hasKeys: byKey });
  const grid = {
    role: 'grid',
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const next = dateByKey(event.key, date, firstDay);
      if (next === null) return;
      event.preventDefault();
      goTo(next, true);
    },
  };
  const shownWeek = weekStart(shown, firstDay);
  return (
    <section className="month" aria-labelledby={title}>
      <header className="month-head">
        <h2 id={title} className="month-title" aria-live="polite">
          {dateWords(month, 'month', locale)} <span className="month-year">{month.slice(0, 4)}</span>
        </h2>
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.monthBefore}
          onPress={() => goTo(addMonths(month, -1), false)}
        >
          <ChevronLeft aria-hidden size={14} className="month-turn" />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.monthAfter}
          onPress={() => goTo(addMonths(month, 1), false)}
        >
          <ChevronRight aria-hidden size={14} className="month-turn" />
        </Button>
      </header>
      <table ref={table} {...grid} className="month-grid" aria-labelledby={title}>
        <thead>
          <tr>
            {dates.slice(0, 7).map((day) => (
              <th key={day} scope="col" className="month-weekday" abbr={dateWords(day, 'weekday', locale)}>
                {dateWords(day, 'letter', locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: dates.length / 7 }, (_, week) => {
            const days = dates.slice(week * 7, week * 7 + 7);
            return (
              <tr key={days[0]}>
                {days.map((day) => (
                  <Day
                    key={day}
                    date={day}
                    month={month}
                    today={today}
                    shown={shown}
                    isInWeek={weekStart(day, firstDay) === shownWeek}
                    isStop={day === date}
                    hues={hues.get(day)}
                    onShow={(chosen) => show(chosen === today ? null : chosen)}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
