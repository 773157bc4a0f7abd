import type { OccurrenceKey } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { SkipChoices } from '../choices/skipChoices.ts';

/** The one way to skip meetings; the agenda shows it when it resolves. */
export interface Skipper {
  /** @param scope null takes back whatever skips it */
  choose(occurrence: Occurrence, scope: 'one' | 'series' | null): Promise<void>;
  /** The same for who has only a key; nothing happens where its meeting is gone. */
  chooseByKey(key: OccurrenceKey, scope: 'one' | null): Promise<void>;
}

/** Writes the choice and builds the agenda anew, from which reminders, tray and window read it. */
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
