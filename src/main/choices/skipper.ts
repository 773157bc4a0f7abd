import type { OccurrenceKey } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { SkipChoices } from './skipChoices.ts';

/** The only way to skip meetings. Each method resolves when the agenda shows it. */
export interface Skipper {
  /** @param scope null removes everything that skips it */
  choose(occurrence: Occurrence, scope: 'one' | 'series' | null): Promise<void>;
  /** The same by key; does nothing if the meeting is not in the agenda. */
  chooseByKey(key: OccurrenceKey, scope: 'one' | null): Promise<void>;
}

/** Stores the choice and rebuilds the agenda, from which reminders, tray and window read it. */
export function createSkipper(
  agenda: Pick<AgendaModel, 'find' | 'rebuild'>,
  skipChoices: SkipChoices,
): Skipper {
  const choose: Skipper['choose'] = async (occurrence, scope) => {
    if (scope === null) skipChoices.takeBack(occurrence);
    else skipChoices.skip(occurrence, scope);
    await agenda.rebuild();
  };
  return {
    choose,
    chooseByKey: async (key, scope) => {
      const occurrence = agenda.find(key);
      if (occurrence !== null) await choose(occurrence, scope);
    },
  };
}
