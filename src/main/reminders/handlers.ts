import { feedOverrideKey, overrideKey } from '#core/keys.ts';
import { failure, success, type Result } from '#base';
import { pastMeetings } from '#core/reminders/pastMeetings.ts';
import { withOverride } from '#core/reminders/reminderRules.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { FeedList } from '../feeds/feedList.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ipc } from '../ports/ipc.ts';
import type { SettingsModel } from '../settings/settings.ts';
import type { AlertWindowController } from './alertWindowController.ts';
import type { Chimes } from './chimes.ts';
import type { ReminderLedger } from './reminderLedger.ts';
import type { ReminderScheduler } from './reminderScheduler.ts';

/** The parts that answer about reminders. */
export interface ReminderAnswerParts {
  readonly reminders: ReminderScheduler;
  readonly board: AlertWindowController;
  readonly chimes: Chimes;
  readonly agenda: AgendaModel;
  readonly settings: SettingsModel;
  readonly ledger: Pick<ReminderLedger, 'eventsSince'>;
  readonly list: Pick<FeedList, 'find'>;
}

const unknownTarget = failure(
  'reminders/unknown',
  'It is no longer in the agenda',
  'Perhaps it was moved or removed.',
);

const notPlayed = failure(
  'reminders/soundNotPlayed',
  'The sound could not be played',
  'Look whether this computer has a speaker, and whether another program keeps it.',
);

/** Answers the requests about reminders. */
export function reminderHandlers(
  answer: Ipc['handle'],
  clock: Pick<Clock, 'now'>,
  { reminders, board, chimes, agenda, settings, ledger, list }: ReminderAnswerParts,
): void {
  answer('reminders:test', () => reminders.test());
  answer('reminders:act', (key, action) => reminders.act(key, action));
  answer('reminders:snooze', (key, choice) => reminders.snooze(key, choice));
  answer('reminders:missed', () => [...reminders.missed()]);
  answer('reminders:story', (key) => reminders.story(key));
  answer('reminders:past', () => pastMeetings(ledger.eventsSince(-Infinity), clock.now()));
  answer('reminders:today', () => reminders.today());
  answer('reminders:choose', ({ scope, of }, leads): Result<null> => {
    const occurrence = scope === 'feed' ? null : agenda.find(of);
    const isKnown = scope === 'feed' ? list.find(of) !== null : occurrence !== null;
    if (!isKnown) return unknownTarget;
    const name = occurrence === null ? feedOverrideKey(of) : overrideKey(scope, occurrence);
    settings.change({ reminders: withOverride(settings.current().reminders, name, leads) });
    return success(null);
  });
  answer('alert:get', () => board.snapshot());
  answer('reminders:testSound', async (sound): Promise<Result<null>> =>
    (await chimes.play(sound)) ? success(null) : notPlayed,
  );
  answer('sound:get', () => chimes.wanted());
  answer('sound:ended', (isPlayed) => {
    chimes.ended(isPlayed);
    return null;
  });
}
