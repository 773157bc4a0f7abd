import { shortDay } from '../../shared/agenda/formatTime.ts';
import { homeDate } from '../../shared/agenda/whichWeek.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { DAY, type CalendarDate } from '../../shared/time.ts';
import { useApi, useTimeFormat } from '../frame/AppContext.tsx';
import { Button } from '../widgets/Button.tsx';
import { Answered } from './Answered.tsx';

/** A date of the home zone, written as the user writes dates. */
function useDateWords(): (date: CalendarDate) => string {
  const format = useTimeFormat();
  return (date) => shortDay(Date.parse(`${date}T12:00Z`), { ...format, zone: 'UTC' });
}

const weekLater = (date: CalendarDate): CalendarDate =>
  new Date(Date.parse(`${date}T00:00Z`) + 7 * DAY).toISOString().slice(0, 10);

/** Where the source does not say in which week a meeting takes place: the question, or what answered it. */
export function WhichWeek({ occurrence }: { readonly occurrence: Occurrence }) {
  const api = useApi();
  const words = useDateWords();
  const { week } = occurrence;
  if (week === null) return null;
  const settle = (date: CalendarDate | null): void =>
    api.perform('weeks:settle', week.feedId, week.uid, date);
  const date = homeDate(occurrence);
  const { settled } = week;
  if (settled === null)
    return (
      <section className="question" aria-label="Which week?">
        <p>Does it take place on this date? Only you or its agenda document know.</p>
        <div className="question-answers">
          <Button size="small" onPress={() => settle(date)}>
            It is on {words(date)}
          </Button>
          {week.everyWeeks === 2 && (
            <Button size="small" onPress={() => settle(weekLater(date))}>
              The other week
            </Button>
          )}
        </div>
      </section>
    );
  return (
    <section className="question" aria-label="Which week?">
      <Answered at={settled.at} onTakeBack={settled.feedName === null ? () => settle(null) : null}>
        {settled.feedName === null
          ? `You said that it is on ${words(settled.date)}`
          : `Its week is known from “${settled.feedName}”, which has it on ${words(settled.date)}`}
      </Answered>
    </section>
  );
}
