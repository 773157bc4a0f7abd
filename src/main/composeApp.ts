import { join } from 'node:path';
import { englishLocale } from '#core/format/englishLocale.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { seriesOfKey } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { Result } from '#base';
import { visitOf, type Visit } from '#core/reminders/roomVisit.ts';
import { roomKey } from '#meeting-links';
import { silentRules } from '#core/reminders/reminderRules.ts';
import type { Settings } from '#core/settings/settings.ts';
import { startAgendaHandlers } from './agenda/agendaHandlers.ts';
import { createAgendaModel, type AgendaModel } from './agenda/agendaModel.ts';
import { startTrayController } from './tray/trayController.ts';
import { registerHandlers } from './app/requestHandlers.ts';
import { answerWeek } from './choices/answerWeek.ts';
import { openChoiceStore } from './choices/choiceStore.ts';
import { openRoomChoices } from './choices/roomChoices.ts';
import { openSkipChoices } from './choices/skipChoices.ts';
import { createSkipper } from './join/skipper.ts';
import { openWeekChoices } from './choices/weekChoices.ts';
import { dataHandlers } from './settings/moveData.ts';
import { composeFeeds } from './feeds/composeFeeds.ts';
import { followableCommunities } from './feeds/followableCommunities.ts';
import { followsSeries } from './feeds/communities.ts';
import type { FeedSync } from './feeds/feedSync.ts';
import { startMeetingRefresh } from './feeds/meetingRefresh.ts';
import { startClockWatch, type ClockWatch } from './time/clockWatch.ts';
import { joinFromDesktop, joinNextFromDesktop } from './join/joinFromDesktop.ts';
import { createExternalLinks } from './join/externalLinks.ts';
import { startJoinShortcut } from './join/joinShortcut.ts';
import { openRoomVisits } from './join/roomVisits.ts';
import { createJoiner } from './join/meetingJoiner.ts';
import { createDiskWriter } from './storage/diskWriter.ts';
import { createDraftKeeper } from './notes/draftKeeper.ts';
import { openNoteLibrary } from './notes/noteLibrary.ts';
import type { Ports } from './ports/ports.ts';
import { startPrivateNotes } from './private/startPrivateNotes.ts';
import { createProblems } from './app/problems.ts';
import { whyMissing } from './reminders/whyMissing.ts';
import { createAlertWindowController } from './reminders/alertWindowController.ts';
import { openReminderLedger } from './reminders/reminderLedger.ts';
import { createChimes } from './reminders/chimes.ts';
import { createDesktopSkip } from './reminders/desktopSkip.ts';
import { startReminders, type ReminderScheduler } from './reminders/reminderScheduler.ts';
import { openNoteSearch, searchIndexPath } from './search/noteSearch.ts';
import { aboutHandlers } from './desktop/aboutHandlers.ts';
import { loginHandlers } from './desktop/loginHandlers.ts';
import { secretHandlers } from './desktop/secretHandlers.ts';
import { handleLaunches } from './desktop/launches.ts';
import { openQuestions } from './desktop/questions.ts';
import { startTrayPanel } from './tray/trayPanel.ts';
import { cutOffNotice, openRunMarker } from './storage/runMarker.ts';
import { watchConfig } from './settings/configEdits.ts';
import { openSettings, viewerZone } from './settings/settings.ts';
import { reportUnknownZone } from './settings/unknownZone.ts';
import { openUnsavedNotes } from './notes/unsavedNotes.ts';
import { openTranscriptStore } from './transcripts/transcriptStore.ts';
import { showTrayHint } from './tray/trayHint.ts';

/**
 * The whole app, from its ports. Resolves when its window can open: neither the network nor a feed that is slow to read
 * is waited for. Disposing (awaited before the app quits) stops everything and writes what is unsaved.
 */
