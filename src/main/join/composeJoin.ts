import { seriesOfKey, type OccurrenceKey } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { visitOf, type Visit } from '#core/join/roomVisit.ts';
import { roomKey } from '#meeting-links';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { RoomChoices } from '../choices/roomChoices.ts';
import { openQuestions, type Questions } from '../desktop/questions.ts';
import type { ReminderLedger } from '../reminders/reminderLedger.ts';
import { createExternalLinks, type ExternalLinks } from './externalLinks.ts';
import { joinFromDesktop, joinNextFromDesktop } from './joinFromDesktop.ts';
import { createJoiner, type Joiner } from './meetingJoiner.ts';

/** The ways into a meeting. */
export interface Joining {
  readonly externalLinks: ExternalLinks;
  readonly questions: Questions;
  readonly joiner: Joiner;
  /** Joins from outside the window. */
  readonly joinNow: (key: OccurrenceKey) => void;
  /** Joins the next meeting, or asks in the window which one if several begin at once. */
  readonly joinNext: () => void;
  /** The user's visit to the room of a meeting; null if its room was not opened near its start. */
  readonly visitTo: (occurrence: Occurrence) => Visit | null;
  readonly isJoined: (occurrence: Occurrence) => boolean;
}

interface JoiningParts {
  readonly agenda: AgendaModel;
  readonly rooms: RoomChoices;
  readonly ledger: ReminderLedger;
}

export function composeJoin(shared: Shared, { agenda, rooms, ledger }: JoiningParts): Joining {
  const { ports, owned, problems, settings } = shared;
  const { browser, clock, desktop, ipc } = ports;
  const externalLinks = createExternalLinks(browser);
  const questions = owned.use(openQuestions(ipc));
  const joiner = createJoiner({
    find: (key) => agenda.locate(key),
    externalLinks,
    opensInApp: async (scheme) =>
      settings.current().joinApps.includes(scheme) && (await browser.programFor(scheme)) !== null,
    remember: (occurrence, link) => {
      rooms.chooseRoom(occurrence.sources.map(seriesOfKey), roomKey(link));
      void agenda.rebuild();
    },
    now: () => clock.now(),
    askEarly: (key, url) => questions.ask({ kind: 'early', key, url }),
  });
  const visitTo = (one: Occurrence): Visit | null => visitOf(ledger.history(), one);
  const isJoined = (one: Occurrence): boolean => visitTo(one)?.kind === 'joined';
  const joinNow = (key: OccurrenceKey): void => void joinFromDesktop({ joiner, problems, desktop }, key);
  return {
    externalLinks,
    questions,
    joiner,
    joinNow,
    joinNext: () => joinNextFromDesktop(ports, { agenda, isJoined, join: joinNow }),
    visitTo,
    isJoined,
  };
}
