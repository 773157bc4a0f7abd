import { seriesOfKey } from '#core/keys.ts';
import { homeDate } from '#core/agenda/whichWeek.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { success, type Result } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { WeekChoices } from './weekChoices.ts';

/** Says whether a meeting is on at a date on which it may be. Resolves when the agenda shows it. */
export async function answerWeek(
  { weekChoices, agenda }: { readonly weekChoices: WeekChoices; readonly agenda: AgendaModel },
  occurrence: Occurrence,
  isOn: boolean,
): Promise<Result<null>> {
  const series = occurrence.sources.map(seriesOfKey);
  weekChoices.say(series, { says: isOn ? 'on' : 'off', date: homeDate(occurrence) });
  await agenda.rebuild();
  return success(null);
}
