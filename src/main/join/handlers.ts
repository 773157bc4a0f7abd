import { joinFailure } from '#core/join/problems.ts';
import type { MeetingApp } from '#core/desktop/meetingApp.ts';
import { success, type Result } from '#base';
import { checkOwnService, nativeApps } from '#meeting-links';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { ReminderScheduler } from '../reminders/reminderScheduler.ts';
import type { Joining } from './composeJoin.ts';
import type { RoomVisits } from './roomVisits.ts';

interface JoinHandlerParts {
  readonly agenda: AgendaModel;
  readonly visits: RoomVisits;
  readonly reminders: Pick<ReminderScheduler, 'undoVisit'>;
}

/** Handles requests about joining, external links and the user's own meeting services, and sends visits. */
export function registerJoinHandlers(
  { ports: { browser, ipc }, owned, handle, settings }: Shared,
  { joiner, externalLinks }: Joining,
  { agenda, visits, reminders }: JoinHandlerParts,
): void {
  handle('join:open', (key, url, consent) => joiner.join(key, url, consent));
  handle('join:undo', async (key): Promise<Result<null>> => {
    const occurrence = await agenda.locate(key);
    if (occurrence === null) return joinFailure('join/gone');
    reminders.undoVisit(occurrence);
    return success(null);
  });
  handle('join:visits', () => [...visits.all()]);
  owned.use(visits.changed.on((all) => ipc.send('join:visits', [...all])));
  handle('join:apps', async () => {
    const found: MeetingApp[] = [];
    for (const { name, scheme } of nativeApps()) {
      // One after the other: each look-up may take a while, and other requests are handled in between.
      const program = await browser.programFor(scheme);
      if (program !== null) found.push({ name, scheme, program });
    }
    return found;
  });
  handle('link:open', (address) => externalLinks.openLink(address));
  handle('services:add', (written): Result<null> => {
    const { ownServices } = settings.current();
    const checked = checkOwnService(written, ownServices);
    if (!checked.ok) return checked;
    settings.change({ ownServices: [...ownServices, checked.value] });
    return success(null);
  });
  handle('services:remove', (host, path) => {
    const { ownServices } = settings.current();
    settings.change({ ownServices: ownServices.filter((one) => one.host !== host || one.path !== path) });
    return null;
  });
}
