import { type OccurrenceKey, readReminderKey } from '#core/keys.ts';
import { type RoomVisit, type Visit, betterVisit } from '#core/join/roomVisit.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';
import type { ReminderScheduler } from '../reminders/reminderScheduler.ts';
import { createSignal, type Signal } from '#base';

/** Which rooms of the agenda's meetings were opened near their start, according to the ledger, also in earlier runs. */
export interface RoomVisits extends Disposable {
  all(): readonly RoomVisit[];
  readonly changed: Signal<readonly RoomVisit[]>;
}

export function openRoomVisits(
  agenda: AgendaModel,
  ledger: ReminderLedger,
  { visited }: Pick<ReminderScheduler, 'visited'>,
): RoomVisits {
  const changed = createSignal<readonly RoomVisit[]>();
  // Iterates over the few opened rooms, not the thousands of meetings.
  const all = (): readonly RoomVisit[] => {
    const visits = new Map<OccurrenceKey, Visit | null>();
    for (const [id, known] of ledger.history()) {
      if (known.visit === null) continue;
      const { occurrenceKey, start } = readReminderKey(`|${id}`);
      const occurrence = agenda.find(occurrenceKey);
      if (occurrence?.time.start !== start) continue;
      visits.set(occurrence.key, betterVisit(visits.get(occurrence.key) ?? null, known.visit));
    }
    return [...visits].flatMap(([key, visit]) => (visit === null ? [] : [{ key, ...visit }]));
  };
  let sent = '';
  const update = (): void => {
    const present = all();
    const text = JSON.stringify(present);
    if (text === sent) return;
    sent = text;
    changed.emit(present);
  };
  using parts = new DisposableStack();
  parts.use(visited.on(update));
  parts.use(agenda.changed.on(update));
  const owned = parts.move();
  return { all, changed, [Symbol.dispose]: () => owned.dispose() };
}
