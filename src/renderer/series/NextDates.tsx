import { CalendarDays, CircleHelp, Radio } from 'lucide-react';
import { dateOf, isRunning, startOf } from '#core/agenda/agenda.ts';
import { isUncertain, isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { shortDay, timeRange } from '#core/format/formatTime.ts';
import { timeUntil } from '#core/format/timeUntil.ts';
import type { SeriesPage } from '#core/series/seriesPage.ts';
import { MaybeAnswers } from '../agenda/MaybeAnswers.tsx';
import { useNow, useTimeFormat, useToday } from '../kit/AppContext.tsx';
import { SeriesPart } from './SeriesPart.tsx';
import { useOpenDate } from './useOpenDate.ts';
import { texts } from './texts.ts';

function NextDate({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const open = useOpenDate();
  const start = startOf(occurrence, format.zone);
  const running = useNow((now) => isRunning(occurrence, now, format.zone));
  const isToday = useToday() === dateOf(start, format.zone);
  const state = useNow((now) =>
    isRunning(occurrence, now, format.zone) ? texts.now : texts.inTime(timeUntil(start, now)),
  );
  const isOff = occurrence.status === 'cancelled' || occurrence.skipped !== null;
  const Icon = isUncertain(occurrence) ? CircleHelp : running ? Radio : CalendarDays;
  const day = isToday ? texts.today : shortDay(start, format);
  return (
    <li className="series-date" data-off={isOff || undefined} data-running={running || undefined}>
      <button
        type="button"
        className="series-day"
        aria-label={texts.detailsOf(day)}
        onClick={() => open(occurrence.key)}
      >
        {day}
      </button>
      <Icon aria-hidden size={16} className="outcome-icon" />
      <span className="series-date-words">
        <span className="digits">{timeRange(occurrence, format)}</span>
        {occurrence.isWeekUnknown && <span className="series-maybe">{texts.maybe}</span>}
        {!occurrence.isWeekUnknown && isUnconfirmed(occurrence) && (
          <span className="series-maybe">{texts.unconfirmed}</span>
        )}
        {occurrence.status === 'cancelled' && <span className="quiet">{texts.outcomes.cancelled}</span>}
        {occurrence.skipped !== null && <span className="quiet">{texts.outcomes.skipped}</span>}
      </span>
      {occurrence.isWeekUnknown && !isOff ? (
        <MaybeAnswers occurrence={occurrence} />
      ) : (
        <span className="series-date-state">{!isOff && state}</span>
      )}
    </li>
  );
}

/** The running and next dates of a series. */
export function NextDates({ page }: { readonly page: SeriesPage }) {
  const format = useTimeFormat();
  return (
    <SeriesPart title={texts.next}>
      {page.next.length === 0 ? (
        <p className="quiet series-none">{texts.hasEnded}</p>
      ) : (
        <ul className="series-dates">
          {page.next.map((one) => (
            <NextDate key={one.key} occurrence={one} />
          ))}
        </ul>
      )}
      {page.lastDate !== null && page.next.length > 0 && (
        <p className="quiet series-none">{texts.lastDate(shortDay(page.lastDate, format))}</p>
      )}
    </SeriesPart>
  );
}
