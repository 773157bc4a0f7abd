import { homeDate } from '../../shared/agenda/whichWeek.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { failure, success, type Result } from '../../shared/problem.ts';
import { DAY } from '../../shared/time.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { WeekFacts } from './weekFacts.ts';

const notAsked = failure(
  'weeks/notAsked',
  'This cannot be answered here',
  'Open the meeting in the agenda: it shows what is known of its dates.',
);

/** Says whether a meeting is on at a date on which it may be. Resolves when the agenda shows it. */
export async function answerWeek(
  { weekFacts, agenda }: { readonly weekFacts: WeekFacts; readonly agenda: AgendaModel },
  occurrence: Occurrence,
  isOn: boolean,
): Promise<Result<null>> {
  const { week } = occurrence;
  const date = homeDate(occurrence);
  if (week === null || (!isOn && week.everyWeeks !== 2)) return notAsked;
  const weekLater = new Date(Date.parse(date) + 7 * DAY).toISOString().slice(0, 10);
  weekFacts.settle(week.feedId, week.uid, isOn ? date : weekLater);
  await agenda.rebuild();
  return success(null);
}
