import { remindersFailure } from '#core/reminders/problems.ts';
import { feedOverrideKey, overrideKey } from '#core/keys.ts';
import { success, type Result } from '#base';
import { pastMeetings } from '#core/reminders/pastMeetings.ts';
import { withOverride } from '#core/reminders/reminderRules.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { FeedList } from '../feeds/feedList.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Reminders } from './composeReminders.ts';

/** Handles requests about reminders and from the pages of alert and sound, and sends what happened to reminders. */
export function registerReminderHandlers(
  { ports: { clock, ipc }, owned, handle, settings }: Shared,
  { scheduler, alertWindow, chimes, ledger }: Reminders,
  agenda: Pick<AgendaModel, 'locate'>,
  list: Pick<FeedList, 'find'>,
): void {
  handle('reminders:test', () => scheduler.test());
  handle('reminders:act', (key, action) => scheduler.act(key, action));
  handle('reminders:snooze', (key, choice) => scheduler.snooze(key, choice));
  handle('reminders:unsnooze', (key) => scheduler.unsnooze(key));
  handle('reminders:missed', () => [...scheduler.missed()]);
  owned.use(scheduler.missedChanged.on((missed) => ipc.send('reminders:missedChanged', [...missed])));
  handle('reminders:story', (key) => scheduler.story(key));
  handle('reminders:past', () => pastMeetings(ledger.eventsSince(-Infinity), clock.now()));
  owned.use(ledger.recorded.on(() => ipc.send('reminders:happened', null)));
  handle('reminders:today', () => scheduler.today());
  handle('reminders:choose', async ({ scope, of }, leads): Promise<Result<null>> => {
    const occurrence = scope === 'feed' ? null : await agenda.locate(of);
    const isKnown = scope === 'feed' ? list.find(of) !== null : occurrence !== null;
    if (!isKnown) return remindersFailure('reminders/unknown');
    const name = occurrence === null ? feedOverrideKey(of) : overrideKey(scope, occurrence);
    settings.change({ reminders: withOverride(settings.current().reminders, name, leads) });
    return success(null);
  });
  handle('alert:get', () => alertWindow.snapshot());
  handle('reminders:testSound', async (sound): Promise<Result<null>> =>
    (await chimes.play(sound)) ? success(null) : remindersFailure('reminders/soundNotPlayed'),
  );
  handle('sound:get', () => chimes.wanted());
  handle('sound:ended', (isPlayed) => {
    chimes.ended(isPlayed);
    return null;
  });
}
