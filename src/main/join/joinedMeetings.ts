import type { Occurrence, OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import { meetingIdOf, readReminderKey } from '../../shared/reminders/reminder.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';
import { createSignal, type Signal } from '../signal.ts';
import type { Joiner } from './meetingJoiner.ts';

/** Which meetings of the agenda were joined through us. */
export interface JoinedMeetings extends Disposable {
  has(occurrence: Occurrence): boolean;
  keys(): readonly OccurrenceKey[];
  readonly changed: Signal<readonly OccurrenceKey[]>;
}

/** By the ledger of reminders, which outlives the app, and by what is joined in this run. */
export function openJoinedMeetings(
  agenda: AgendaModel,
  ledger: ReminderLedger,
  joiner: Joiner,
): JoinedMeetings {
  const changed = createSignal<readonly OccurrenceKey[]>();
  const has = (occurrence: Occurrence): boolean =>
    ledger.history().get(meetingIdOf(occurrence))?.isJoined === true;
  // Few are joined, while the agenda holds thousands.
  const keys = (): readonly OccurrenceKey[] =>
    [...ledger.history()].flatMap(([id, { isJoined }]) => {
      const occurrence = isJoined ? agenda.find(readReminderKey(`|${id}`).occurrenceKey) : null;
      return occurrence !== null && meetingIdOf(occurrence) === id ? [occurrence.key] : [];
    });
  let told = '';
  const tell = (): void => {
    const now = keys();
    const text = now.join('\n');
    if (text === told) return;
    told = text;
    changed.emit(now);
  };
  using parts = new DisposableStack();
  parts.use(joiner.joined.on(tell));
  parts.use(agenda.changed.on(tell));
  const owned = parts.move();
  return { has, keys, changed, [Symbol.dispose]: () => owned.dispose() };
}