export async function composeApp(ports: Ports): Promise<AsyncDisposable> {
  const { clock, desktop, environment, files, ipc, power, store } = ports;
  await using parts = new AsyncDisposableStack();
  const problems = createProblems(store.problems);
  const writer = parts.use(createDiskWriter(ports, problems));
  const edits = parts.use(watchConfig(ports, problems));
  const settings = openSettings(store, edits, writer);
  const zone = (): string => viewerZone(settings.current(), clock.zone());
  const format = (): TimeFormat => ({
    locale: englishLocale(environment.locale),
    zone: zone(),
    clock: settings.current().clock,
  });

  const clockWatch = parts.use(startClockWatch(clock, power, zone));
  parts.use(reportUnknownZone(clock, clockWatch, settings, problems));
  const { cutOffAfter } = parts.use(await openRunMarker(ports, clockWatch));

  const feeds = parts.use(await composeFeeds(ports, { settings, problems, writer, edits, zone }));
  const { list, sync } = feeds;
  const facts = openChoiceStore(store, problems, { edits, writer });
  const weekChoices = openWeekChoices(facts, () => clock.now());
  const roomChoices = openRoomChoices(facts, () => clock.now());
  const skipChoices = openSkipChoices(facts, () => clock.now());
  const agenda = createAgendaModel(
    ports,
    sync,
    zone,
    () => weekChoices.all(),
    () => ({
      services: settings.current().ownServices,
      rooms: roomChoices.rooms(),
      sources: roomChoices.sources(),
      lastRooms: roomChoices.lastRooms(),
      skips: skipChoices.all(),
    }),
  );
  const skipper = createSkipper(agenda, skipChoices);
  const ledgerPath = join(environment.userData, 'reminders.jsonl');
  const ledger = await openReminderLedger(files, ledgerPath, () => clock.now(), problems, writer);
  parts.defer(() => ledger.flush());

  const gate = createExternalLinks(ports.browser);
  const questions = parts.use(openQuestions(ipc));
  const joiner = createJoiner({
    find: (key) => agenda.find(key),
    gate,
    opensInApp: async (scheme) =>
      settings.current().joinApps.includes(scheme) && (await ports.browser.programFor(scheme)) !== null,
    remember: (occurrence, link) => {
      roomChoices.chooseRoom(occurrence.sources.map(seriesOfKey), roomKey(link));
      void agenda.rebuild();
    },
    now: () => clock.now(),
    askEarly: (key, url) => questions.ask({ kind: 'early', key, url }),
  });
  const notes = parts.use(
    await openNoteLibrary(notesFolder(settings.current(), ports), {
      ...ports,
      find: (key) => agenda.find(key),
      leads: ({ community }) => leadsOf(community, sync),
      format,
    }),
  );

  const transcripts = await openTranscriptStore({
    files,
    folder: () => notes.folder(),
    find: (key) => agenda.find(key),
  });
  const search = parts.use(
    openNoteSearch({
      files,
      openIndex: ports.openTextIndex,
      log: ports.log,
      path: searchIndexPath(environment.userData),
      list: () => [...notes.findables(), ...transcripts.findables()],
      read: ({ kind, path }) => (kind === 'note' ? notes.text(path) : transcripts.text(path)),
      zone,
    }),
  );
  parts.use(notes.changed.on(() => void search.refresh()));
  parts.use(transcripts.changed.on(() => void search.refresh()));
  parts.use(settings.changed.on(() => void transcripts.rescan()));

  const unsaved = await openUnsavedNotes(ports, { library: notes, writer, problems });
  const drafts = parts.use(createDraftKeeper(notes, unsaved));
  parts.use(power.onSuspend(() => void drafts.flush()));
  parts.use(desktop.onHidden(() => void drafts.flush()));

  const sayWeek = (one: Occurrence, isOn: boolean): Promise<Result<null>> =>
    answerWeek({ weekChoices, agenda }, one, isOn);
  const hidesTitles = (): boolean => settings.current().hidesTitles;
  const board = parts.use(
    createAlertWindowController(ports, format, () => ({
      hidesTitles: hidesTitles(),
      onAllDisplays: settings.current().alertDisplays === 'all',
      isProtected: settings.current().keptFromCapture !== 'none',
    })),
  );
  const chimes = parts.use(createChimes(ports, () => settings.current()));
  const { skip } = parts.use(createDesktopSkip(ports, (key, scope) => void skipper.chooseByKey(key, scope)));
  const reminders = parts.use(
    startReminders(ports, {
      agenda,
      ledger,
      joiner,
      problems,
      board,
      chimes,
      // Before the welcome nobody has chosen what to follow, so nothing is announced.
      rules: () => (settings.current().isWelcomeDone ? settings.current().reminders : silentRules),
      hidesTitles,
      followedSince: feeds.followingSince,
      absence: (key) =>
        whyMissing(
          list,
          agenda,
          (one) => followsSeries(list, sync, one),
          (one) => weekChoices.isAnswered(one),
          key,
        ),
      answerWeek: sayWeek,
      format,
      skip,
    }),
  );

  if (cutOffAfter !== null)
    void agenda.built.then(() => problems.report(cutOffNotice(cutOffAfter, reminders.missed(), format())));

  const visits = parts.use(openRoomVisits(agenda, ledger, reminders));
  parts.use(visits.changed.on((all) => ipc.send('join:visits', [...all])));
  parts.use(agenda.changed.on(({ occurrences }) => roomChoices.remember(occurrences)));

  const applySettings = (next: Settings): void => {
    desktop.setTheme(next.theme);
    desktop.guardFromCapture(next.keptFromCapture === 'all');
    void notes.moveTo(notesFolder(next, ports));
    void agenda.rebuild();
    board.refresh();
    reminders.settingsChanged();
  };

  const tellProblems = (): void => agenda.problems().forEach((problem) => problems.report(problem));
  parts.use(sync.contentChanged.on(() => void agenda.rebuild()));
  parts.use(agenda.changed.on(tellProblems));
  parts.use(agenda.changed.on(() => reminders.replan()));
  parts.use(settings.changed.on(applySettings));
  parts.use(startAgendaHandlers(agenda, ipc));
  const tellCommunities = (): void =>
    ipc.send('communities:changed', followableCommunities(sync, weekChoices.all(), agenda.occurrences()));
  parts.use(sync.contentChanged.on(tellCommunities));
  parts.use(onSettled(agenda, tellCommunities));
  parts.use(settings.changed.on((next) => ipc.send('settings:changed', next)));
  parts.use(notes.changed.on((summaries) => ipc.send('notes:changed', [...summaries])));
  parts.use(reminders.missedChanged.on((missed) => ipc.send('reminders:missedChanged', [...missed])));
  parts.use(ledger.recorded.on(() => ipc.send('reminders:happened', null)));
  parts.use(problems.changed.on((all) => ipc.send('app:problems', [...all])));
  parts.use(showTrayHint(ports, settings));
  parts.use(await startPrivateNotes(ports, { gate, problems, clockWatch }));
  parts.use(
    registerHandlers(ports, {
      settings,
      problems,
      feeds,
      agenda,
      joiner,
      gate,
      notes,
      drafts,
      search,
      transcripts,
      reminders,
      board,
      chimes,
      ledger,
      weekChoices,
      roomChoices,
      skipper,
      visits,
    }),
  );

  const joinNow = (key: string): void => void joinFromDesktop({ joiner, problems, desktop }, key);
  const visitTo = (one: Occurrence): Visit | null => visitOf(ledger.history(), one);
  const isOut = (one: Occurrence): boolean => visitTo(one)?.kind === 'joined';
  const joinNext = (): void => joinNextFromDesktop(ports, { agenda, isOut, join: joinNow });
  parts.use(startJoinShortcut(ports, { settings, problems, joinNext }));
  const { visited } = reminders;
  const trayParts = { agenda, sync, settings, clockWatch, format, isOut, visited, answerWeek: sayWeek };
  parts.use(startTrayController(ports, { ...trayParts, join: joinNow, skip }));
  parts.use(startTrayPanel(ports, { ...trayParts, joiner, skipper, visitTo }));
  parts.use(loginHandlers(ports));
  parts.use(secretHandlers(ports));
  parts.use(dataHandlers(ports, { settings, feeds, ledger, edits, writer }));
  parts.use(aboutHandlers(ports, { notesFolder: () => notes.folder(), zone }));
  parts.use(clockWatch.changed.on((wake) => wake === 'newDay' && void ledger.trim()));
  parts.use(clockWatch.changed.on((wake) => wake === 'newDay' && store.keepGoodCopy(clock.now())));
  // What the refused edit held up.
  parts.use(edits.taken.on(() => void writer.retry()));
  // Answers about weeks and rooms that were edited in the file.
  parts.use(edits.taken.on((sections) => sections.includes('facts') && void agenda.rebuild()));
  parts.use(startMeetingRefresh(clock, agenda, sync));
  parts.use(ports.network.onBack(() => void sync.refreshDue()));
  parts.use(lookAgainOnWake(clockWatch, agenda, reminders, sync, ports));
  desktop.setTheme(settings.current().theme);
  desktop.guardFromCapture(settings.current().keptFromCapture === 'all');
  parts.use(handleLaunches(ports, { agenda, problems, questions, isOut, joinNext }));
  // The copies may have been read before anybody listened.
  void agenda.rebuild();
  void sync.refreshDue();
  return parts.move();
}

