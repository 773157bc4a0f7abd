import { seriesOfKey } from '#core/keys.ts';
import { homeDate } from '#core/agenda/whichWeek.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { success, type Result } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { WeekChoices } from './weekChoices.ts';

/** Stores whether an unconfirmed meeting takes place on its date. Resolves when the agenda shows it. */
export type AnswerWeek = (occurrence: Occurrence, isOn: boolean) => Promise<Result<null>>;

export const createWeekAnswer =
  (agenda: Pick<AgendaModel, 'rebuild'>, weeks: Pick<WeekChoices, 'say'>): AnswerWeek =>
  async (occurrence, isOn) => {
    const series = occurrence.sources.map(seriesOfKey);
    weeks.say(series, { says: isOn ? 'on' : 'off', date: homeDate(occurrence) });
    await agenda.rebuild();
    return success(null);
  };
