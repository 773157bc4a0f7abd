import { keepLastAgenda } from './agenda/lastAgenda.ts';
import { shownChoicesOf } from '#core/agenda/shownMeetings.ts';
import { accountLogins } from './accounts/accountLogins.ts';
import type { Accounts } from './accounts/accounts.ts';
import { composeAccounts } from './accounts/composeAccounts.ts';
import { registerAccountHandlers } from './accounts/handlers.ts';
import { openCredentials } from './accounts/credentials.ts';
import { composeGoogle } from './accounts/google/composeGoogle.ts';
import { registerAgendaHandlers } from './agenda/handlers.ts';
import { composeAgenda, startAgenda } from './agenda/composeAgenda.ts';
import { createPastFacts } from './agenda/pastFacts.ts';
import { composeChoices } from './choices/composeChoices.ts';
import { registerBriefHandlers } from './brief/handlers.ts';
import { registerChoiceHandlers } from './choices/handlers.ts';
import { openDirectory } from './directory/directoryFiles.ts';
import { registerDirectoryHandlers } from './directory/handlers.ts';
import { registerDesktopHandlers } from './desktop/handlers.ts';
import { handleLaunches } from './desktop/launches.ts';
import { composeFeeds } from './feeds/composeFeeds.ts';
import { composeFloatingClock } from './floatingClock/composeFloatingClock.ts';
import { createFeedLogins } from './feeds/feedLogins.ts';
import { registerFeedHandlers } from './feeds/handlers.ts';
import { createMeetingAnswers } from './feeds/meetingAnswers.ts';
import { composeJoin } from './join/composeJoin.ts';
import { registerJoinHandlers } from './join/handlers.ts';
import { startJoinShortcut } from './join/joinShortcut.ts';
import { composeNetwork, registerNetworkHandlers } from './network/composeNetwork.ts';
import { composeNotes } from './notes/composeNotes.ts';
import { registerNoteHandlers } from './notes/handlers.ts';
import { composePrivateNotes, composeVault } from './private/composePrivateNotes.ts';
import { composeLedger, composeReminders } from './reminders/composeReminders.ts';
import { registerReminderHandlers } from './reminders/handlers.ts';
import { registerSeriesHandlers } from './series/handlers.ts';
import { registerSettingsHandlers } from './settings/handlers.ts';
import { registerTranscriptHandlers } from './transcripts/handlers.ts';
import { composeTray } from './tray/composeTray.ts';
import type { Shared } from './app/composeShared.ts';
import type { DraftKeeper } from './notes/draftKeeper.ts';

/**
 * Creates and connects the features of the app. Waits neither for the network nor for a feed that is slow to parse.
 * @returns the text that is not in its folder yet
 */
export async function composeFeatures(shared: Shared): Promise<DraftKeeper> {
  const { ports, owned, problems, settings } = shared;
  const vault = await composeVault(shared);
  const credentials = await openCredentials(ports, { vault, writer: shared.writer, problems });
  const network = composeNetwork(shared, credentials);
  const logins = createFeedLogins(credentials);
  const google = composeGoogle(shared, credentials);
  let serverOf: Accounts['serverOf'] = () => null;
  const calendarLogins = accountLogins({ credentials, google, serverOf: (id) => serverOf(id) });
  const directory = openDirectory(ports.files, ports.environment);
  const feeds = owned.use(await composeFeeds(ports, { ...shared, directory, calendarLogins, logins }));
  const accounts = composeAccounts(shared, feeds, { credentials, logins: calendarLogins, google });
  serverOf = (id) => accounts.serverOf(id);
  const choices = composeChoices(shared);
  const agenda = composeAgenda(shared, feeds, choices);
  const { model } = agenda;
  const ledger = await composeLedger(shared);
  const joining = composeJoin(shared, { agenda: model, rooms: choices.rooms, ledger });
  const notes = await composeNotes(shared, model, feeds.sync);
  const showClock = composeFloatingClock(shared, { agenda: model, joining, ledger });
  const { joiner } = joining;
  const answers = createMeetingAnswers(feeds, model);
  const reminders = composeReminders(shared, { agenda, feeds, choices, ledger, joiner, showClock, answers });
  const facts = owned.use(
    createPastFacts({
      agenda: model,
      notes,
      ledger,
      list: feeds.list,
      clock: ports.clock,
      shown: () => shownChoicesOf(settings.current()),
    }),
  );
  composePrivateNotes(shared, vault, joining.externalLinks);

  // Registered after the parts, so removed before them: no request reaches a part that has ended.
  const notesFolder = (): string => notes.library.folder();
  registerSettingsHandlers(shared, { feeds, ledger });
  registerNetworkHandlers(shared, network, feeds.sync);
  registerFeedHandlers(shared, feeds, model, {
    checkAccountOf: (feed) => accounts.checkOf(feed),
    cameBack: (feed) => accounts.cameBack(feed),
    logins,
  });
  registerAccountHandlers(shared, accounts, credentials, model);
  shared.handle('invitations:answer', (key, reply, scope) => answers.answer(key, reply, scope));
  shared.handle('invitations:takeBack', (answer) => answers.takeBack(answer));
  registerDirectoryHandlers(shared, feeds, model, directory);
  registerAgendaHandlers(shared, model, feeds, choices, facts);
  registerChoiceHandlers(shared, agenda, choices, feeds.list);
  registerJoinHandlers(shared, joining, {
    agenda: model,
    visits: reminders.visits,
    reminders: reminders.scheduler,
  });
  registerNoteHandlers(shared, notes);
  registerTranscriptHandlers(shared, notes.transcripts);
  registerReminderHandlers(shared, reminders, model, feeds.list);
  registerSeriesHandlers(shared, model, notes, ledger);
  registerBriefHandlers(shared, { agenda: model, library: notes.library, ledger, changes: feeds.changes });
  registerDesktopHandlers(shared, notesFolder);

  composeTray(shared, { agenda, sync: feeds.sync, joining, reminders, showClock });
  const { joinNext, isJoined, questions } = joining;
  owned.use(startJoinShortcut(ports, { settings, problems, joinNext }));
  owned.use(handleLaunches(ports, { agenda: model, problems, questions, isJoined, joinNext }));
  keepLastAgenda(shared, model);
  startAgenda(shared, model, feeds.sync);
  void feeds.sync.refreshDue();
  return notes.drafts;
}