/** Waking, a set clock, a new day and a new zone are inputs like any other: each only says "plan again". */
function lookAgainOnWake(
  clockWatch: ClockWatch,
  agenda: AgendaModel,
  reminders: ReminderScheduler,
  sync: FeedSync,
  { clock, ipc }: Ports,
): Disposable {
  return clockWatch.changed.on((wake) => {
    ipc.send('app:clock', clock.now());
    void agenda.rebuild();
    reminders.replan();
    // The calendar may have changed while the computer slept; a day or a zone changes no calendar.
    if (wake === 'resumed' || wake === 'jumped') void sync.refreshDue();
  });
}

/** Calls when other meetings than before have their weeks settled: what asks for them asks no longer, or again. */
function onSettled(agenda: AgendaModel, callback: () => void): Disposable {
  const settledOf = ({ occurrences }: AgendaSnapshot): string =>
    JSON.stringify([...new Set(occurrences.map(({ week }) => JSON.stringify(week)))].toSorted());
  let last = settledOf(agenda.snapshot());
  return agenda.changed.on((snapshot) => {
    const present = settledOf(snapshot);
    if (present !== last) callback();
    last = present;
  });
}

/** Names of those who lead a community, as its feed says. */
const leadsOf = (community: string | null, sync: FeedSync): readonly string[] =>
  sync
    .readings()
    .flatMap(({ digest }) => digest.communities)
    .filter(({ id }) => id === community)
    .flatMap(({ leads }) => leads.map(({ name }) => name));

/** Where the notes are: the folder that was chosen, or one in the user's documents. */
const notesFolder = (settings: Settings, { environment }: Ports): string =>
  settings.notesFolder ?? join(environment.documents, 'Office Hours');
