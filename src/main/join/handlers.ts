import type { MeetingApp } from '#core/desktop/meetingApp.ts';
import type { Browser } from '../ports/browser.ts';
import type { Ipc } from '../ports/ipc.ts';
import { seriesOfKey } from '#core/keys.ts';
import { checkOwnService, nativeApps, roomKey } from '#meeting-links';
import { failure, success, type Result } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { RoomChoices } from '../choices/roomChoices.ts';
import type { SettingsModel } from '../settings/settings.ts';
import type { Skipper } from './skipper.ts';
import type { RoomVisits } from './roomVisits.ts';
import type { ReminderScheduler } from '../reminders/reminderScheduler.ts';
import type { Joiner } from './meetingJoiner.ts';

export interface JoiningParts {
  readonly agenda: AgendaModel;
  readonly settings: SettingsModel;
  readonly joiner: Joiner;
  readonly visits: RoomVisits;
  readonly reminders: ReminderScheduler;
  readonly roomChoices: RoomChoices;
  readonly skipper: Skipper;
}

const goneMeeting = failure(
  'join/gone',
  'This meeting is no longer in the agenda',
  'Perhaps it was moved or removed.',
);

const goneRoom = failure(
  'join/noLink',
  'This room is no longer one of the meeting’s',
  'Its calendar names others now; choose among them.',
);

/** Answers what the window asks about rooms. */
export function joinHandlers(
  answer: Ipc['handle'],
  browser: Browser,
  { agenda, settings, joiner, visits, reminders, roomChoices, skipper }: JoiningParts,
): void {
  answer('join:open', (key, url, consent) => joiner.join(key, url, consent));
  answer('join:undo', (key): Result<null> => {
    const occurrence = agenda.find(key);
    if (occurrence === null) return goneMeeting;
    reminders.undoVisit(occurrence);
    return success(null);
  });
  answer('join:visits', () => [...visits.all()]);
  answer('join:apps', async () => {
    const found: MeetingApp[] = [];
    for (const { name, scheme } of nativeApps()) {
      // One after the other: each may take a while, and between them others are answered.
      const program = await browser.programFor(scheme);
      if (program !== null) found.push({ name, scheme, program });
    }
    return found;
  });
  answer('skips:choose', async (key, scope): Promise<Result<null>> => {
    const occurrence = agenda.find(key);
    if (occurrence === null) return goneMeeting;
    await skipper.choose(occurrence, scope);
    return success(null);
  });
  answer('rooms:choose', async (key, url): Promise<Result<null>> => {
    const occurrence = agenda.find(key);
    if (occurrence === null) return goneMeeting;
    const link = occurrence.joinLinks.find((one) => one.url === url);
    if (url !== null && link === undefined) return goneRoom;
    roomChoices.chooseRoom(occurrence.sources.map(seriesOfKey), link === undefined ? null : roomKey(link));
    await agenda.rebuild();
    return success(null);
  });
  answer('sources:choose', async (what, one, other): Promise<Result<null>> => {
    if (what === 'use') roomChoices.chooseSource(one, other);
    else roomChoices.takeSourceBack(one, other);
    await agenda.rebuild();
    return success(null);
  });
  answer('services:add', (written): Result<null> => {
    const { ownServices } = settings.current();
    const checked = checkOwnService(written, ownServices);
    if (!checked.ok) return checked;
    settings.change({ ownServices: [...ownServices, checked.value] });
    return success(null);
  });
  answer('services:remove', (host, path) => {
    const { ownServices } = settings.current();
    settings.change({ ownServices: ownServices.filter((one) => one.host !== host || one.path !== path) });
    return null;
  });
}
