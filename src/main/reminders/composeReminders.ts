import { join } from 'node:path';
import type { OccurrenceKey } from '#core/keys.ts';
import { silentRules } from '#core/reminders/reminderRules.ts';
import type { Agenda } from '../agenda/composeAgenda.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Choices } from '../choices/composeChoices.ts';
import { followsSeries } from '../feeds/communities.ts';
import type { Feeds } from '../feeds/composeFeeds.ts';
import type { MeetingAnswers } from '../feeds/meetingAnswers.ts';
import type { Joiner } from '../join/meetingJoiner.ts';
import { openRoomVisits, type RoomVisits } from '../join/roomVisits.ts';
import { cutOffNotice } from '../storage/runMarker.ts';
import { createAlertWindowController, type AlertWindowController } from './alertWindowController.ts';
import { createChimes, type Chimes } from './chimes.ts';
import { createDesktopSkip, type DesktopSkip } from './desktopSkip.ts';
import { openReminderLedger, type ReminderLedger } from './reminderLedger.ts';
import { startReminders, type ReminderScheduler } from './reminderScheduler.ts';
import { whyMissing } from './whyMissing.ts';

/** The parts of the reminders feature that others use. */
export interface Reminders {
  readonly ledger: ReminderLedger;
  readonly scheduler: ReminderScheduler;
  readonly alertWindow: AlertWindowController;
  readonly chimes: Chimes;
  readonly visits: RoomVisits;
  /** Skips a meeting from outside the window, with a notice that can undo it. */
  readonly skip: DesktopSkip['skip'];
}

interface ReminderParts {
  readonly agenda: Agenda;
  readonly feeds: Feeds;
  readonly choices: Pick<Choices, 'weeks' | 'statements'>;
  readonly ledger: ReminderLedger;
  readonly joiner: Joiner;
  readonly showClock: (key: OccurrenceKey) => void;
  readonly answers: Pick<MeetingAnswers, 'answer'>;
}

/** Opens the record of past reminders, and trims it every day. */
export async function composeLedger(shared: Shared): Promise<ReminderLedger> {
  const { ports, owned, problems, writer, clockWatch } = shared;
  const path = join(ports.environment.userData, 'reminders.jsonl');
  const ledger = await openReminderLedger({ ...ports, problems, writer }, path);
  owned.defer(() => ledger.flush());
  owned.use(clockWatch.changed.on((change) => change === 'newDay' && void ledger.trim()));
  return ledger;
}

/** Starts reminding, and replans with every change of what reminders depend on. */
export function composeReminders(
  shared: Shared,
  {
    agenda: { model, skipper, answerWeek },
    feeds,
    choices,
    ledger,
    joiner,
    showClock,
    answers,
  }: ReminderParts,
): Reminders {
  const { ports, owned, problems, settings, clockWatch, cutOffAfter, format } = shared;
  const { list, sync, followingSince } = feeds;
  const hidesTitles = (): boolean => settings.current().hidesTitles;
  const alertWindow = owned.use(
    createAlertWindowController(ports, format, () => ({
      hidesTitles: hidesTitles(),
      hasLetterKeys: settings.current().hasLetterKeys,
      onAllDisplays: settings.current().alertDisplays === 'all',
      isProtected: settings.current().keptFromCapture !== 'none',
    })),
  );
  const chimes = owned.use(createChimes(ports, () => settings.current()));
  const { skip } = owned.use(createDesktopSkip(ports, (key, scope) => void skipper.chooseByKey(key, scope)));
  const scheduler = owned.use(
    startReminders({
      ...ports,
      agenda: model,
      ledger,
      joiner,
      problems,
      alertWindow,
      chimes,
      // Until the welcome is done the user has not chosen what to follow, so nothing is announced.
      rules: () => (settings.current().isWelcomeDone ? settings.current().reminders : silentRules),
      hidesTitles,
      hues: () => settings.current(),
      followedSince: followingSince,
      absence: whyMissing({
        list,
        agenda: model,
        isFollowed: (key) => followsSeries(list, sync, key),
        isAnswered: (key) => choices.weeks.isAnswered(key),
        isDenied: (key) => choices.statements.isDenied(key),
      }),
      answerWeek,
      answers,
      format,
      skip,
      showClock,
    }),
  );
  if (cutOffAfter !== null)
    void model.built
      .then(() => scheduler.planned())
      .then(() => problems.report(cutOffNotice(cutOffAfter, scheduler.missed(), format())));
  owned.use(model.changed.on(() => scheduler.replan()));
  owned.use(clockWatch.changed.on(() => scheduler.replan()));
  owned.use(
    settings.changed.on(() => {
      alertWindow.refresh();
      scheduler.settingsChanged();
    }),
  );
  const visits = owned.use(openRoomVisits(model, ledger, scheduler));
  return { ledger, scheduler, alertWindow, chimes, visits, skip };
}
