import { useMemo } from 'react';
import { windowOf } from '#core/agenda/gridSlots.ts';
import { huesByDate } from '#core/agenda/huesByDate.ts';
import type { CalendarDate } from '#base';
import { useFirstDayOfWeek, useTimeFormat } from '../../kit/AppContext.tsx';
import { DayDots } from '../../kit/widgets/DayDots.tsx';
import { useOccurrences } from '../useOccurrences.ts';
import { addDays, weekStart } from '../weeks.ts';
import { dateWords } from './period.ts';
import { useHueFor } from '../../kit/useHueFor.ts';
import { texts } from './texts.ts';

export interface WeekStripProps {
  readonly shown: CalendarDate;
  readonly today: CalendarDate;
  readonly onShow: (date: CalendarDate | null) => void;
}

/** The days of the shown week above a day, where there is no month beside it. */
export function WeekStrip({ shown, today, onShow }: WeekStripProps) {
  const { zone, locale } = useTimeFormat();
  const first = weekStart(shown, useFirstDayOfWeek());
  const dates = useMemo(() => Array.from({ length: 7 }, (_, day) => addDays(first, day)), [first]);
  const { occurrences } = useOccurrences(windowOf(dates, zone));
  const hueFor = useHueFor();
  const hues = useMemo(
    () => huesByDate(occurrences, dates, zone, hueFor),
    [occurrences, dates, zone, hueFor],
  );
  return (
    <ul className="week-strip">
      {dates.map((date) => (
        <li key={date}>
          <button
            type="button"
            className="strip-day"
            aria-label={texts.showDay(dateWords(date, 'day', locale))}
            aria-current={date === shown ? 'date' : undefined}
            data-today={date === today || undefined}
            onClick={() => onShow(date === today ? null : date)}
          >
            <span aria-hidden>{dateWords(date, 'letter', locale)}</span>
            <span aria-hidden className="strip-date">
              {Number(date.slice(8))}
            </span>
            <DayDots hues={hues.get(date)} />
          </button>
        </li>
      ))}
    </ul>
  );
}
