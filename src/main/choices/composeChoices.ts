import type { Shared } from '../app/composeShared.ts';
import { openChoiceStore } from './choiceStore.ts';
import { openRoomChoices, type RoomChoices } from './roomChoices.ts';
import { openSkipChoices, type SkipChoices } from './skipChoices.ts';
import { openStatementAnswers, type StatementAnswers } from './statementAnswers.ts';
import { openWeekChoices, type WeekChoices } from './weekChoices.ts';

/** What the user chose about meetings. */
export interface Choices {
  readonly weeks: WeekChoices;
  readonly rooms: RoomChoices;
  readonly skips: SkipChoices;
  readonly statements: StatementAnswers;
}

/** Opens the stored choices. */
export function composeChoices({ ports, problems, edits, writer }: Shared): Choices {
  const store = openChoiceStore(ports.store, problems, { edits, writer });
  const now = (): number => ports.clock.now();
  return {
    weeks: openWeekChoices(store, now),
    rooms: openRoomChoices(store, now),
    skips: openSkipChoices(store, now),
    statements: openStatementAnswers(store, now),
  };
}
