import { seriesOfKey } from '../../shared/agenda/meetingChoices.ts';
import { homeDate } from '../../shared/agenda/whichWeek.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { success, type Result } from '../../shared/problem.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { WeekFacts } from './weekFacts.ts';

/** Says whether a meeting is on at a date on which it may be. Resolves when the agenda shows it. */
export async function answerWeek(
  { weekFacts, agenda }: { readonly weekFacts: WeekFacts; readonly agenda: AgendaModel },
  occurrence: Occurrence,
  isOn: boolean,
): Promise<Result<null>> {
  const series = occurrence.sources.map(seriesOfKey);
  weekFacts.say(series, { says: isOn ? 'on' : 'off', date: homeDate(occurrence) });
  await agenda.rebuild();
  return success(null);
}
